using Bolyst.Statistics.Opphoping;

namespace Bolyst.Statistics.Composite;

/// <summary>
/// A composite index as data: which indicators, in which groups, and what each step does, in the order of the OECD/JRC Handbook on
/// Constructing Composite Indicators (2008): denominate, impute, screen, treat, normalise, weigh, aggregate.
/// </summary>
/// <param name="Key">Stable name.</param>
/// <param name="Version">Raised whenever the definition changes; from 1.</param>
/// <param name="Label">What to call it.</param>
/// <param name="Indicators">One or more indicators, each once.</param>
/// <param name="Groups">The levels above the indicators, with exactly one group that has no parent; empty for a single level.</param>
public sealed record CompositeDefinition(
    string Key, int Version, RecipeLabel Label, IReadOnlyList<CompositeIndicator> Indicators, IReadOnlyList<CompositeGroup> Groups)
{
    /// <summary>The key of the one group, and of the index, when <see cref="Groups"/> is empty.</summary>
    public const string SingleLevel = "index";

    /// <summary>What a high score says. Default: harder levekår.</summary>
    public ScoreMeaning HighMeans { get; init; } = ScoreMeaning.Worse;

    /// <summary>How missing values are filled. Default: not at all.</summary>
    public ImputeMethod Impute { get; init; } = ImputeMethod.None;

    /// <summary>Which zones have too little data to be scored. Null: none is left out here.</summary>
    public ScreenRule? Screen { get; init; }

    /// <summary>How outliers are drawn in. Null: not at all.</summary>
    public TreatRule? Treat { get; init; }

    /// <summary>How values come onto one scale. Default: min-max to 0-100.</summary>
    public Normalisation Normalise { get; init; } = new();

    /// <summary>Whether several periods share one scale, so that change over time means something. Default: they do.</summary>
    public bool NormaliseOverAllPeriods { get; init; } = true;

    /// <summary>Where weights come from. Default: as given.</summary>
    public WeightRule Weights { get; init; } = WeightRule.Given;

    /// <summary>How parts become a whole, unless a group says otherwise. Default: the weighted arithmetic mean of all parts.</summary>
    public Aggregation Aggregate { get; init; } = new();

    /// <summary>What is known and not known about the definition; shown with every result.</summary>
    public string Note { get; init; } = "Defined by the user.";
}

/// <summary>What a high score says.</summary>
public enum ScoreMeaning
{
    /// <summary>Harder levekår.</summary>
    Worse = 1,

    /// <summary>Better levekår.</summary>
    Better = 2,
}

/// <summary>One indicator of a composite index.</summary>
/// <param name="Indicator">The indicator's key.</param>
/// <param name="Group">The group it belongs to; null when there is a single level.</param>
/// <param name="Weight">Its weight within the group, 0 or more; only proportions count.</param>
/// <param name="Direction">1 when a high value raises the score, -1 when it lowers it, 0 to follow the indicator's polarity.</param>
/// <param name="Denominator">Key of the count to divide by; null for none.</param>
public sealed record CompositeIndicator(
    string Indicator, string? Group = null, double Weight = 1, int Direction = 0, string? Denominator = null)
{
    /// <summary>Another normalisation than the definition's, with this indicator's own goalposts, target or reference.</summary>
    public Normalisation? Normalise { get; init; }
}

/// <summary>A group of indicators or of other groups.</summary>
/// <param name="Key">Name, different from every indicator's.</param>
/// <param name="Parent">The group it belongs to; null for the index itself.</param>
/// <param name="Weight">Its weight within the parent, 0 or more; only proportions count.</param>
public sealed record CompositeGroup(string Key, string? Parent = null, double Weight = 1)
{
    /// <summary>Another aggregation than the definition's.</summary>
    public Aggregation? Aggregate { get; init; }

    /// <summary>Brings the group's own scores onto a scale again before they enter the parent; the higher of them stays the higher.</summary>
    public Normalisation? Renormalise { get; init; }
}
