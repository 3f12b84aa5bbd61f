using Bolyst.Intake.Description;

namespace Bolyst.Intake.Boundaries;

/// <summary>Boundary files: any vector format that GDAL reads.</summary>
public sealed record BoundaryDescription : DescriptionBlock
{
    private static readonly string[] KnownTypes = ["Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "GeometryCollection"];

    /// <summary>The files; together they make one zone set.</summary>
    public required IReadOnlyList<DeliveryPath> Files { get; init; }

    /// <summary>The layer to read. Needed where a file has more than one.</summary>
    public string? Layer { get; init; }

    /// <summary>The coordinate reference system, such as EPSG:25833, where the file does not say it or says it wrongly.</summary>
    public string? Crs { get; init; }

    /// <summary>The encoding of a Shapefile's texts, where there is no .cpg file or it is wrong.</summary>
    public TextEncoding? Encoding { get; init; }

    /// <summary>The zone's code.</summary>
    public required FieldDescription Code { get; init; }

    /// <summary>The zone's name. Absent: the code.</summary>
    public FieldDescription? Name { get; init; }

    /// <summary>Which features to read; all conditions must hold.</summary>
    [OneOrMany]
    public IReadOnlyList<FilterDescription> Where { get; init; } = [];

    /// <summary>Geometry types to leave out, such as border lines among polygons.</summary>
    public IReadOnlyList<string> SkipGeometryTypes { get; init; } = [];

    /// <summary>Join several features with one code into one zone. Default false: two features with one code are refused.</summary>
    public bool DissolveByCode { get; init; }

    /// <summary>
    /// The share of an invalid outline's area, 0 to 1, that may be inside by one reading and outside by another, and the outline still be
    /// repaired. Above it the outline is refused. Default 0.001, a strip along the coast of a kommune.
    /// </summary>
    public double RepairDoubt { get; init; } = 0.001;

    /// <summary>What to do with a feature without geometry or without area.</summary>
    public NullGeometry OnNullGeometry { get; init; }

    /// <inheritdoc/>
    protected internal override IEnumerable<BlockFault> Check()
    {
        if (Files.Count == 0)
        {
            yield return new BlockFault("files", "Name at least one file.");
        }

        if (Encoding is TextEncoding.Utf16)
        {
            yield return new BlockFault("encoding", "A Shapefile's texts are utf8, latin1 or windows1252.");
        }

        if (RepairDoubt is not (>= 0 and <= 1))
        {
            yield return new BlockFault("repairDoubt", "Between 0 and 1.");
        }

        foreach (var type in SkipGeometryTypes.Where(type => !KnownTypes.Contains(type, StringComparer.OrdinalIgnoreCase)))
        {
            yield return new BlockFault("skipGeometryTypes", $"'{type}' is no geometry type. Known: {string.Join(", ", KnownTypes)}.");
        }
    }
}

/// <summary>What to do with a feature without geometry or without area.</summary>
public enum NullGeometry
{
    /// <summary>Refuse the delivery and name the code.</summary>
    Refuse,

    /// <summary>Leave the zone out and name the code in the report.</summary>
    Skip,

    /// <summary>Keep the zone without an outline: it can carry observations but is not on the map. The report names the code.</summary>
    Keep,
}
