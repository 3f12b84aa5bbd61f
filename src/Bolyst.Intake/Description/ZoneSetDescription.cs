using Bolyst.Intake.Boundaries;

namespace Bolyst.Intake.Description;

/// <summary>A set of zones of one level that holds for a span of time, read from boundary files or built from finer zones.</summary>
public sealed record ZoneSetDescription : DescriptionBlock
{
    /// <summary>The zone set's key, such as oslo-grunnkrets-2024. The same key in a later delivery is a new generation of the same zones.</summary>
    public required string Key { get; init; }

    /// <summary>The level: grunnkrets, delomrade, levekarssone, bydel, kommune, fylke, or another word of yours.</summary>
    public required string Level { get; init; }

    /// <summary>What a person calls the zone set.</summary>
    public required TextByLanguage Name { get; init; }

    /// <summary>When the zones hold. Observations outside are refused.</summary>
    public required ValidityDescription Valid { get; init; }

    /// <summary>Whether the zones cover their area without gaps or overlaps. Default false; where true, overlaps and gaps are reported.</summary>
    public bool Partition { get; init; }

    /// <summary>The licence of the boundaries. Default: the delivery's.</summary>
    public string? Licence { get; init; }

    /// <summary>The source of the boundaries. Default: the delivery's.</summary>
    public string? Source { get; init; }

    /// <summary>Boundary files. Either this or membership.</summary>
    public BoundaryDescription? Boundaries { get; init; }

    /// <summary>A table that says which finer zones each zone is made of. Either this or boundaries.</summary>
    public MembershipDescription? Membership { get; init; }

    /// <summary>Codes that are written in another way in this delivery's files: each from is read as to, in boundaries and in tables.</summary>
    public IReadOnlyList<CodeChangeDescription> CodeChanges { get; init; } = [];

    /// <summary>Coarser zones that these zones lie in.</summary>
    public IReadOnlyList<ParentDescription> Parents { get; init; } = [];

    /// <summary>Earlier zone sets whose zones became these, so that series over years can follow.</summary>
    public IReadOnlyList<PredecessorDescription> Predecessors { get; init; } = [];

    /// <inheritdoc/>
    protected internal override IEnumerable<BlockFault> Check()
    {
        foreach (var fault in Keys.Check(Key))
        {
            yield return fault;
        }

        if ((Boundaries is null) == (Membership is null))
        {
            yield return new BlockFault(null, "A zone set has either boundaries (files with outlines) or membership (a table of the finer zones it is made of).");
        }
    }
}

/// <summary>A span of days.</summary>
public sealed record ValidityDescription : DescriptionBlock
{
    /// <summary>The first day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day. Absent: still valid.</summary>
    public DateOnly? To { get; init; }

    /// <inheritdoc/>
    protected internal override IEnumerable<BlockFault> Check()
    {
        if (To < From)
        {
            yield return new BlockFault("to", "The last day lies before the first.");
        }
    }
}
