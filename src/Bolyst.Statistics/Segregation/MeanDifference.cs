namespace Bolyst.Statistics.Segregation;

/// <summary>ΣΣ t t' |p − p'| over all pairs of zones, by sorting instead of comparing every pair.</summary>
internal static class MeanDifference
{
    public static double Of(PopulationTable table, int group)
    {
        var shares = new double[table.Zones];
        for (var zone = 0; zone < shares.Length; zone++)
        {
            shares[zone] = table.Group(group)[zone] / table.Totals[zone];
        }

        var persons = table.Totals.ToArray();
        Array.Sort(shares, persons);
        var (sum, below, weighted) = (default(Sum), default(Sum), default(Sum));
        for (var zone = 0; zone < shares.Length; zone++)
        {
            // Against all zones with a lower share: t (p Σ t' − Σ t' p').
            sum.Add(persons[zone] * ((shares[zone] * below.Value) - weighted.Value));
            below.Add(persons[zone]);
            weighted.Add(persons[zone] * shares[zone]);
        }

        return 2 * sum.Value;
    }
}
