using Bolyst.Intake.Fields;

namespace Bolyst.Intake.Boundaries;

/// <summary>One entry of the block <c>parents</c>: how a zone finds the zone above it. Exactly one rule is set.</summary>
public sealed record ParentDescription
{
    /// <summary>Key of the zone set that holds the parents.</summary>
    public required string ZoneSet { get; init; }

    /// <summary>Rule 1: the parent's code is the first so many characters of the zone's code (grunnkrets 03011702, delområde 030117: 6).</summary>
    public int? Prefix { get; init; }

    /// <summary>Rule 2: a table says.</summary>
    public ParentTable? Table { get; init; }

    /// <summary>Rule 3: the parent is the one that holds the greatest share of the zone's area, at least half of it.</summary>
    public bool SpatialMajority { get; init; }
}

/// <summary>A table of (zone, parent).</summary>
public sealed record ParentTable
{
    /// <summary>The table, relative to the delivery's base folder.</summary>
    public required string File { get; init; }

    /// <summary>Column separator. Default: found by looking.</summary>
    public string? Delimiter { get; init; }

    /// <summary>Text encoding. Default: found by looking.</summary>
    public string? Encoding { get; init; }

    /// <summary>Where the zone's code stands.</summary>
    public required FieldText Code { get; init; }

    /// <summary>Where the parent's code stands.</summary>
    public required FieldText Parent { get; init; }

    /// <summary>Which rows count. Default: all.</summary>
    public IReadOnlyList<FieldFilter> Where { get; init; } = [];
}
