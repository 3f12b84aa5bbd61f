using Bolyst.Intake.Description;

namespace Bolyst.Intake.Boundaries;

/// <summary>Boundary files: any vector format that GDAL reads. Together they make one zone set.</summary>
public sealed record BoundaryDescription : OutlineFilesDescription
{
    /// <summary>The zone's code.</summary>
    public required FieldDescription Code { get; init; }

    /// <summary>Join several features with one code into one zone. Default false: two features with one code are refused.</summary>
    public bool DissolveByCode { get; init; }

    /// <summary>What to do with a feature without geometry or without area.</summary>
    public NullGeometry OnNullGeometry { get; init; }

    internal override FieldDescription? CodeField => Code;

    internal override NullGeometry Empty => OnNullGeometry;
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
