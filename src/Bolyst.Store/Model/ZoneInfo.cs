namespace Bolyst.Store.Model;

/// <summary>A zone set as the store holds it.</summary>
/// <param name="Key">Never changes.</param>
/// <param name="Version">Dataset version of the delivery that brought this generation.</param>
/// <param name="Level">grunnkrets, delomrade, levekarssone, bydel, kommune, ...</param>
/// <param name="Name">Name for readers.</param>
/// <param name="ValidFrom">First valid day.</param>
/// <param name="ValidTo">Last valid day; null when still valid.</param>
/// <param name="IsPartition">True when no two zones overlap and together they cover the area.</param>
/// <param name="Licence">Licence of the boundaries.</param>
/// <param name="Source">Where the boundaries come from; null when not given.</param>
/// <param name="BoundariesOfficial">True for boundaries of an authority; false for a proxy.</param>
/// <param name="ZoneCount">Number of zones.</param>
/// <param name="OutlineCount">Number of zones that have an outline.</param>
public sealed record ZoneSetInfo(
    string Key,
    long Version,
    string Level,
    LocalizedText Name,
    DateOnly ValidFrom,
    DateOnly? ValidTo,
    bool IsPartition,
    string Licence,
    string? Source,
    bool BoundariesOfficial,
    int ZoneCount,
    int OutlineCount)
{
    /// <summary>True when the zone set is valid on a day.</summary>
    public bool IsValidOn(DateOnly day) => ValidFrom <= day && (ValidTo is null || day <= ValidTo);
}

/// <summary>Names a zone: the code alone means nothing without its zone set.</summary>
/// <param name="ZoneSet">Key of the zone set.</param>
/// <param name="Code">Code as text, with its leading zeros.</param>
public readonly record struct ZoneKey(string ZoneSet, string Code);

/// <summary>A zone as the store holds it, without its outline.</summary>
/// <param name="Id">Never changes for the same zone set and code.</param>
/// <param name="ZoneSet">Key of the zone set.</param>
/// <param name="Code">Code as text, with its leading zeros.</param>
/// <param name="Ordinal">0-based place in the order of codes: the place in a column of the cube.</param>
/// <param name="Name">Name for readers.</param>
/// <param name="PartCount">How many finer zones or features it was made of.</param>
/// <param name="Shape">What is known of its outline; null for a zone without one.</param>
/// <param name="Version">Dataset version of the delivery that brought this generation.</param>
public sealed record ZoneInfo(int Id, string ZoneSet, string Code, int Ordinal, string Name, int PartCount, ZoneShape? Shape, long Version);

/// <summary>What is derived from an outline; metres in EPSG:25833, east then north.</summary>
/// <param name="PolygonCount">Polygons it consists of (a mainland and its islands); at least 1.</param>
/// <param name="AreaM2">Area in square metres.</param>
/// <param name="PointX">East of a point that is surely inside.</param>
/// <param name="PointY">North of that point.</param>
/// <param name="MinX">West edge.</param>
/// <param name="MinY">South edge.</param>
/// <param name="MaxX">East edge.</param>
/// <param name="MaxY">North edge.</param>
public sealed record ZoneShape(int PolygonCount, double AreaM2, double PointX, double PointY, double MinX, double MinY, double MaxX, double MaxY);

/// <summary>An outline: well-known binary (OGC, little endian, without SRID) of a MultiPolygon.</summary>
/// <param name="Srid">EPSG code of the coordinates; east before north, longitude before latitude.</param>
/// <param name="Wkb">The bytes.</param>
public sealed record Outline(int Srid, byte[] Wkb)
{
    /// <summary>The outline as a geometry with its SRID set.</summary>
    public NetTopologySuite.Geometries.Geometry ToGeometry()
    {
        var geometry = new NetTopologySuite.IO.WKBReader().Read(Wkb);
        geometry.SRID = Srid;
        return geometry;
    }
}

/// <summary>A zone with its outline.</summary>
/// <param name="Zone">The zone.</param>
/// <param name="Outline">Its outline; null for a zone without one.</param>
public sealed record OutlinedZone(ZoneInfo Zone, Outline? Outline);

/// <summary>A zone that a point lies in or a polygon overlaps.</summary>
/// <param name="Zone">The zone.</param>
/// <param name="ShareOfZone">Part of the zone's area that the polygon covers, above 0 and up to 1; null for a point.</param>
/// <param name="ShareOfPolygon">Part of the polygon's area that lies in the zone, above 0 and up to 1; null for a point.</param>
public sealed record ZoneOverlap(ZoneInfo Zone, double? ShareOfZone, double? ShareOfPolygon);
