namespace Bolyst.Store.Model;

/// <summary>How two zones belong together. The numeric values are stored, so they never change.</summary>
public enum ZoneLinkKind : byte
{
    /// <summary>The first lies inside the second by definition (grunnkrets in delområde).</summary>
    Parent = 0,

    /// <summary>The first is a building block of the second (grunnkrets of a levekårssone).</summary>
    PartOf = 1,

    /// <summary>The first was replaced by the second (code change). The first may be a code that has no outline here.</summary>
    Became = 2,
}

/// <summary>
/// A link between two zones. A delivery's links of one kind between two zone sets replace the earlier ones as a whole.
/// </summary>
/// <param name="Kind">How they belong together.</param>
/// <param name="FromZoneSet">Zone set of the finer, or the older, zone.</param>
/// <param name="FromCode">Its code.</param>
/// <param name="ToZoneSet">Zone set of the coarser, or the newer, zone.</param>
/// <param name="ToCode">Its code.</param>
/// <param name="Share">Share of the first that goes to the second, above 0 and up to 1; null means all.</param>
/// <param name="On">The day the change took effect; null when it has none.</param>
public sealed record ZoneLink(
    ZoneLinkKind Kind,
    string FromZoneSet,
    string FromCode,
    string ToZoneSet,
    string ToCode,
    double? Share = null,
    DateOnly? On = null);
