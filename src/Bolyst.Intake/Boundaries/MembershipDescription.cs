using Bolyst.Intake.Description;

namespace Bolyst.Intake.Boundaries;

/// <summary>A table with a row for each finer zone that a zone is made of.</summary>
public sealed record MembershipDescription : TabularFileDescription
{
    /// <summary>The key of the finer zone set.</summary>
    public required string Of { get; init; }

    /// <summary>The code of the zone that is built.</summary>
    public required FieldDescription Zone { get; init; }

    /// <summary>The name of the zone that is built. Absent: the code.</summary>
    public FieldDescription? ZoneName { get; init; }

    /// <summary>The code of the finer zone.</summary>
    public required FieldDescription Member { get; init; }

    /// <summary>Which rows to read; all conditions must hold.</summary>
    [OneOrMany]
    public IReadOnlyList<FilterDescription> Where { get; init; } = [];
}
