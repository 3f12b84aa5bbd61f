using Bolyst.Intake.Fields;

namespace Bolyst.Intake.Boundaries;

/// <summary>The block <c>membership</c> of a zone set: zones made by joining finer areas, told by a table of (zone, member).</summary>
public sealed record MembershipDescription
{
    /// <summary>Key of the zone set whose zones are the members.</summary>
    public required string Of { get; init; }

    /// <summary>The table, relative to the delivery's base folder.</summary>
    public required string File { get; init; }

    /// <summary>Column separator. Default: found by looking.</summary>
    public string? Delimiter { get; init; }

    /// <summary>Text encoding (utf-8, latin1 …). Default: found by looking.</summary>
    public string? Encoding { get; init; }

    /// <summary>Where the code of the zone stands.</summary>
    public required FieldText Zone { get; init; }

    /// <summary>Where the name of the zone stands. Default: the code is the name.</summary>
    public FieldText? ZoneName { get; init; }

    /// <summary>Where the code of the member stands.</summary>
    public required FieldText Member { get; init; }

    /// <summary>Which rows count. Default: all.</summary>
    public IReadOnlyList<FieldFilter> Where { get; init; } = [];

    /// <summary>
    /// Gaps and slits between members of one zone that are narrower than this are closed, in metres; every one is reported with its area.
    /// Water and land wider than this stay as they are. Default: 0.5, the order of the rounding in a file; outlines that were simplified one by
    /// one need more. 0 closes nothing.
    /// </summary>
    public double CloseGapsNarrowerThan { get; init; } = 0.5;

    /// <summary>True: the table may name members that are not in the member zone set (it covers more years or places). Default: that is a fault.</summary>
    public bool AllowUnknownMembers { get; init; }
}

/// <summary>One row of a membership table.</summary>
/// <param name="Zone">Code of the zone.</param>
/// <param name="ZoneName">Its name, or null.</param>
/// <param name="Member">Code of the finer area that belongs to it.</param>
/// <param name="Line">Line in the file, from 1; 0 where there is no file.</param>
public sealed record MembershipRow(string Zone, string? ZoneName, string Member, int Line = 0);
