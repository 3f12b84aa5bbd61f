using Bolyst.Intake.Description;

namespace Bolyst.Intake.Boundaries;

/// <summary>Files with outlines: any vector format that GDAL reads.</summary>
public abstract record OutlineFilesDescription : DescriptionBlock
{
    private static readonly string[] KnownTypes = ["Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "GeometryCollection"];

    /// <summary>The files; they are read as one.</summary>
    public required IReadOnlyList<DeliveryPath> Files { get; init; }

    /// <summary>The layer to read. Needed where a file has more than one.</summary>
    public string? Layer { get; init; }

    /// <summary>The coordinate reference system, such as EPSG:25833, where the file does not say it or says it wrongly.</summary>
    public string? Crs { get; init; }

    /// <summary>The encoding of a Shapefile's texts, where there is no .cpg file or it is wrong.</summary>
    public TextEncoding? Encoding { get; init; }

    /// <summary>The name of what a feature outlines. Absent: its code, if it has one.</summary>
    public FieldDescription? Name { get; init; }

    /// <summary>Which features to read; all conditions must hold.</summary>
    [OneOrMany]
    public IReadOnlyList<FilterDescription> Where { get; init; } = [];

    /// <summary>Geometry types to leave out, such as border lines among polygons.</summary>
    public IReadOnlyList<string> SkipGeometryTypes { get; init; } = [];

    /// <summary>
    /// The share of an invalid outline's area, 0 to 1, that may be inside by one reading and outside by another, and the outline still be
    /// repaired. Above it the outline is refused. Default 0.001, a strip along the coast of a kommune.
    /// </summary>
    public double RepairDoubt { get; init; } = 0.001;

    /// <summary>Where a feature's code stands; null for what has none.</summary>
    internal virtual FieldDescription? CodeField => null;

    /// <summary>What to do with a feature without area.</summary>
    internal virtual NullGeometry Empty => NullGeometry.Skip;

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
