using Bolyst.Statistics.Spatial;

namespace Bolyst.Statistics.Segregation;

/// <summary>Dissimilarity that allows for neighbours: a chequered city is less segregated than one in two halves.</summary>
public static class SpatialDissimilarity
{
    /// <summary>Morrill (1991, Geography Research Forum 11): D − Σ c |p − p'| / Σ c over neighbouring zones.</summary>
    /// <param name="table">The group and the others.</param>
    /// <param name="weights">Neighbours over all zones by ordinal; links to zones that are left out do not count.</param>
    public static Measured Morrill(PopulationTable table, SpatialWeights weights)
    {
        var dissimilarity = TwoGroupIndices.Dissimilarity(table);
        if (!dissimilarity.HasValue)
        {
            return dissimilarity;
        }

        var among = weights.Among([.. table.Ordinals]);
        if (among.Links == 0)
        {
            return Measured.None(ReasonCode.NoNeighbours, "weights", "no inhabited zone has an inhabited neighbour");
        }

        var (difference, total) = (default(Sum), default(Sum));
        for (var zone = 0; zone < table.Zones; zone++)
        {
            var (neighbours, w) = (among.NeighboursOf(zone).ToArray(), among.WeightsOf(zone).ToArray());
            for (var link = 0; link < neighbours.Length; link++)
            {
                var other = neighbours[link];
                difference.Add(w[link] * Math.Abs(
                    (table.Group(0)[zone] / table.Totals[zone]) - (table.Group(0)[other] / table.Totals[other])));
                total.Add(w[link]);
            }
        }

        return dissimilarity.Value - (difference.Value / total.Value);
    }
}
