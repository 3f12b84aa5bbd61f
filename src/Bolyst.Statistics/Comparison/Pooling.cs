namespace Bolyst.Statistics.Comparison;

/// <summary>The number of several zones together.</summary>
public static class Pooling
{
    /// <summary>
    /// Sums numerators and denominators and computes the rate again; percentages are never averaged. A single cell is itself.
    /// </summary>
    /// <param name="key">The indicator's key, for reasons.</param>
    /// <param name="cells">One or more cells of the same indicator and period.</param>
    /// <returns>A missing number when any part is missing, or when the parts have no counts to sum.</returns>
    public static Cell RateOf(string key, IReadOnlyList<Cell> cells)
    {
        if (cells.Count == 1)
        {
            return cells[0];
        }

        if (MissingIn(cells) is { } missing)
        {
            return missing;
        }

        if (cells.Any(cell => !cell.HasCounts))
        {
            return new(Measured.None(ReasonCode.TooLittleData, key, $"{key} has no counts, so the zones cannot be put together"));
        }

        var (numerator, denominator) = (Total(cells, cell => cell.Numerator), Total(cells, cell => cell.Denominator));
        return denominator == 0
            ? new(Measured.None(ReasonCode.ZeroDenominator, key, $"{key} has a denominator of zero"))
            : new(numerator / denominator * cells[0].Scale, numerator, denominator, cells[0].Scale);
    }

    /// <summary>Sums counts or amounts.</summary>
    /// <param name="cells">One or more cells of the same indicator and period.</param>
    public static Cell CountOf(IReadOnlyList<Cell> cells) =>
        MissingIn(cells) ?? new(Total(cells, cell => cell.Value.Value), Scale: cells[0].Scale);

    private static Cell? MissingIn(IReadOnlyList<Cell> cells) => cells.Select(cell => (Cell?)cell).FirstOrDefault(cell => !cell!.Value.Value.HasValue);

    private static double Total(IReadOnlyList<Cell> cells, Func<Cell, double> part)
    {
        var sum = default(Sum);
        foreach (var cell in cells)
        {
            sum.Add(part(cell));
        }

        return sum.Value;
    }
}
