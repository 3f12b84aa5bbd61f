using Bolyst.Intake.Boundaries;

namespace Bolyst.Intake.Description;

/// <summary>The boundary of an områdesatsing, as it held from a day.</summary>
public sealed record OmradesatsingDescription : DescriptionBlock
{
    /// <summary>The key of the områdesatsing: one of the built-in fourteen, one loaded before, or a new one with its programme.</summary>
    public required string Key { get; init; }

    /// <summary>What the områdesatsing is, where it is new to Bolyst or has changed.</summary>
    public ProgrammeDescription? Programme { get; init; }

    /// <summary>The boundary's file. Its code field picks out the features; all that are read become one boundary.</summary>
    public required BoundaryDescription Boundary { get; init; }

    /// <summary>Whether the programme itself drew the boundary, or someone drew it after a description.</summary>
    public required BoundaryStanding Standing { get; init; }

    /// <summary>When the boundary holds.</summary>
    public required ValidityDescription Valid { get; init; }

    /// <summary>Where the boundary comes from. Default: the delivery's source.</summary>
    public string? Source { get; init; }
}

/// <summary>How a boundary came about.</summary>
public enum BoundaryStanding
{
    /// <summary>Drawn by the programme.</summary>
    Official,

    /// <summary>Drawn by someone else, after street names or from zones.</summary>
    Proxy,
}
