namespace Bolyst.Intake.Description;

/// <summary>A condition on one field of a row or a feature. Where several tests are given, all must hold; an absent field counts as empty text.</summary>
public sealed record FilterDescription : DescriptionBlock
{
    /// <summary>The field's name.</summary>
    public required string Field { get; init; }

    /// <summary>The field is exactly this text.</summary>
    [Key("equals")]
    public string? EqualTo { get; init; }

    /// <summary>The field is one of these texts.</summary>
    public IReadOnlyList<string>? In { get; init; }

    /// <summary>The field begins with this text.</summary>
    public string? StartsWith { get; init; }

    /// <summary>A regular expression (.NET) matches somewhere in the field.</summary>
    public string? Matches { get; init; }

    /// <summary>Turn the condition round. Default false.</summary>
    public bool Not { get; init; }

    /// <inheritdoc/>
    protected internal override IEnumerable<BlockFault> Check()
    {
        if (EqualTo is null && In is null && StartsWith is null && Matches is null)
        {
            yield return new BlockFault(null, "The condition tests nothing: give equals, in, startsWith or matches.");
        }

        if (Matches is not null && FieldDescription.PatternFault(Matches) is { } fault)
        {
            yield return new BlockFault("matches", fault);
        }
    }
}
