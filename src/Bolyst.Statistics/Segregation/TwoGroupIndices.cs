namespace Bolyst.Statistics.Segregation;

/// <summary>
/// Segregation of one group from all others, as Massey and Denton (1988, Social Forces 67) define the indices. With x members and t
/// persons in a zone, X and T in all, p = x/t and P = X/T.
/// </summary>
public static class TwoGroupIndices
{
    /// <summary>D = Σ t |p − P| / (2 T P (1 − P)): the share of the group that would have to move for all zones to be alike. 0 to 1.</summary>
    public static Measured Dissimilarity(PopulationTable table) => Compute(table, (p, t, all) => t * Math.Abs(p - all), all => 2 * all * (1 - all));

    /// <summary>Isolation xPx = Σ (x/X)(x/t): the share of the group among a member's neighbours. P to 1.</summary>
    public static Measured Isolation(PopulationTable table) => Compute(table, (p, t, _) => t * p * p, all => all);

    /// <summary>Exposure xPy = 1 − xPx: the share of others among a member's neighbours.</summary>
    public static Measured Exposure(PopulationTable table) => Compute(table, (p, t, _) => t * p * (1 - p), all => all);

    /// <summary>The correlation ratio V = (xPx − P)/(1 − P): isolation beyond what the group's size explains. 0 to 1.</summary>
    public static Measured CorrelationRatio(PopulationTable table) =>
        Compute(table, (p, t, all) => t * (p - all) * (p - all), all => all * (1 - all));

    /// <summary>Theil's H = Σ t (E − e)/(E T), with e the entropy of a zone. 0 to 1.</summary>
    public static Measured Entropy(PopulationTable table) =>
        Compute(table, (p, t, all) => t * (EntropyOf(all) - EntropyOf(p)), all => EntropyOf(all));

    /// <summary>Gini = ΣΣ t t' |p − p'| / (2 T² P (1 − P)). 0 to 1.</summary>
    public static Measured Gini(PopulationTable table)
    {
        if (table.Problem() is { } reason)
        {
            return Measured.None(reason);
        }

        var all = table.GroupTotals[0] / table.Total;
        return MeanDifference.Of(table, 0) / (2 * table.Total * table.Total * all * (1 - all));
    }

    /// <summary>
    /// Atkinson's index with <paramref name="shape"/> b: 1 − P/(1 − P) |Σ (1 − p)^(1−b) p^b t/(P T)|^(1/(1−b)). Below one half, zones
    /// where the group is scarce weigh more; above it, zones where it is dense. 0 to 1.
    /// </summary>
    /// <param name="table">The group and the others.</param>
    /// <param name="shape">Above 0 and below 1.</param>
    public static Measured Atkinson(PopulationTable table, double shape = 0.5)
    {
        if (shape is not (> 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(shape), shape, "The shape of Atkinson's index is above 0 and below 1.");
        }

        if (table.Problem() is { } reason)
        {
            return Measured.None(reason);
        }

        var all = table.GroupTotals[0] / table.Total;
        var sum = default(Sum);
        for (var zone = 0; zone < table.Zones; zone++)
        {
            var p = table.Group(0)[zone] / table.Totals[zone];
            sum.Add(Math.Pow(1 - p, 1 - shape) * Math.Pow(p, shape) * table.Totals[zone] / (all * table.Total));
        }

        return 1 - (all / (1 - all) * Math.Pow(Math.Abs(sum.Value), 1 / (1 - shape)));
    }

    /// <summary>Delta = ½ Σ |x/X − a/A|: the share of the group that would have to move to live equally dense everywhere. 0 to 1.</summary>
    /// <param name="table">The group and the others.</param>
    /// <param name="areas">The land area of every zone by ordinal, 0 or more, in any one unit.</param>
    public static Measured Delta(PopulationTable table, IReadOnlyList<double> areas)
    {
        if (table.Problem() is { } reason)
        {
            return Measured.None(reason);
        }

        double[] present = [.. table.Ordinals.Select(o => areas[o])];
        var (total, sum) = (Sum.Of(present), default(Sum));
        if (!(total > 0) || Array.Exists(present, a => a < 0))
        {
            return Measured.None(ReasonCode.OutsideDomain, "areas", "the areas are not numbers of 0 or more with a sum above 0");
        }

        for (var zone = 0; zone < table.Zones; zone++)
        {
            sum.Add(Math.Abs((table.Group(0)[zone] / table.GroupTotals[0]) - (present[zone] / total)));
        }

        return sum.Value / 2;
    }

    internal static double EntropyOf(double p) => p is 0 or 1 ? 0 : -(p * Math.Log(p)) - ((1 - p) * Math.Log(1 - p));

    private static Measured Compute(PopulationTable table, Func<double, double, double, double> term, Func<double, double> scale)
    {
        if (table.Problem() is { } reason)
        {
            return Measured.None(reason);
        }

        var all = table.GroupTotals[0] / table.Total;
        var sum = default(Sum);
        for (var zone = 0; zone < table.Zones; zone++)
        {
            sum.Add(term(table.Group(0)[zone] / table.Totals[zone], table.Totals[zone], all));
        }

        return sum.Value / (table.Total * scale(all));
    }
}
