using Bolyst.Intake.Description;

namespace Bolyst.Intake.Boundaries;

/// <summary>How the zones of a set find the coarser zone they lie in.</summary>
public sealed record ParentDescription : DescriptionBlock
{
    /// <summary>The key of the coarser zone set.</summary>
    public required string ZoneSet { get; init; }

    /// <summary>The coarser zone's code is this many first characters of the code.</summary>
    public int? Prefix { get; init; }

    /// <summary>Whether the coarser zone is the one that holds at least half of the zone's area. Default false.</summary>
    public bool SpatialMajority { get; init; }

    /// <summary>A table with a row for each zone and its parent.</summary>
    public ParentTableDescription? Table { get; init; }

    /// <inheritdoc/>
    protected internal override IEnumerable<BlockFault> Check()
    {
        if ((Prefix is null ? 0 : 1) + (Table is null ? 0 : 1) + (SpatialMajority ? 1 : 0) != 1)
        {
            yield return new BlockFault(null, "A parent is found by prefix, by table or by spatialMajority: give one of them.");
        }

        if (Prefix < 1)
        {
            yield return new BlockFault("prefix", "A prefix is at least one character long.");
        }
    }
}

/// <summary>A table with a row for each zone and its parent.</summary>
public sealed record ParentTableDescription : TabularFileDescription
{
    /// <summary>The zone's code.</summary>
    public required FieldDescription Code { get; init; }

    /// <summary>The parent's code.</summary>
    public required FieldDescription Parent { get; init; }
}

/// <summary>A code that is written in another way in the files.</summary>
public sealed record CodeChangeDescription : DescriptionBlock
{
    /// <summary>The code in the files.</summary>
    public required string From { get; init; }

    /// <summary>The code it is read as.</summary>
    public required string To { get; init; }
}
