using Bolyst.Statistics;

namespace Bolyst.Intake.Reports;

/// <summary>What happened to the rows of one table.</summary>
/// <param name="file">The file as the description names it.</param>
/// <param name="zoneSet">The zone set its codes belong to.</param>
public sealed class TableReport(string file, string zoneSet)
{
    /// <summary>The file as the description names it.</summary>
    public string File { get; } = file;

    /// <summary>The zone set its codes belong to.</summary>
    public string ZoneSet { get; } = zoneSet;

    /// <summary>What was detected rather than told: delimiter, encoding, version.</summary>
    public string Detected { get; set; } = "";

    /// <summary>Rows read.</summary>
    public long Read { get; set; }

    /// <summary>Rows that gave at least one cell, or a part of one.</summary>
    public long Kept { get; set; }

    /// <summary>Rows outside <c>where</c>.</summary>
    public long Filtered { get; set; }

    /// <summary>Rows that a condition of <c>leaveOut</c> matched.</summary>
    public long LeftOut { get; set; }

    /// <summary>Rows that held none of the indicators.</summary>
    public long WithoutIndicator { get; set; }

    /// <summary>Rows whose code is in no zone.</summary>
    public long RowsWithoutZone { get; set; }

    /// <summary>Cells written, by what stands in them.</summary>
    public SortedDictionary<ObservationStatus, long> Cells { get; } = [];

    /// <summary>Zones with at least one cell.</summary>
    public int Joined { get; set; }

    /// <summary>Zones of the zone set without a cell in this table.</summary>
    public CodeList WithoutData { get; } = new();

    /// <summary>Codes that are in no zone.</summary>
    public CodeList WithoutZone { get; } = new();

    /// <summary>Status marks that are not known; their numbers were kept.</summary>
    public CodeList UnknownMarks { get; } = new();
}
