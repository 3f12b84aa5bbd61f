namespace Bolyst.Cli.Demo.Register;

/// <summary>Whom an indicator counts among: the denominator.</summary>
internal enum Population
{
    Everyone = 1,
    Children,
    Aged15To29,
    Aged18To66,
    Aged20To66,
    Aged30To59,
    LabourForce,
    UpperSecondaryStarters,
    EntitledToVote,
    FamiliesWithChildren,
}

/// <summary>How the counts of an indicator are drawn. Chances are in millionths, factors in thousandths.</summary>
/// <param name="Key">The indicator's key in the description, where its names and definition are.</param>
/// <param name="Among">The denominator.</param>
/// <param name="Chance">The chance of a person in an ordinary place in the first year.</param>
/// <param name="Slope">How much the chance grows, as a share of itself, from the middle of the kommune to its eastern edge.</param>
/// <param name="Hot">What the chance is multiplied by in the hot cluster.</param>
/// <param name="Trend">Change of the chance a year, the same everywhere.</param>
/// <param name="AlsoByGrunnkrets">Delivered by grunnkrets too, not by zone, bydel and kommune alone.</param>
internal sealed record DemoIndicator(string Key, Population Among, int Chance, int Slope, int Hot, int Trend, bool AlsoByGrunnkrets = false)
{
    public const string UnemployedKey = "unemployed";
    public const string YouthOutsideKey = "youth-outside";
    public const string TurnoutKey = "turnout";

    /// <summary>Elections are held every other year; registers are read every year.</summary>
    public bool IsFor(int year) => Key != TurnoutKey || year % 2 == 1;
}

/// <summary>The indicators that are counts among a population. Folketal and kvadratmeterpris are the two others of the fifteen.</summary>
internal static class DemoIndicators
{
    /// <summary>Number of residents: the key that Bolyst looks for.</summary>
    public const string PopulationKey = "population";

    /// <summary>Mean price of a square metre: an amount, not a count.</summary>
    public const string PriceKey = "price-per-sqm";

    public static readonly IReadOnlyList<DemoIndicator> Counted =
    [
        new("persistent-low-income", Population.Everyone, Chance: 95_000, Slope: 300, Hot: 2600, Trend: 800, AlsoByGrunnkrets: true),
        new("child-persistent-low-income", Population.Children, Chance: 112_000, Slope: 350, Hot: 2500, Trend: -300),
        new("social-assistance", Population.Aged18To66, Chance: 32_000, Slope: 300, Hot: 2700, Trend: 0, AlsoByGrunnkrets: true),
        new("employed", Population.Aged20To66, Chance: 775_000, Slope: -60, Hot: 860, Trend: 500, AlsoByGrunnkrets: true),
        new(DemoIndicator.UnemployedKey, Population.LabourForce, Chance: 27_000, Slope: 300, Hot: 2300, Trend: 0, AlsoByGrunnkrets: true),
        new(DemoIndicator.YouthOutsideKey, Population.Aged15To29, Chance: 98_000, Slope: 300, Hot: 1900, Trend: -700, AlsoByGrunnkrets: true),
        new("upper-secondary-noncompletion", Population.UpperSecondaryStarters, Chance: 265_000, Slope: 250, Hot: 1500, Trend: -6_000),
        new("low-education", Population.Aged30To59, Chance: 180_000, Slope: 250, Hot: 1600, Trend: -2_000),
        new("lone-parent", Population.FamiliesWithChildren, Chance: 170_000, Slope: 200, Hot: 1400, Trend: 0),
        new("overcrowded-families", Population.FamiliesWithChildren, Chance: 140_000, Slope: 250, Hot: 1900, Trend: 1_000, AlsoByGrunnkrets: true),
        new(DemoIndicator.TurnoutKey, Population.EntitledToVote, Chance: 775_000, Slope: -50, Hot: 880, Trend: 0),
        new("reported-offences", Population.Everyone, Chance: 58_000, Slope: 250, Hot: 1500, Trend: -1_200),
        new("immigrant-share", Population.Everyone, Chance: 120_000, Slope: 250, Hot: 1800, Trend: 4_000, AlsoByGrunnkrets: true),
    ];
}
