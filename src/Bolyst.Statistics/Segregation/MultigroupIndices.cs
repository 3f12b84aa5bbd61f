namespace Bolyst.Statistics.Segregation;

/// <summary>
/// Segregation of several groups from each other, as Reardon and Firebaugh (2002, Sociological Methodology 32) define the indices. With
/// p the share of a group in a zone, P its share in all, t the persons of a zone, T all persons, and I = Σ P (1 − P).
/// </summary>
public static class MultigroupIndices
{
    /// <summary>D = ΣΣ t |p − P| / (2 T I). 0 to 1.</summary>
    public static Measured Dissimilarity(PopulationTable table) =>
        Compute(table, (p, all) => Math.Abs(p - all), t => 2 * InteractionOf(t));

    /// <summary>Gini = ΣΣΣ t t' |p − p'| / (2 T² I). 0 to 1.</summary>
    public static Measured Gini(PopulationTable table)
    {
        if (table.Problem() is { } reason)
        {
            return Measured.None(reason);
        }

        var sum = default(Sum);
        for (var group = 0; group < table.Groups; group++)
        {
            sum.Add(MeanDifference.Of(table, group));
        }

        return sum.Value / (2 * table.Total * table.Total * InteractionOf(table));
    }

    /// <summary>Theil's information theory index H = ΣΣ t p ln(p/P) / (T E), with E = −Σ P ln P. 0 to 1.</summary>
    public static Measured InformationTheory(PopulationTable table) => Compute(table, Divergence, DiversityOf);

    /// <summary>The divergence ΣΣ t p ln(p/P) / T (Roberto 2016). 0 or more, in nats.</summary>
    public static Measured Divergence(PopulationTable table) => Compute(table, Divergence, _ => 1);

    /// <summary>Normalised exposure ΣΣ t (p − P)² / (T (1 − P)). 0 to 1.</summary>
    public static Measured NormalisedExposure(PopulationTable table) => Compute(table, (p, all) => (p - all) * (p - all) / (1 - all), _ => 1);

    /// <summary>Relative diversity ΣΣ t (p − P)² / (T I). 0 to 1.</summary>
    public static Measured RelativeDiversity(PopulationTable table) => Compute(table, (p, all) => (p - all) * (p - all), InteractionOf);

    /// <summary>The squared coefficient of variation ΣΣ t (p − P)² / (T (K − 1) P). 0 to 1.</summary>
    public static Measured SquaredVariation(PopulationTable table) =>
        Compute(table, (p, all) => (p - all) * (p - all) / all, t => t.Groups - 1);

    /// <summary>The diversity of the whole, E = −Σ P ln P, in nats. 0 to ln K.</summary>
    public static Measured Diversity(PopulationTable table) => table.Problem() is { } reason ? Measured.None(reason) : DiversityOf(table);

    /// <summary>Simpson's interaction I = Σ P (1 − P): the chance that two persons of the whole are of different groups.</summary>
    public static Measured Interaction(PopulationTable table) => table.Problem() is { } reason ? Measured.None(reason) : InteractionOf(table);

    /// <summary>Simpson's concentration Σ P²: the chance that two persons of the whole are of the same group.</summary>
    public static Measured Concentration(PopulationTable table) => table.Problem() is { } reason ? Measured.None(reason) : 1 - InteractionOf(table);

    internal static double DiversityOf(PopulationTable table) => -table.GroupTotals.Sum(x => Log(x / table.Total) * x / table.Total);

    private static double InteractionOf(PopulationTable table) => table.GroupTotals.Sum(x => x / table.Total * (1 - (x / table.Total)));

    private static double Divergence(double p, double all) => p == 0 ? 0 : p * Math.Log(p / all);

    private static double Log(double p) => p == 0 ? 0 : Math.Log(p);

    private static Measured Compute(PopulationTable table, Func<double, double, double> term, Func<PopulationTable, double> scale)
    {
        if (table.Problem() is { } reason)
        {
            return Measured.None(reason);
        }

        var sum = default(Sum);
        for (var group = 0; group < table.Groups; group++)
        {
            var all = table.GroupTotals[group] / table.Total;
            for (var zone = 0; zone < table.Zones; zone++)
            {
                sum.Add(table.Totals[zone] * term(table.Group(group)[zone] / table.Totals[zone], all));
            }
        }

        return sum.Value / (table.Total * scale(table));
    }
}
