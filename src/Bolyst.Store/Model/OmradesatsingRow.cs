using NetTopologySuite.Geometries;

namespace Bolyst.Store.Model;

/// <summary>How far an områdesatsing has come. The numeric values are stored, so they never change.</summary>
public enum OmradesatsingStatus : byte
{
    /// <summary>Made known; not begun.</summary>
    Announced = 0,

    /// <summary>Running.</summary>
    Ongoing = 1,

    /// <summary>Over.</summary>
    Ended = 2,
}

/// <summary>An områdesatsing: an agreement between stat and kommune about one area for some years.</summary>
/// <param name="Key">Never changes, for example <c>trondheim-saupstad-kolstad</c>.</param>
/// <param name="Name">Official name.</param>
/// <param name="Aliases">Other names in use.</param>
/// <param name="KommuneCode">Kommune number, four digits, of the division in force in 2024.</param>
/// <param name="KommuneName">Name of the kommune.</param>
/// <param name="Area">The area in words; null when not named.</param>
/// <param name="StartYear">First year; null when not stated.</param>
/// <param name="EndYear">Last active year, counted as active; null when not stated.</param>
/// <param name="Status">How far it had come when the source was written.</param>
/// <param name="Delprogram">Delprogram or innsatsområde.</param>
/// <param name="Goals">Goals as the source words them.</param>
/// <param name="Funders">Who pays.</param>
/// <param name="Predecessors">Keys of earlier satsingar whose area shares its name. The same name does not mean the same polygon.</param>
/// <param name="Notes">What a reader must know, for example where sources disagree.</param>
/// <param name="Source">The document.</param>
public sealed record OmradesatsingRow(
    string Key,
    string Name,
    IReadOnlyList<string> Aliases,
    string KommuneCode,
    string KommuneName,
    string? Area,
    int? StartYear,
    int? EndYear,
    OmradesatsingStatus Status,
    IReadOnlyList<string> Delprogram,
    IReadOnlyList<string> Goals,
    IReadOnlyList<string> Funders,
    IReadOnlyList<string> Predecessors,
    IReadOnlyList<string> Notes,
    string Source);

/// <summary>
/// A boundary of an områdesatsing, not aligned with zones. A delivery's boundaries of one områdesatsing replace the earlier
/// ones as a whole.
/// </summary>
/// <param name="Key">Key of the områdesatsing.</param>
/// <param name="ValidFrom">First day it held.</param>
/// <param name="ValidTo">Last day it held; null when it still does.</param>
/// <param name="IsOfficial">True when the kommune or the stat drew it; false for a proxy (bydeler, a levekårssone, a sketch).</param>
/// <param name="Source">Who drew it and when.</param>
/// <param name="Outline">Polygon or MultiPolygon in EPSG:25833 (SRID set), valid, not empty.</param>
public sealed record OmradesatsingBoundary(string Key, DateOnly ValidFrom, DateOnly? ValidTo, bool IsOfficial, string Source, Geometry Outline);

/// <summary>An områdesatsing as the store holds it.</summary>
/// <param name="Row">What it is.</param>
/// <param name="Version">Dataset version of the delivery that brought it; 0 when it is shipped with Bolyst.</param>
public sealed record OmradesatsingInfo(OmradesatsingRow Row, long Version)
{
    /// <summary>True when it was active in a year, first and last year counted. One without a period is never active.</summary>
    public bool IsActiveIn(int year) => Row.StartYear <= year && year <= Row.EndYear;
}

/// <summary>A boundary of an områdesatsing as the store holds it, without its outline.</summary>
/// <param name="Key">Key of the områdesatsing.</param>
/// <param name="ValidFrom">First day it held.</param>
/// <param name="ValidTo">Last day it held; null when it still does.</param>
/// <param name="IsOfficial">True when the kommune or the stat drew it; false for a proxy.</param>
/// <param name="Source">Who drew it and when.</param>
/// <param name="AreaM2">Area in square metres.</param>
/// <param name="Version">Dataset version of the delivery that brought it.</param>
public record BoundaryHead(string Key, DateOnly ValidFrom, DateOnly? ValidTo, bool IsOfficial, string Source, double AreaM2, long Version);

/// <summary>A boundary of an områdesatsing with its outline.</summary>
public sealed record BoundaryInfo : BoundaryHead
{
    internal BoundaryInfo(BoundaryHead head, Outline outline)
        : base(head) => Outline = outline;

    /// <summary>The outline.</summary>
    public Outline Outline { get; }
}
