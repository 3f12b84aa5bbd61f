using Bolyst.Intake.Description;

namespace Bolyst.Intake.Boundaries;

/// <summary>Boundary files: any vector format that GDAL reads.</summary>
public sealed record BoundaryDescription : DescriptionBlock
{
    /// <summary>The files; together they make one zone set.</summary>
    public required IReadOnlyList<DeliveryPath> Files { get; init; }

    /// <summary>The layer to read. Needed where a file has more than one.</summary>
    public string? Layer { get; init; }

    /// <summary>The coordinate reference system, such as EPSG:25833, where the file does not say it or says it wrongly.</summary>
    public string? Crs { get; init; }

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

    /// <summary>What to do with a feature without geometry or without area.</summary>
    public NullGeometry OnNullGeometry { get; init; }
}

/// <summary>What to do with a feature without geometry or without area.</summary>
public enum NullGeometry
{
    /// <summary>Refuse the delivery and name the code.</summary>
    Refuse,

    /// <summary>Leave the zone out and name the code in the report.</summary>
    Skip,
}
