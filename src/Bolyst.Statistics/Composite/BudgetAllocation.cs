namespace Bolyst.Statistics.Composite;

/// <summary>
/// Divides a part of a budget over units by an index, as Kristiansand divides about five per cent of its school budgets: the rest
/// follows the number of pupils, this part the number of pupils times the index.
/// </summary>
public static class BudgetAllocation
{
    /// <summary>What each unit gets.</summary>
    /// <param name="scores">The index of each unit; must be above zero where present, as an index around 100 is.</param>
    /// <param name="sizes">The size of each unit: pupils. 0 or more.</param>
    /// <param name="budget">The whole budget, in kroner.</param>
    /// <param name="shareByIndex">The part that follows the index, 0 to 1.</param>
    /// <returns>
    /// By unit, in the currency of <paramref name="budget"/>; the sum is the budget. A unit without an index makes every amount missing,
    /// for what it should have had would otherwise go to the others.
    /// </returns>
    public static Measured[] Allocate(IReadOnlyList<Measured> scores, ReadOnlySpan<double> sizes, double budget, double shareByIndex)
    {
        if (scores.Count != sizes.Length)
        {
            throw new ArgumentException($"{sizes.Length} sizes are given for {scores.Count} units.", nameof(sizes));
        }

        if (shareByIndex is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(shareByIndex), shareByIndex, "The share that follows the index is from 0 to 1.");
        }

        var (weighted, total) = (default(Sum), default(Sum));
        Reason? missing = null;
        for (var unit = 0; unit < sizes.Length; unit++)
        {
            missing ??= scores[unit].Reason ?? Reject(scores[unit].Value, sizes[unit]);
            weighted.Add((scores[unit].OrNull ?? 0) * sizes[unit]);
            total.Add(sizes[unit]);
        }

        missing ??= total.Value == 0 ? new(ReasonCode.ZeroPopulation, "sizes", "no unit has any size") : null;
        var amounts = new Measured[sizes.Length];
        for (var unit = 0; unit < amounts.Length; unit++)
        {
            amounts[unit] = missing is not null
                ? Measured.None(missing)
                : (budget * (1 - shareByIndex) * sizes[unit] / total.Value)
                    + (budget * shareByIndex * scores[unit].Value * sizes[unit] / weighted.Value);
        }

        return amounts;
    }

    private static Reason? Reject(double score, double size) => score > 0 && size >= 0 && double.IsFinite(size)
        ? null
        : new(ReasonCode.OutsideDomain, "scores", "allocation needs scores above zero and sizes of zero or more");
}
