using Bolyst.Intake.Boundaries;
using Bolyst.Intake.Boundaries.Gdal;

namespace Bolyst.Intake.Import;

/// <summary>How an import runs.</summary>
public sealed record ImportOptions
{
    /// <summary>Read and check everything, and change nothing. Default false.</summary>
    public bool DryRun { get; init; }

    /// <summary>Hears how far the import has come; null for none. Called on the importing thread, so it should be quick.</summary>
    public IProgress<ImportProgress>? Progress { get; init; }

    /// <summary>How much the delivery may ask of the machine.</summary>
    public IntakeLimits Limits { get; init; } = IntakeLimits.Default;

    /// <summary>How GDAL is run.</summary>
    public GdalSettings Gdal { get; init; } = new();

    /// <summary>What counts as an overlap or a gap.</summary>
    public TopologyLimits Topology { get; init; } = new();
}

/// <summary>How far an import has come.</summary>
/// <param name="Step">What is being done: Hashing, Zones, Table, Sums, Commit.</param>
/// <param name="Subject">The file or the zone set.</param>
/// <param name="BytesRead">Bytes of the file read so far.</param>
/// <param name="Bytes">Bytes of the file; 0 where not known.</param>
/// <param name="Rows">Rows read so far.</param>
public readonly record struct ImportProgress(ImportStep Step, string Subject, long BytesRead, long Bytes, long Rows);

/// <summary>The steps of an import, in their order.</summary>
public enum ImportStep
{
    /// <summary>Taking the files' hashes.</summary>
    Hashing,

    /// <summary>Building zone sets.</summary>
    Zones,

    /// <summary>Reading a table.</summary>
    Table,

    /// <summary>Summing counts to larger zones.</summary>
    Sums,

    /// <summary>Making the delivery part of the store.</summary>
    Commit,
}
