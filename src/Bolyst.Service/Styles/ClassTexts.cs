using Bolyst.Service.Styles.Words;
using Bolyst.Statistics.Classification;

namespace Bolyst.Service.Styles;

/// <summary>What a legend says of a field, in one language.</summary>
internal sealed class ClassTexts(ClassedField field, StyleWords words)
{
    /// <summary>The words.</summary>
    public StyleWords Words { get; } = words;

    /// <summary>Name of the field.</summary>
    public string Title { get; } = words.Of(field.Field.Title);

    /// <summary>Its unit.</summary>
    public string Unit { get; } = words.Unit(field.Field.Unit ?? "");

    private string Kommune { get; } = OfKommune(field);

    /// <summary>The zones that are counted and make the classes: the zone set, and the kommune if there is one.</summary>
    public string Zoning { get; } = words.Of(field.Layer.Head.Title) + OfKommune(field);

    /// <summary>One line over the classes: name, unit, period, and the kommune if they are its own.</summary>
    public string Heading => $"{Title}, {Unit} ({Periods}){Kommune}";

    /// <summary>The periods.</summary>
    public string Periods { get; } = string.Join(", ", field.Periods);

    /// <summary>Which end is which.</summary>
    public string Direction { get; } = field.Reading switch
    {
        NumberReading.HigherIsWorse => words.HigherIsWorse,
        NumberReading.HigherIsBetter => words.HigherIsBetter,
        NumberReading.Neutral => words.Neutral,
        NumberReading.ContextOnly => words.ContextOnly,
        NumberReading.FirstIsHighest => words.FirstIsHighest,
        var reading => throw new InvalidOperationException($"Reading {reading} has no words."),
    } + (field.Middle is null ? "" : $" {words.AroundAverage}");

    /// <summary>How the classes were made.</summary>
    public string Method { get; } = field.Classes.Rule switch
    {
        { Method: ClassMethod.Quantile, Middle: null } => words.Quantile,
        { Method: ClassMethod.Quantile } => words.QuantileAround,
        { Method: ClassMethod.Jenks } => words.Jenks,
        _ => words.Fixed,
    };

    /// <summary>A class: <c>under 5</c>, <c>5 – under 8</c>, <c>8 or more</c>; counts and ranks as <c>5–7</c>.</summary>
    public string Of(ValueClass c) => (c.From, c.To) switch
    {
        (null, null) => c.Least == c.Greatest ? Words.Number(c.Least!.Value) : $"{Words.Number(c.Least!.Value)}–{Words.Number(c.Greatest!.Value)}",
        (null, { } to) => $"{Words.Under} {Break(to)}",
        ({ } from, null) => $"{Break(from)} {Words.OrMore}",
        ({ } from, { } to) when IsWhole && from + 1 == to => Break(from),
        ({ } from, { } to) when IsWhole => $"{Break(from)}–{Break(to - 1)}",
        ({ } from, { } to) => $"{Break(from)} – {Words.Under} {Break(to)}",
    };

    /// <summary>A break as it is exactly, with as many decimals as the others of the legend.</summary>
    private string Break(double number) => Words.Number(number, Decimals);

    private int Decimals { get; } = field.Classes.Breaks.Count == 0 ? 0 : field.Classes.Breaks.Max(StyleWords.DecimalsOf);

    /// <summary>A number of zones.</summary>
    public string Zones(int count) => $"{Words.Number(count)} {(count == 1 ? Words.Zone : Words.Zones)}";

    /// <summary>A group of zones without a number.</summary>
    public string Of(PatternGroup group)
    {
        var there = group.Statuses.Where(status => status.Zones > 0 || group.Zones == 0).Select(status => Words.Status(status.Status)).Distinct(StringComparer.Ordinal);
        return string.Join("; ", there);
    }

    private static string OfKommune(ClassedField field) => field.Within is { } within ? $", {within.Name}" : "";

    private bool IsWhole { get; } = field.Classes.Breaks.All(IsWholeNumber)
        && Enumerable.Range(0, field.Layer.Count).Select(field.Field.At).All(number => number is not { } there || IsWholeNumber(there));

    private static bool IsWholeNumber(double number) => number == Math.Floor(number);
}
