using Bolyst.Statistics;

namespace Bolyst.Store.Model;

/// <summary>What an indicator's cells hold, and so how they may be moved to other zones. The numeric values are stored, so they never change.</summary>
public enum MeasureForm : byte
{
    /// <summary>A count: the numerator alone; sums.</summary>
    Count = 0,

    /// <summary>Numerator and denominator; the rate is recomputed from their sums.</summary>
    Rate = 1,

    /// <summary>A rate without its counts: cannot be moved to coarser zones.</summary>
    BareRate = 2,

    /// <summary>A mean or median: cannot be moved without a weight.</summary>
    Mean = 3,

    /// <summary>An amount, for example kroner in all; sums.</summary>
    Amount = 4,
}

/// <summary>An indicator as one delivery describes it. The same key delivered again is a new version of the description.</summary>
/// <param name="Key">Never changes, for example <c>persistent-low-income</c>. The population is the indicator <c>population</c>.</param>
/// <param name="Name">Name for readers.</param>
/// <param name="Theme">Theme, for example <c>okonomi</c>.</param>
/// <param name="Definition">Definition in words, with thresholds.</param>
/// <param name="Numerator">What the numerator counts; null when there is none.</param>
/// <param name="Denominator">What the denominator counts; null when there is none.</param>
/// <param name="AgeBand">Ages covered, for example <c>20-66</c>; null for all.</param>
/// <param name="Unit">percent, per1000, count, kroner, points, index, ratio, ...</param>
/// <param name="Scale">Value = numerator / denominator × scale: 100 for percent, 1000 for per mille, 1 for a count.</param>
/// <param name="Polarity">How it is read; <see cref="Polarity.ContextOnly"/> is required when <paramref name="Ethnicity"/> is true.</param>
/// <param name="Kind">register, survey or event.</param>
/// <param name="SourceTable">Table at the source; null when it has none.</param>
/// <param name="Ethnicity">True when it concerns immigrant background: context only, never scored.</param>
/// <param name="Form">What the cells hold.</param>
public sealed record IndicatorHead(
    string Key,
    LocalizedText Name,
    string Theme,
    LocalizedText Definition,
    string? Numerator,
    string? Denominator,
    string? AgeBand,
    string Unit,
    double Scale,
    Polarity Polarity,
    string Kind,
    string? SourceTable,
    bool Ethnicity,
    MeasureForm Form);
