namespace Bolyst.Statistics.Uncertainty.Simulation;

/// <summary>Which values can be drawn again: those with counts or a standard error behind them. Any other stays as it is, as if it were sure.</summary>
internal static class Drawable
{
    /// <summary>A column with what its values are drawn from; null for one that has nothing.</summary>
    /// <param name="column">Rates with their counts, or counts.</param>
    /// <param name="denominator">What the counts of the column are divided by; null for a rate.</param>
    public static IndicatorColumn? Of(IndicatorColumn column, IndicatorColumn? denominator)
    {
        if (denominator is not null)
        {
            return new(column.Key, column.Polarity, column.Values, column.Status)
            {
                Ethnicity = column.Ethnicity,
                Numerators = column.Values,
                Denominators = denominator.Values,
                CountsAsValues = true,
            };
        }

        return !column.StandardErrors.IsEmpty || (!column.Numerators.IsEmpty && !column.Denominators.IsEmpty) ? column : null;
    }

    /// <summary>The columns that a simulation draws, by key; a count that is divided has its denominator there.</summary>
    /// <param name="indicators">Keys of the indicators, each with the key of its denominator or null.</param>
    /// <param name="find">Gives a column by key.</param>
    public static Dictionary<string, IndicatorColumn> Among(
        IEnumerable<(string Indicator, string? Denominator)> indicators, Func<string, IndicatorColumn> find)
    {
        var drawable = new Dictionary<string, IndicatorColumn>(StringComparer.Ordinal);
        foreach (var (indicator, denominator) in indicators)
        {
            if (Of(find(indicator), denominator is null ? null : find(denominator)) is { } column)
            {
                drawable[indicator] = column;
            }
        }

        return drawable;
    }

    /// <summary>The indicators with a number that there is nothing to draw from, which a simulation takes as sure.</summary>
    /// <param name="indicators">Their keys.</param>
    /// <param name="drawable">From <see cref="Among"/>.</param>
    public static string[] HeldFixed(IEnumerable<string> indicators, Dictionary<string, IndicatorColumn> drawable) =>
        [.. indicators.Where(indicator => !drawable.TryGetValue(indicator, out var column) || !Whole(column))];

    /// <summary>Whether there is something to draw each number of a column from.</summary>
    private static bool Whole(IndicatorColumn drawable)
    {
        for (var row = 0; row < drawable.Count; row++)
        {
            var sure = drawable.StandardErrors.IsEmpty
                ? double.IsFinite(drawable.Numerators.Span[row]) && drawable.Denominators.Span[row] > 0
                : double.IsFinite(drawable.StandardErrors.Span[row]);
            if (drawable[row].HasValue && !sure)
            {
                return false;
            }
        }

        return true;
    }
}
