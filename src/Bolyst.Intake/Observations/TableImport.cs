using System.Globalization;
using System.Runtime.InteropServices;
using Bolyst.Intake.Description;
using Bolyst.Intake.Fields;
using Bolyst.Intake.Reports;
using Bolyst.Intake.Tables;

namespace Bolyst.Intake.Observations;

/// <summary>Reads one table and hands its cells on.</summary>
internal sealed class TableImport(TableDescription description, TableReader table, TableColumns columns, IReadOnlyList<BoundValue> values, TableReport report)
{
    private const int RowsBetweenReports = 1 << 14;

    private readonly Dictionary<(SeriesKey Key, int Zone, int Value), PendingCell> pending = [];

    public required CellSink Sink { get; init; }

    public required CountedDenominators Denominators { get; init; }

    public required Markers Markers { get; init; }

    public required FaultList Faults { get; init; }

    public required IntakeLimits Limits { get; init; }

    public required Action<long, long> Progress { get; init; }

    /// <summary>Reads every row.</summary>
    /// <returns>The line of the last row.</returns>
    public async Task<long> RunAsync(CancellationToken ct)
    {
        while (table.Read())
        {
            if (report.Read++ % RowsBetweenReports == 0)
            {
                ct.ThrowIfCancellationRequested();
                Progress(table.BytesRead, report.Read);
            }

            await TakeRowAsync(ct);
        }

        foreach (var ((key, _, value), cell) in pending)
        {
            await HandOnAsync(values[value], key, cell.Zone, cell.Main, cell.Denominator, Math.Max(cell.MainLine, cell.DenominatorLine), ct);
        }

        report.Joined = columns.Zones.Count(z => z.HasCells);
        foreach (var zone in columns.Zones.Where(z => !z.HasCells).OrderBy(z => z.Code, StringComparer.Ordinal))
        {
            report.WithoutData.Add(zone.Code);
        }

        Progress(table.BytesRead, report.Read);
        return table.Line;
    }

    private async ValueTask TakeRowAsync(CancellationToken ct)
    {
        if (!RowFilter.All(columns.Where, table))
        {
            report.Filtered++;
            return;
        }

        if (RowFilter.Any(columns.LeaveOut, table))
        {
            report.LeftOut++;
            return;
        }

        var zone = columns.ZoneOf();
        if (!zone.IsKnown)
        {
            report.RowsWithoutZone++;
            report.WithoutZone.Add(zone.Code);
            return;
        }

        if (columns.PeriodOf() is not { } period)
        {
            return;
        }

        var breakdown = columns.BreakdownOf();
        var held = false;
        for (var i = 0; i < values.Count; i++)
        {
            if (!values[i].StandsIn(table))
            {
                continue;
            }

            var key = new SeriesKey(values[i].Indicator.Number, Sink.Number(period), Sink.Number(breakdown));
            try
            {
                held |= await TakeValueAsync(values[i], i, key, zone, ct);
            }
            catch (DeliveryFileException fault) when (fault.Field is not null)
            {
                // A wrong number is told with its line, and the rest of the table is read to tell the others too.
                Faults.Add(DeliveryFileException.Place(fault.File, fault.Line, fault.Field), fault.Fault);
            }
        }

        report.Kept += held ? 1 : 0;
        report.WithoutIndicator += held ? 0 : 1;
    }

    private async ValueTask<bool> TakeValueAsync(BoundValue value, int index, SeriesKey key, TableZone zone, CancellationToken ct)
    {
        var hasMain = value.Main.StandsIn(table);
        if (value.StandsOnSeveralRows)
        {
            return Assemble(value, index, key, zone, hasMain);
        }

        if (!hasMain)
        {
            return false;
        }

        var denominator = value.Denominator is { } field ? Marked(value, field.Read(table))
            : value.CountedDenominator is { } counted ? await Denominators.OfAsync(counted, Sink.Period(key.Period), zone, ct)
            : Part.Absent;
        await HandOnAsync(value, key, zone, Marked(value, value.Main.Read(table)), denominator, table.Line, ct);
        return true;
    }

    private bool Assemble(BoundValue value, int index, SeriesKey key, TableZone zone, bool hasMain)
    {
        var hasDenominator = value.Denominator!.StandsIn(table);
        if (!hasMain && !hasDenominator)
        {
            return false;
        }

        ref var cell = ref CollectionsMarshal.GetValueRefOrAddDefault(pending, (key, zone.Id, index), out var isThere);
        if (!isThere)
        {
            if (pending.Count > Limits.MaxAssembledCells)
            {
                throw new DeliveryFileException(report.File, table.Line, null, string.Create(CultureInfo.InvariantCulture, $"The table has more than {Limits.MaxAssembledCells:N0} cells whose numbers stand on different rows. Split it, or put numerator and denominator on one row."));
            }

            cell = new PendingCell { Zone = zone, Main = Part.Absent, Denominator = Part.Absent };
        }

        if (hasMain)
        {
            cell.Main = Marked(value, value.Main.Read(table));
            cell.MainLine = Once(cell.MainLine, zone, value);
        }

        if (hasDenominator)
        {
            cell.Denominator = Marked(value, value.Denominator.Read(table));
            cell.DenominatorLine = Once(cell.DenominatorLine, zone, value);
        }

        return true;
    }

    private long Once(long before, TableZone zone, BoundValue value)
    {
        if (before > 0)
        {
            Faults.Add(DeliveryFileException.Place(report.File, table.Line, null), $"A second row for zone {zone.Code}, indicator '{value.Indicator.Key}'; the first is {DeliveryFileException.Place(report.File, before, null)}. Leave one out with where or leaveOut, or keep them apart with breakdown.");
        }

        return table.Line;
    }

    private ValueTask HandOnAsync(BoundValue value, SeriesKey key, TableZone zone, Part main, Part denominator, long line, CancellationToken ct) =>
        Sink.TakeAsync(value.Indicator, key, zone, value.Make(main, denominator), value.SuppressionRule, description.File.Name, line, report.Cells, ct);

    private Part Marked(BoundValue value, Part part)
    {
        if (value.StatusOrdinal is not { } ordinal || table[ordinal].Trim() is not { IsEmpty: false } mark)
        {
            return part;
        }

        if (Markers.TryGet(mark, out var status))
        {
            return part.Marked(status);
        }

        report.UnknownMarks.Add(mark.ToString());
        return part;
    }

    private record struct PendingCell(TableZone Zone, Part Main, long MainLine, Part Denominator, long DenominatorLine);
}
