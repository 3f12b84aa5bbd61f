using Bolyst.Intake.Boundaries;

namespace Bolyst.Intake.Reports;

/// <summary>How an import ended.</summary>
public enum ImportOutcome
{
    /// <summary>The delivery has faults; the store is as before.</summary>
    Refused,

    /// <summary>The delivery is part of the store.</summary>
    Imported,

    /// <summary>Everything was read and checked, and nothing changed, as asked for.</summary>
    Checked,

    /// <summary>The same delivery, to the last byte, was imported before; nothing changed.</summary>
    AlreadyImported,
}

/// <summary>What an import read, kept, repaired, refused, joined and left over. Kept with the delivery.</summary>
/// <param name="delivery">The delivery's key.</param>
public sealed class ImportReport(string delivery)
{
    /// <summary>The delivery's key.</summary>
    public string Delivery { get; } = delivery;

    /// <summary>How the import ended.</summary>
    public ImportOutcome Outcome { get; set; }

    /// <summary>The dataset version that the delivery made, or had made before; null where it is not in the store.</summary>
    public long? DatasetVersion { get; set; }

    /// <summary>Why the delivery is refused; none where it is not.</summary>
    public FaultList Faults { get; } = new();

    /// <summary>What happened to the zone sets.</summary>
    public List<BoundaryReport> ZoneSets { get; } = [];

    /// <summary>What happened to the tables.</summary>
    public List<TableReport> Tables { get; } = [];

    /// <summary>What was summed to larger zones.</summary>
    public List<AggregateReport> Aggregates { get; } = [];

    /// <summary>Cells written.</summary>
    public long Cells => Tables.Sum(t => t.Cells.Values.Sum()) + Aggregates.Sum(a => a.Cells);
}
