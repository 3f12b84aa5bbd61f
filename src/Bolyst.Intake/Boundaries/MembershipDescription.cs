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

    /// <summary>
    /// Gaps and slits between members of one zone that are narrower than this are closed, in metres, 0 to 100; each is reported with its area.
    /// Wider water and land stay as they are. Default 0.5, the order of the rounding in a file; outlines that were simplified one by one need
    /// more. 0 closes nothing.
    /// </summary>
    public double CloseGapsNarrowerThan { get; init; } = 0.5;

    /// <summary>Whether the table may name finer zones that are not there, because it covers more places or years. Default false: that refuses the delivery.</summary>
    public bool AllowUnknownMembers { get; init; }

    /// <inheritdoc/>
    protected internal override IEnumerable<BlockFault> Check() =>
        CloseGapsNarrowerThan is >= 0 and <= 100
            ? base.Check()
            : base.Check().Append(new BlockFault("closeGapsNarrowerThan", "Between 0 and 100 metres."));
}
