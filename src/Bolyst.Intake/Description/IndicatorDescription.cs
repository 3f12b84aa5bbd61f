using Bolyst.Statistics;

namespace Bolyst.Intake.Description;

/// <summary>What an indicator measures. The same key in a later delivery is a new version of these texts.</summary>
public sealed record IndicatorDescription : DescriptionBlock
{
    /// <summary>The indicator's key, such as persistent-low-income. The key population is the number of inhabitants.</summary>
    public required string Key { get; init; }

    /// <summary>What a person calls the indicator.</summary>
    public required TextByLanguage Name { get; init; }

    /// <summary>The theme it belongs to, such as economy, work, education, health, housing.</summary>
    public required string Theme { get; init; }

    /// <summary>What is counted and how, as the source says it.</summary>
    public required TextByLanguage Definition { get; init; }

    /// <summary>Who is counted.</summary>
    public string? Numerator { get; init; }

    /// <summary>Among whom.</summary>
    public string? Denominator { get; init; }

    /// <summary>The ages counted, such as 20-66.</summary>
    public string? AgeBand { get; init; }

    /// <summary>The unit values are shown in.</summary>
    public required IndicatorUnit Unit { get; init; }

    /// <summary>Which direction is worse. Context only is shown beside a score and never enters one.</summary>
    public required Polarity Polarity { get; init; }

    /// <summary>How the data came about. Default register.</summary>
    public IndicatorKind Kind { get; init; }

    /// <summary>The table or register it is taken from.</summary>
    public string? SourceTable { get; init; }

    /// <summary>Whether it concerns immigrant background. Such an indicator is context only.</summary>
    public bool Ethnicity { get; init; }

    /// <summary>The factor between numerator/denominator and value. Default 100 for percent, 1000 for per1000, 10000 and 100000 likewise, else 1.</summary>
    public double? Scale { get; init; }

    /// <summary>Values above 100 percent, and numerators above their denominators, are possible here. Default false: they are refused as mistakes.</summary>
    public bool MayExceedWhole { get; init; }

    /// <summary>The factor in use: <see cref="Scale"/> or the unit's.</summary>
    [NotAKey]
    public double EffectiveScale => Scale ?? Unit switch
    {
        IndicatorUnit.Percent => 100,
        IndicatorUnit.Per1000 => 1_000,
        IndicatorUnit.Per10000 => 10_000,
        IndicatorUnit.Per100000 => 100_000,
        _ => 1,
    };

    /// <inheritdoc/>
    protected internal override IEnumerable<BlockFault> Check()
    {
        foreach (var fault in Keys.Check(Key))
        {
            yield return fault;
        }

        if (Scale <= 0)
        {
            yield return new BlockFault("scale", "The scale is above zero.");
        }

        if (Ethnicity && Polarity != Polarity.ContextOnly)
        {
            yield return new BlockFault("polarity", "An indicator of immigrant background is context only: write polarity: contextOnly. Who needs follow-up is found without regard to background.");
        }
    }
}

/// <summary>The unit values are shown in.</summary>
public enum IndicatorUnit
{
    /// <summary>Parts of a hundred.</summary>
    Percent,

    /// <summary>Per 1000.</summary>
    Per1000,

    /// <summary>Per 10 000.</summary>
    Per10000,

    /// <summary>Per 100 000.</summary>
    Per100000,

    /// <summary>A number of persons or cases.</summary>
    Count,

    /// <summary>Norwegian kroner.</summary>
    Kroner,

    /// <summary>Points, as in grunnskolepoeng.</summary>
    Points,

    /// <summary>An index number.</summary>
    Index,

    /// <summary>A plain ratio.</summary>
    Ratio,

    /// <summary>Years.</summary>
    Years,

    /// <summary>Another unit, which the definition names.</summary>
    Other,
}

/// <summary>How data came about.</summary>
public enum IndicatorKind
{
    /// <summary>Everyone, from registers.</summary>
    Register,

    /// <summary>A sample that was asked.</summary>
    Survey,

    /// <summary>Events that were counted.</summary>
    Event,
}
