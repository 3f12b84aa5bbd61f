namespace Bolyst.Statistics.Opphoping;

/// <summary>
/// A versioned way to measure opphoping of levekårsutfordringar: data, so that an answer can name it and a reader can recompute it.
/// </summary>
/// <param name="Key">Stable name, for example "inntektssystem-product".</param>
/// <param name="Version">Raised whenever a factor, a unit or a rule changes; from 1.</param>
/// <param name="Label">What to call it, with its reservations.</param>
/// <param name="WeightIndicator">Key of the count that weighs the zones, normally "population".</param>
public abstract record Recipe(string Key, int Version, RecipeLabel Label, string WeightIndicator)
{
    /// <summary>What is known and not known about the recipe; shown with every result.</summary>
    public RecipeLabel Reservation { get; init; } = new("Laget av brukeren.", "Laga av brukaren.", "Defined by the user.");

    /// <summary>Keys of the indicators and denominators that the recipe reads, without the weight, each once.</summary>
    public abstract IReadOnlyList<string> Indicators { get; }

    /// <summary>Keys of all that a computation reads: the indicators, and the weight unless nothing is weighed.</summary>
    public virtual IEnumerable<string> Inputs => Indicators.Append(WeightIndicator);
}

/// <summary>A text in the two Norwegian written languages and English.</summary>
/// <param name="Nb">Bokmål.</param>
/// <param name="Nn">Nynorsk.</param>
/// <param name="En">English.</param>
public sealed record RecipeLabel(string Nb, string Nn, string En);

/// <summary>The product of its factors. Any missing factor makes the product missing, never zero.</summary>
/// <param name="Key">See <see cref="Recipe"/>.</param>
/// <param name="Version">See <see cref="Recipe"/>.</param>
/// <param name="Label">See <see cref="Recipe"/>.</param>
/// <param name="Factors">One or more factors, each of an indicator of its own.</param>
/// <param name="WeightIndicator">See <see cref="Recipe"/>.</param>
public sealed record ProductRecipe(string Key, int Version, RecipeLabel Label, IReadOnlyList<Factor> Factors, string WeightIndicator = "population")
    : Recipe(Key, Version, Label, WeightIndicator)
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Indicators { get; } =
        [.. Factors.SelectMany(f => f.Denominator is null ? [f.Indicator] : new[] { f.Indicator, f.Denominator }).Distinct(StringComparer.Ordinal)];
}

/// <summary>One factor of a product.</summary>
/// <param name="Indicator">The indicator's key.</param>
/// <param name="Denominator">Key of the count to divide by, when <paramref name="Indicator"/> is a count; null for a rate.</param>
/// <param name="Reading">How the value enters the product.</param>
/// <param name="Scale">Multiplies the value: 0.01 turns percent into a share. Positive. Changes the raw product only, never shares or ratios.</param>
/// <param name="Whole">What a <see cref="FactorReading.Complement"/> is taken from, in the indicator's unit: 100 for percent.</param>
public sealed record Factor(
    string Indicator, string? Denominator = null, FactorReading Reading = FactorReading.ByPolarity, double Scale = 1, double Whole = 100);

/// <summary>How a value enters a product, where more must mean harder levekår.</summary>
public enum FactorReading
{
    /// <summary>As it is when higher is worse; any other polarity is refused, for there is no one right mirror of a share.</summary>
    ByPolarity = 0,

    /// <summary>As it is, by the caller's word.</summary>
    AsIs = 1,

    /// <summary>The rest up to <see cref="Factor.Whole"/>: 100 % less the employed.</summary>
    Complement = 2,

    /// <summary>One divided by the value: for amounts such as income.</summary>
    Reciprocal = 3,
}

/// <summary>On how many indicators a zone is among the worst, or past a fixed limit.</summary>
/// <param name="Key">See <see cref="Recipe"/>.</param>
/// <param name="Version">See <see cref="Recipe"/>.</param>
/// <param name="Label">See <see cref="Recipe"/>.</param>
/// <param name="Criteria">One or more criteria, each of an indicator of its own.</param>
/// <param name="WeightIndicator">See <see cref="Recipe"/>.</param>
public sealed record ThresholdCountRecipe(
    string Key, int Version, RecipeLabel Label, IReadOnlyList<Criterion> Criteria, string WeightIndicator = "population")
    : Recipe(Key, Version, Label, WeightIndicator)
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Indicators { get; } = [.. Criteria.Select(c => c.Indicator).Distinct(StringComparer.Ordinal)];

    /// <inheritdoc/>
    public override IEnumerable<string> Inputs => Indicators;
}

/// <summary>One criterion: exactly one of <paramref name="WorstShare"/> and <paramref name="Limit"/> is given.</summary>
/// <param name="Indicator">The indicator's key.</param>
/// <param name="WorstShare">The share of zones that counts as worst, above 0 and below 1: 0.1 is the worst tenth. Ties at the edge are all in.</param>
/// <param name="Limit">A fixed limit in the indicator's unit; a zone at the limit is past it.</param>
/// <param name="Worse">Which end is worse; null follows the indicator's polarity.</param>
public sealed record Criterion(string Indicator, double? WorstShare = null, double? Limit = null, WorseEnd? Worse = null);

/// <summary>The end of the scale that means harder levekår.</summary>
public enum WorseEnd
{
    /// <summary>High values are worse.</summary>
    High = 1,

    /// <summary>Low values are worse.</summary>
    Low = 2,
}
