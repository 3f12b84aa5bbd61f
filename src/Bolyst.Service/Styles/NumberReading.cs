using Bolyst.Service.Layers;
using Bolyst.Statistics;
using Bolyst.Statistics.Comparison;

namespace Bolyst.Service.Styles;

/// <summary>How the numbers of a field are read by people.</summary>
internal enum NumberReading
{
    /// <summary>A higher number means harder levekår.</summary>
    HigherIsWorse,

    /// <summary>A higher number means better levekår.</summary>
    HigherIsBetter,

    /// <summary>Neither end is better.</summary>
    Neutral,

    /// <summary>Shown beside scores, never part of one.</summary>
    ContextOnly,

    /// <summary>A rank where 1 is the highest index.</summary>
    FirstIsHighest,
}

/// <summary>Finds how a field is read.</summary>
internal static class NumberReadings
{
    /// <summary>How a field of a measure is read. An index means harder levekår the higher it is, unless it says otherwise.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="field">One of its fields.</param>
    public static NumberReading Of(LayerMeasure measure, NumberField field) => measure.Column?.Head.Polarity switch
    {
        Polarity.HigherIsWorse => NumberReading.HigherIsWorse,
        Polarity.HigherIsBetter => NumberReading.HigherIsBetter,
        Polarity.Neutral => NumberReading.Neutral,
        Polarity.ContextOnly => NumberReading.ContextOnly,
        null when IsRank(field) => measure.Index!.RankRule.Direction == RankDirection.HighestFirst ? NumberReading.FirstIsHighest : NumberReading.HigherIsWorse,
        null => measure.Index!.HigherIsBetter ? NumberReading.HigherIsBetter : NumberReading.HigherIsWorse,
        var other => throw new InvalidOperationException($"Polarity {other} has no reading."),
    };

    /// <summary>The number that means neither more nor less than the whole: 1 for an index relative to its average; null for none.</summary>
    public static double? MiddleOf(LayerMeasure measure, NumberField field) =>
        measure.Index is { HasAverage: true } && !ReferenceEquals(field, measure.Value) && !IsRank(field) ? 1 : null;

    private static bool IsRank(NumberField field) => string.Equals(field.Unit, "rank", StringComparison.Ordinal);
}
