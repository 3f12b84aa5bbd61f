namespace Bolyst.Intake.Boundaries.Gdal;

/// <summary>What GDAL's programs may use of the machine while they read a delivered file.</summary>
public sealed record GdalSettings
{
    /// <summary>Longest run of one program. Default 10 minutes.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Most memory that one program may map, in bytes. Default 4 GiB.</summary>
    public long MemoryBytes { get; init; } = 4L << 30;

    /// <summary>Largest delivered file, sidecars counted one by one, in bytes. Default 4 GiB.</summary>
    public long InputBytes { get; init; } = 4L << 30;

    /// <summary>Most text that one program may hand over, in bytes: a small file can hold a very large answer. Default 8 GiB.</summary>
    public long OutputBytes { get; init; } = 8L << 30;

    /// <summary>Largest single feature of a GeoJSON file, in megabytes (GDAL's OGR_GEOJSON_MAX_OBJ_SIZE). Default 200, as GDAL has it.</summary>
    public int FeatureMegabytes { get; init; } = 200;
}
