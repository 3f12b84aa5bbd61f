using Bolyst.Intake.Fields;

namespace Bolyst.Intake.Boundaries;

/// <summary>The block <c>boundaries</c> of a zone set: which files hold the outlines and what their fields mean.</summary>
public sealed record BoundaryDescription
{
    /// <summary>
    /// One or many files for the one zone set, relative to the delivery's base folder. Formats are told by content, not by name:
    /// GeoJSON, TopoJSON, GeoPackage, Shapefile (name the .shp), FlatGeobuf, GML.
    /// </summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>The layer to read. Default: the only one; a file with several layers and none named here is refused.</summary>
    public string? Layer { get; init; }

    /// <summary>
    /// The files' coordinate reference system as <c>AUTHORITY:CODE</c> (EPSG:4326). Needed where the file does not say (TopoJSON never does);
    /// where it says, this one is believed instead. Default: the file's own.
    /// </summary>
    public string? Crs { get; init; }

    /// <summary>Encoding of a Shapefile's texts where there is no .cpg (ISO-8859-1, UTF-8 …). Default: what GDAL finds.</summary>
    public string? Encoding { get; init; }

    /// <summary>Where the zone's code stands.</summary>
    public required FieldText Code { get; init; }

    /// <summary>Where the zone's name stands. Default: the code is the name.</summary>
    public FieldText? Name { get; init; }

    /// <summary>Which features count: those that every filter keeps. Default: all.</summary>
    public IReadOnlyList<FieldFilter> Where { get; init; } = [];

    /// <summary>Geometry types that are no zones and are passed over (LineString, MultiLineString, Point …): border lines among the polygons.</summary>
    public IReadOnlyList<string> SkipGeometryTypes { get; init; } = [];

    /// <summary>True: features with one code are parts of one zone. False (default): a code given twice is a fault.</summary>
    public bool DissolveByCode { get; init; }

    /// <summary>What to do with a feature that has no area: null, empty or collapsed geometry. Default: refuse.</summary>
    public MissingOutline OnNullGeometry { get; init; } = MissingOutline.Refuse;
}

/// <summary>What to do with a zone that has no area on the map.</summary>
public enum MissingOutline
{
    /// <summary>The delivery is refused; the report names the code.</summary>
    Refuse,

    /// <summary>The zone is left out; the report names the code.</summary>
    Skip,

    /// <summary>The zone is kept without an outline: it can carry observations but is not on the map; the report names the code.</summary>
    Keep,
}
