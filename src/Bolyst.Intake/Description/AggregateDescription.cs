namespace Bolyst.Intake.Description;

/// <summary>Sums counts from finer zones up to the zones built of them. Rates move as their numerators and denominators; bare rates and means cannot.</summary>
public sealed record AggregateDescription : DescriptionBlock
{
    /// <summary>The key of the indicator.</summary>
    public required string Indicator { get; init; }

    /// <summary>The finer zone set.</summary>
    public required string From { get; init; }

    /// <summary>The zone set that was built of it by membership.</summary>
    public required string To { get; init; }

    /// <summary>What a zone gets when a part has no number.</summary>
    public MissingParts MissingParts { get; init; }
}

/// <summary>What a zone gets when a part has no number.</summary>
public enum MissingParts
{
    /// <summary>No sum either: a sum of some parts would pass for the whole.</summary>
    Withhold,

    /// <summary>The sum of the other parts. Right where the source lists only parts with someone in them.</summary>
    CountAsZero,
}
