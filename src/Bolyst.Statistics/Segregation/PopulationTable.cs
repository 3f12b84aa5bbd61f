namespace Bolyst.Statistics.Segregation;

/// <summary>Counts of persons by zone and group. Zones where any group is missing are left out and counted; empty zones count for nothing.</summary>
public sealed class PopulationTable
{
    private readonly double[][] counts;

    private PopulationTable(double[][] counts, int[] zones, int missing)
    {
        (this.counts, Ordinals, Missing) = (counts, zones, missing);
        Totals = [.. Enumerable.Range(0, zones.Length).Select(z => counts.Sum(g => g[z]))];
        GroupTotals = [.. counts.Select(g => Sum.Of(g))];
        Total = Sum.Of(GroupTotals);
    }

    /// <summary>The number of groups, 2 or more.</summary>
    public int Groups => counts.Length;

    /// <summary>The number of zones that count: with all groups present and somebody living there.</summary>
    public int Zones => Ordinals.Count;

    /// <summary>The number of zones left out because a group's count is missing.</summary>
    public int Missing { get; }

    /// <summary>The ordinals of the zones that count.</summary>
    public IReadOnlyList<int> Ordinals { get; }

    internal double[] Totals { get; }

    internal double[] GroupTotals { get; }

    internal double Total { get; }

    internal ReadOnlySpan<double> Group(int group) => counts[group];

    /// <summary>One group and everybody else.</summary>
    /// <param name="members">Members of the group by zone.</param>
    /// <param name="persons">All persons by zone, at least as many.</param>
    public static PopulationTable OfTwo(IReadOnlyList<Measured> members, IReadOnlyList<Measured> persons)
    {
        var rest = new Measured[persons.Count];
        for (var zone = 0; zone < rest.Length && zone < members.Count; zone++)
        {
            var reason = members[zone].Reason ?? persons[zone].Reason;
            rest[zone] = reason is null ? persons[zone].Value - members[zone].Value : Measured.None(reason);
        }

        return Of([members, rest]);
    }

    /// <summary>Several groups that together are everybody.</summary>
    /// <param name="groups">By group, persons by zone, 0 or more.</param>
    /// <exception cref="DefinitionRefusedException">There are fewer than two groups, they differ in length, or a count is negative.</exception>
    public static PopulationTable Of(IReadOnlyList<IReadOnlyList<Measured>> groups)
    {
        if (groups.Count < 2 || groups.Any(g => g.Count != groups[0].Count))
        {
            throw new DefinitionRefusedException("groups", "groups", "Segregation needs two groups or more, all over the same zones.");
        }

        int[] present = [.. Enumerable.Range(0, groups[0].Count).Where(z => groups.All(g => g[z].HasValue))];
        if (present.Any(z => groups.Any(g => g[z].Value < 0)))
        {
            throw new DefinitionRefusedException("groups", "groups", "A count is negative, or a group is larger than all persons of its zone.");
        }

        int[] inhabited = [.. present.Where(z => groups.Sum(g => g[z].Value) > 0)];
        return new([.. groups.Select(g => inhabited.Select(z => g[z].Value).ToArray())], inhabited, groups[0].Count - present.Length);
    }

    internal static PopulationTable OfCounts(double[][] counts) =>
        new(counts, [.. Enumerable.Range(0, counts[0].Length)], 0);

    /// <summary>Why no index can be computed; null when it can.</summary>
    internal Reason? Problem()
    {
        if (Total == 0)
        {
            return new(ReasonCode.ZeroPopulation, "persons", "nobody lives in the zones with a value");
        }

        var empty = Array.IndexOf(GroupTotals, 0.0);
        return empty >= 0 ? new(ReasonCode.NoVariation, "groups", $"group {empty + 1} has no members in any zone") : null;
    }
}
