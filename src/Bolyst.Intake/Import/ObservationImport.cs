using Bolyst.Intake.Description;
using Bolyst.Intake.Observations;
using Bolyst.Intake.Reports;
using Bolyst.Intake.Tables;
using Bolyst.Store;
using Bolyst.Store.Model;

namespace Bolyst.Intake.Import;

/// <summary>Reads the tables of a delivery, sums what is to be summed, and writes the cells.</summary>
internal sealed class ObservationImport(BolystStore store, ImportSession session, DeliveryDescription description, ImportOptions options, ImportReport report)
{
    private readonly HeldCells held = new(description.Aggregate.Select(a => a.Indicator)
        .Concat(description.Tables.SelectMany(t => t.Values).Select(v => v.Denominator?.Indicator).OfType<string>()));

    public async Task RunAsync(IReadOnlyDictionary<string, DeliveryIndicator> indicators, IReadOnlyList<ZoneLink> links, CancellationToken ct)
    {
        var zoneSets = await FindZoneSetsAsync(ct);
        await using (var writer = await session.BeginObservationsAsync(ct))
        {
            var sink = new CellSink(writer, report.Faults, held, options.Limits);
            var lastRow = 0L;
            foreach (var table in description.Tables)
            {
                sink.Begin(table.File.Name, lastRow);
                lastRow = await ReadAsync(table, zoneSets[table.ZoneSet], indicators, sink, ct);
            }

            await SumAsync(zoneSets, indicators, links, sink, lastRow, ct);
            await writer.CompleteAsync(ct);
        }

        await TellCodesWithoutZoneAsync(ct);
    }

    // While cells are being copied nothing else can be asked of the session, so the zone sets are found first.
    private async Task<Dictionary<string, ZoneSetHandle>> FindZoneSetsAsync(CancellationToken ct)
    {
        var wanted = description.Tables.Select(t => (Key: t.ZoneSet, t.At))
            .Concat(description.Aggregate.SelectMany(a => new[] { (Key: a.From, a.At), (Key: a.To, a.At) }));
        var found = new Dictionary<string, ZoneSetHandle>(StringComparer.Ordinal);
        foreach (var (key, at) in wanted.DistinctBy(w => w.Key, StringComparer.Ordinal))
        {
            found[key] = await session.FindZoneSetAsync(key, ct)
                ?? throw new DescriptionException(at, $"There is no zone set '{key}', neither in this description nor in the store.");
        }

        return found;
    }

    private async Task<long> ReadAsync(TableDescription table, ZoneSetHandle zoneSet, IReadOnlyDictionary<string, DeliveryIndicator> indicators, CellSink sink, CancellationToken ct)
    {
        var tableReport = new TableReport(table.File.Name, table.ZoneSet);
        report.Tables.Add(tableReport);
        try
        {
            using var reader = TableReader.Open(table, options.Limits);
            tableReport.Detected = reader.Detected;
            var bytes = new FileInfo(table.File.FullPath).Length;
            var markers = new Markers(table.Markers);
            var numbers = new NumberReader(table.DecimalMark, table.Thousands, markers);
            var changes = description.ZoneSets.FirstOrDefault(z => z.Key == table.ZoneSet)?.CodeChanges.ToDictionary(c => c.From, c => c.To, StringComparer.Ordinal);
            var columns = new TableColumns(table, reader, zoneSet, changes, report.Faults, options.Limits);
            var values = table.Values.Select(v => new BoundValue(v, indicators[v.Indicator], reader, numbers)).ToList();
            return await new TableImport(table, reader, columns, values, tableReport)
            {
                Sink = sink,
                Denominators = new CountedDenominators(store, held, table.ZoneSet),
                Markers = markers,
                Faults = report.Faults,
                Limits = options.Limits,
                Progress = (read, rows) => options.Progress?.Report(new ImportProgress(ImportStep.Table, table.File.Name, read, bytes, rows)),
            }.RunAsync(ct);
        }
        catch (Exception e) when (e is DeliveryFileException or DescriptionException)
        {
            // The table cannot be read further; the others are read so that their faults are told too.
            ImportFaults.Tell(e, report.Faults);
            return 0;
        }
    }

    private async Task SumAsync(Dictionary<string, ZoneSetHandle> zoneSets, IReadOnlyDictionary<string, DeliveryIndicator> indicators, IReadOnlyList<ZoneLink> links, CellSink sink, long lastRow, CancellationToken ct)
    {
        var sums = new AggregateImport(store, sink, held, links);
        foreach (var sum in description.Aggregate)
        {
            options.Progress?.Report(new ImportProgress(ImportStep.Sums, sum.Indicator, 0, 0, 0));
            var sumReport = new AggregateReport(sum.Indicator, sum.From, sum.To);
            report.Aggregates.Add(sumReport);
            sink.Begin($"sums of {sum.Indicator} to {sum.To}", lastRow);
            await sums.RunAsync(sum, indicators[sum.Indicator], zoneSets[sum.From], zoneSets[sum.To], sumReport, report.Faults, ct);
            lastRow = sumReport.Cells;
        }
    }

    private async Task TellCodesWithoutZoneAsync(CancellationToken ct)
    {
        foreach (var (table, result) in description.Tables.Zip(report.Tables))
        {
            var isNone = result.Joined == 0;
            if (result.WithoutZone.Total > 0 && (isNone || table.UnknownZones == UnknownZones.Refuse))
            {
                var hint = NearestZoneSet.Hint(result.WithoutZone.Codes, await session.ListZoneSetCodesAsync(ct));
                report.Faults.Add(table.At.ToString(), $"{table.File}: {(isNone ? "no code is" : "not all codes are")} in zone set '{table.ZoneSet}': {result.WithoutZone}. {hint}");
            }
            else if (isNone && report.Faults.Total == 0)
            {
                report.Faults.Add(table.At.ToString(), $"{table.File}: no row gave a cell: {result.Read} rows read, {result.Filtered} outside where, {result.LeftOut} left out, {result.WithoutIndicator} without an indicator. Check where, leaveOut and the values' where.");
            }
        }
    }
}
