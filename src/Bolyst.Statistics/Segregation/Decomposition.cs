namespace Bolyst.Statistics.Segregation;

/// <summary>How much of the segregation lies between kommuner and how much within them.</summary>
public static class Decomposition
{
    /// <summary>
    /// Theil's H = H between + Σ (T_m E_m / T E) H_m, which adds up exactly (Reardon and Firebaugh 2002).
    /// </summary>
    /// <param name="table">Zones and groups.</param>
    /// <param name="wholeOf">The kommune of every zone by ordinal, any numbers.</param>
    public static SegregationParts BetweenAndWithin(PopulationTable table, IReadOnlyList<int> wholeOf)
    {
        var total = MultigroupIndices.InformationTheory(table);
        if (!total.HasValue)
        {
            return new(total, total, []);
        }

        var all = table.Total * MultigroupIndices.DiversityOf(table);
        var wholes = Enumerable.Range(0, table.Zones).GroupBy(z => wholeOf[table.Ordinals[z]]).OrderBy(g => g.Key).ToArray();
        var between = MultigroupIndices.InformationTheory(PopulationTable.OfCounts(
            [.. Enumerable.Range(0, table.Groups).Select(g => wholes.Select(w => w.Sum(z => table.Group(g)[z])).ToArray())]));
        WithinPart[] within = [.. wholes.Select(w =>
        {
            var part = PopulationTable.OfCounts(
                [.. Enumerable.Range(0, table.Groups).Select(g => w.Select(z => table.Group(g)[z]).ToArray())]);
            var diversity = MultigroupIndices.DiversityOf(part);

            // A kommune with a single group has neither diversity nor segregation, and no part in the whole.
            var own = diversity == 0
                ? Measured.None(ReasonCode.NoVariation, "groups", "only one group lives there")
                : InformationOf(part, diversity);
            return new WithinPart(w.Key, own, part.Total * diversity / all * (own.OrNull ?? 0));
        })];
        return new(total, between, within);
    }

    /// <summary>H where some group may be absent: it adds nothing, and the rest are compared.</summary>
    private static double InformationOf(PopulationTable part, double diversity)
    {
        double[][] present = [.. Enumerable.Range(0, part.Groups).Where(g => part.GroupTotals[g] > 0).Select(g => part.Group(g).ToArray())];
        return MultigroupIndices.Divergence(PopulationTable.OfCounts(present)).Value / diversity;
    }
}

/// <summary>Segregation between wholes and within each.</summary>
/// <param name="Total">H over all zones.</param>
/// <param name="Between">H over the wholes, as if everybody in one lived in one zone.</param>
/// <param name="Within">For each whole its own H and its part of the total. Between plus the parts is the total.</param>
public sealed record SegregationParts(Measured Total, Measured Between, IReadOnlyList<WithinPart> Within);

/// <summary>Segregation within one whole.</summary>
/// <param name="Whole">Its number.</param>
/// <param name="Own">H over its zones.</param>
/// <param name="Part">What it adds to the total H.</param>
public sealed record WithinPart(int Whole, Measured Own, double Part);
