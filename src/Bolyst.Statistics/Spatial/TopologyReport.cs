namespace Bolyst.Statistics.Spatial;

/// <summary>What a set of neighbours looks like, to be seen before any statistic is believed.</summary>
/// <param name="Zones">The number of zones.</param>
/// <param name="Links">The number of links, each direction counted.</param>
/// <param name="Islands">The zones without neighbours, by ordinal.</param>
/// <param name="Components">The number of groups that hang together, islands included.</param>
/// <param name="OneWayLinks">The number of links without a link back, as among nearest neighbours.</param>
/// <param name="FewestNeighbours">Of the zones that are not islands; 0 when all are.</param>
/// <param name="MostNeighbours">Of any zone.</param>
/// <param name="MeanNeighbours">Over all zones.</param>
public sealed record TopologyReport(
    int Zones,
    int Links,
    IReadOnlyList<int> Islands,
    int Components,
    int OneWayLinks,
    int FewestNeighbours,
    int MostNeighbours,
    double MeanNeighbours)
{
    /// <summary>Looks at the neighbours.</summary>
    public static TopologyReport Of(SpatialWeights weights)
    {
        var counts = Enumerable.Range(0, weights.Zones).Select(z => weights.NeighboursOf(z).Length).ToArray();
        var oneWay = 0;
        var group = Enumerable.Range(0, weights.Zones).ToArray();
        for (var zone = 0; zone < weights.Zones; zone++)
        {
            foreach (var other in weights.NeighboursOf(zone))
            {
                oneWay += weights.WeightBetween(other, zone) == 0 ? 1 : 0;
                group[Root(group, other)] = Root(group, zone);
            }
        }

        return new(
            weights.Zones,
            weights.Links,
            weights.Islands,
            group.Where((parent, zone) => parent == zone).Count(),
            oneWay,
            counts.Where(c => c > 0).DefaultIfEmpty(0).Min(),
            counts.DefaultIfEmpty(0).Max(),
            weights.Zones == 0 ? 0 : weights.Links / (double)weights.Zones);
    }

    private static int Root(int[] group, int zone)
    {
        while (group[zone] != zone)
        {
            zone = group[zone] = group[group[zone]];
        }

        return zone;
    }
}
