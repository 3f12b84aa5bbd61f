namespace Bolyst.Intake.Description;

/// <summary>What the delivery is and where it comes from.</summary>
public sealed record DeliveryHeadDescription : DescriptionBlock
{
    /// <summary>The delivery's key: small letters, digits and hyphens.</summary>
    public required string Key { get; init; }

    /// <summary>What a person calls the delivery.</summary>
    public required TextByLanguage Title { get; init; }

    /// <summary>Who made the data.</summary>
    public required string Supplier { get; init; }

    /// <summary>The licence the data came under, such as CC BY 4.0 or NLOD.</summary>
    public required string Licence { get; init; }

    /// <summary>The address the data was fetched from.</summary>
    public string? Source { get; init; }

    /// <summary>Who can answer questions about the delivery.</summary>
    public string? Contact { get; init; }

    /// <summary>The day on which the data was received.</summary>
    public DateOnly? ReceivedOn { get; init; }

    /// <inheritdoc/>
    protected internal override IEnumerable<BlockFault> Check() => Keys.Check(Key);
}
