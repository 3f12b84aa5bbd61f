namespace Bolyst.Statistics.Composite;

/// <summary>
/// The columns of an index over one or more periods. With several, each column holds period after period: row = period · zones + zone.
/// </summary>
public sealed class CompositeData
{
    private readonly Dictionary<string, IndicatorColumn> columns;

    /// <param name="columns">All columns that the definition names, equally long.</param>
    /// <param name="periods">The number of periods in each column, 1 or more, oldest first.</param>
    /// <exception cref="ArgumentException">Columns differ in length, or do not divide into the periods.</exception>
    public CompositeData(IReadOnlyCollection<IndicatorColumn> columns, int periods = 1)
    {
        this.columns = columns.ToDictionary(c => c.Key, StringComparer.Ordinal);
        Rows = columns.Count == 0 ? 0 : columns.First().Count;
        Periods = periods;
        if (periods < 1 || Rows % periods != 0)
        {
            throw new ArgumentException($"{Rows} rows do not divide into {periods} periods.", nameof(periods));
        }

        if (columns.FirstOrDefault(c => c.Count != Rows) is { } odd)
        {
            throw new ArgumentException($"Column '{odd.Key}' has {odd.Count} rows where others have {Rows}.", nameof(columns));
        }
    }

    /// <summary>The number of rows: periods times zones.</summary>
    public int Rows { get; }

    /// <summary>The number of periods.</summary>
    public int Periods { get; }

    /// <summary>The number of zones.</summary>
    public int Zones => Rows / Periods;

    /// <summary>The group of each zone (its kommune, its kind) for imputation by group; empty when there is none.</summary>
    public ReadOnlyMemory<int> GroupOfZone { get; init; }

    /// <summary>The counts of a column summed over all zones, as a value in the indicator's unit; null without counts.</summary>
    internal static double? TotalOf(IndicatorColumn column)
    {
        var (over, under) = (default(Sum), default(Sum));
        for (var row = 0; row < column.Numerators.Length; row++)
        {
            var (numerator, denominator) = (column.Numerators.Span[row], column.Denominators.Span[row]);
            if (double.IsFinite(numerator) && double.IsFinite(denominator))
            {
                over.Add(numerator);
                under.Add(denominator);
            }
        }

        return under.Value == 0 ? null : over.Value / under.Value * column.UnitScale;
    }

    internal IndicatorColumn Find(string key, string step) => columns.GetValueOrDefault(key)
        ?? throw new DefinitionRefusedException(step, key, $"The definition needs indicator '{key}', which was not given.");

    /// <summary>1 or -1: whether a high value raises the score.</summary>
    internal int DirectionOf(CompositeIndicator indicator, ScoreMeaning highMeans)
    {
        var column = Find(indicator.Indicator, "indicators");
        if (column.Polarity == Polarity.ContextOnly || column.Ethnicity)
        {
            var why = column.Ethnicity ? "concerns immigrant background" : "is context only";
            throw new DefinitionRefusedException(
                "indicators", column.Key, $"Indicator '{column.Key}' {why} and cannot enter a score. Show it beside the score instead.")
            {
                NotScorable = true,
            };
        }

        return (indicator.Direction, column.Polarity) switch
        {
            (1 or -1, _) => indicator.Direction,
            (not 0, _) => throw new DefinitionRefusedException(
                "indicators", column.Key, $"The direction of '{column.Key}' is 1, -1 or 0, not {indicator.Direction}."),
            (_, Polarity.HigherIsWorse) => highMeans == ScoreMeaning.Worse ? 1 : -1,
            (_, Polarity.HigherIsBetter) => highMeans == ScoreMeaning.Better ? 1 : -1,
            _ => throw new DefinitionRefusedException(
                "indicators", column.Key, $"Indicator '{column.Key}' is neutral. Say in which direction it counts: 1 or -1."),
        };
    }
}
