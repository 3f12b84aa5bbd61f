using Bolyst.Intake.Reports;
using Bolyst.Statistics;
using Bolyst.Store;
using Bolyst.Store.Model;

namespace Bolyst.Intake.Observations;

/// <summary>Takes the cells of a delivery: checks them, keeps those that later steps ask for, and writes them. After the first fault nothing more is written.</summary>
internal sealed class CellSink
{
    private const int NoBreakdown = 0;

    private readonly ObservationWriter writer;
    private readonly FaultList faults;
    private readonly HeldCells held;
    private readonly SeenCells seen;
    private readonly SeriesNames names = new();

    public CellSink(ObservationWriter writer, FaultList faults, HeldCells held, IntakeLimits limits)
    {
        this.writer = writer;
        this.faults = faults;
        this.held = held;
        seen = new SeenCells(limits.MaxSeries);
        names.Number("");
    }

    /// <summary>Begins the rows of another table.</summary>
    /// <param name="lastRow">The last row of the table before.</param>
    public void Begin(string file, long lastRow) => seen.Begin(file, lastRow);

    public int Number(Period period) => names.Number(period);

    public int Number(string breakdown) => names.Number(breakdown);

    public Period Period(int number) => names.Periods[number];

    public string Breakdown(int number) => names.Breakdowns[number];

    /// <summary>Takes a cell.</summary>
    /// <param name="line">The line of the row it stands in.</param>
    public ValueTask TakeAsync(DeliveryIndicator indicator, SeriesKey key, TableZone zone, Cell cell, string? suppressionRule, string file, long line, SortedDictionary<ObservationStatus, long> counts, CancellationToken ct)
    {
        if (cell.FaultAs(indicator.Form, indicator.IsShare, indicator.Scale) is { } fault)
        {
            faults.Add(DeliveryFileException.Place(file, line, null), $"Zone {zone.Code}, indicator '{indicator.Key}': {fault}");
        }

        if (!seen.TryAdd(key, zone.Id, line, out var firstPlace))
        {
            faults.Add(DeliveryFileException.Place(file, line, null), $"A second row for zone {zone.Code}, indicator '{indicator.Key}', period {Period(key.Period)}{(key.Breakdown == NoBreakdown ? "" : ", " + Breakdown(key.Breakdown))}; the first is {firstPlace}. Leave one out with where or leaveOut, or keep them apart with breakdown.");
        }

        zone.HasCells = true;
        counts[cell.Status] = counts.GetValueOrDefault(cell.Status) + 1;
        held.Keep(indicator.Key, zone.Id, Period(key.Period), Breakdown(key.Breakdown), cell);
        return faults.Total > 0
            ? ValueTask.CompletedTask
            : writer.WriteAsync(
                new ObservationRow(indicator.Id, zone.Id, Period(key.Period), Breakdown(key.Breakdown), cell.Numerator, cell.Denominator, cell.Value, cell.Status, cell.Status == ObservationStatus.Suppressed ? suppressionRule : null),
                ct);
    }
}
