using Bolyst.Intake.Description;
using Bolyst.Intake.Observations;
using Bolyst.Intake.Reports;
using Bolyst.Statistics;
using Bolyst.Store;
using Bolyst.Store.Model;

namespace Bolyst.Intake.Import;

/// <summary>Sums counts from parts to the zones built of them.</summary>
internal sealed class AggregateImport(BolystStore store, CellSink sink, HeldCells held, IReadOnlyList<ZoneLink> links)
{
    private const string RuleOfSuppressedParts = "a part is suppressed";

    public async Task RunAsync(AggregateDescription description, DeliveryIndicator indicator, ZoneSetHandle from, ZoneSetHandle to, AggregateReport report, FaultList faults, CancellationToken ct)
    {
        if (indicator.Form is MeasureForm.BareRate or MeasureForm.Mean)
        {
            faults.Add(description.At.ToString(), $"Indicator '{indicator.Key}' is a {indicator.Form}: it has no counts, so it cannot be summed to larger zones. Deliver numerator and denominator, or deliver it for '{to.Key}' itself.");
            return;
        }

        var parts = await PartsAsync(from, to, description, ct);
        var cells = await CellsAsync(indicator, from, ct);
        if (cells.Count == 0)
        {
            faults.Add(description.At.ToString(), $"Indicator '{indicator.Key}' has no cells in zone set '{from.Key}', so there is nothing to sum.");
            return;
        }

        var line = 0L;
        foreach (var (period, breakdown) in cells.Keys.Select(c => (c.Period, c.Breakdown)).Distinct().OrderBy(s => s.Period).ThenBy(s => s.Breakdown, StringComparer.Ordinal))
        {
            var key = new SeriesKey(indicator.Number, sink.Number(period), sink.Number(breakdown));
            foreach (var zone in parts)
            {
                ct.ThrowIfCancellationRequested();
                var found = zone.Select(part => cells.TryGetValue(new CellPlace(part, period, breakdown), out var cell) ? cell : Missing).ToList();
                var sum = Sum(found, indicator, description.MissingParts, zone.Key, report);
                await sink.TakeAsync(indicator, key, new TableZone(zone.Key, to.ZoneIds[zone.Key]), sum, RuleOfSuppressedParts, $"sums of {indicator.Key} to {to.Key}", ++line, [], ct);
                report.Cells++;
            }
        }
    }

    private static Cell Missing { get; } = new(double.NaN, double.NaN, double.NaN, ObservationStatus.NotDelivered);

    private static Cell Sum(IReadOnlyList<Cell> parts, DeliveryIndicator indicator, MissingParts missing, string zone, AggregateReport report)
    {
        var whole = parts.Where(p => !double.IsNaN(p.Numerator) && (indicator.Form != MeasureForm.Rate || !double.IsNaN(p.Denominator))).ToList();
        if (whole.Count < parts.Count)
        {
            report.PartsWithoutNumber += parts.Count - whole.Count;
            report.ZonesWithSuchParts.Add(zone);
            if (missing == MissingParts.Withhold || whole.Count == 0)
            {
                // Suppressed if any part is: the reader must know that someone hid something, not that nothing was delivered.
                var reasons = parts.Except(whole).Select(p => p.Status).Where(s => !Part.GoesWithNumber(s)).ToList();
                var status = reasons.Contains(ObservationStatus.Suppressed) ? ObservationStatus.Suppressed : reasons.FirstOrDefault(ObservationStatus.NotDelivered);
                return new Cell(double.NaN, double.NaN, double.NaN, status);
            }
        }

        var numerator = new Part(whole.Sum(p => p.Numerator), ObservationStatus.Value);
        return indicator.Form == MeasureForm.Rate
            ? Cell.RateOf(numerator, new Part(whole.Sum(p => p.Denominator), ObservationStatus.Value), indicator.Scale)
            : Cell.Sum(numerator);
    }

    private async Task<List<IGrouping<string, int>>> PartsAsync(ZoneSetHandle from, ZoneSetHandle to, AggregateDescription description, CancellationToken ct)
    {
        IReadOnlyList<ZoneLink> found = [.. links.Where(l => l.Kind == ZoneLinkKind.PartOf && l.FromZoneSet == from.Key && l.ToZoneSet == to.Key)];
        if (found.Count == 0)
        {
            found = await store.Catalogue.ListLinksAsync(ZoneLinkKind.PartOf, from.Key, to.Key, cancellation: ct);
        }

        return found.Count == 0
            ? throw new DescriptionException(description.At, $"No zone of '{to.Key}' is made of zones of '{from.Key}'. Sums need a zone set built by membership.")
            : [.. found.Where(l => from.ZoneIds.ContainsKey(l.FromCode) && to.ZoneIds.ContainsKey(l.ToCode)).GroupBy(l => l.ToCode, l => from.ZoneIds[l.FromCode], StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)];
    }

    // This delivery's cells, or, where it brings none, those loaded before.
    private async Task<IReadOnlyDictionary<CellPlace, Cell>> CellsAsync(DeliveryIndicator indicator, ZoneSetHandle from, CancellationToken ct)
    {
        var ids = from.ZoneIds.Values.ToHashSet();
        var delivered = held.Of(indicator.Key).Where(c => ids.Contains(c.Key.ZoneId)).ToDictionary();
        if (delivered.Count > 0)
        {
            return delivered;
        }

        foreach (var delivery in await store.Catalogue.ListColumnsAsync(from.Key, indicator.Key, cancellation: ct))
        {
            var column = await store.Cube.ColumnAsync(delivery.Key, cancellation: ct);
            for (var i = 0; i < column.Zones.Count; i++)
            {
                if (column.SourceDelivery[i] > 0 && from.ZoneIds.TryGetValue(column.Zones.Codes[i], out var id))
                {
                    delivered[new CellPlace(id, delivery.Key.Period, delivery.Key.Breakdown)] = new Cell(column.Numerator[i], column.Denominator[i], column.Value[i], column.Status[i]);
                }
            }
        }

        return delivered;
    }
}
