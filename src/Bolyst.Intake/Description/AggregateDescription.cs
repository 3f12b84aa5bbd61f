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
}
