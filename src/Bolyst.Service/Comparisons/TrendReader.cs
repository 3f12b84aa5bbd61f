using Bolyst.Service.Reading;
using Bolyst.Statistics;
using Bolyst.Statistics.Comparison;
using Bolyst.Store.Columns;
using Bolyst.Store.Model;

namespace Bolyst.Service.Comparisons;

/// <summary>Reads an indicator through time for one zone after another, following each back through changes of codes.</summary>
/// <param name="dataset">The dataset version.</param>
/// <param name="head">The indicator.</param>
/// <param name="breakdown">The breakdown; empty for the total.</param>
/// <param name="from">First period wanted; null for the oldest.</param>
/// <param name="to">Last period wanted; null for the newest.</param>
/// <param name="level">Confidence level of the intervals.</param>
internal sealed class TrendReader(Dataset dataset, IndicatorHead head, string breakdown, Period? from, Period? to, double level)
{
    /// <summary>The series of a zone that the request is about; a zone set without numbers of the indicator is a fault.</summary>
    public async Task<V1.TrendSeries> RequireAsync(V1.ZoneRef zone, CancellationToken cancellation)
    {
        var series = await ReadAsync(zone, cancellation);
        return series.Points.Count > 0 ? series : throw await dataset.NoDataAsync(
            zone.ZoneSet, new() { Indicator = head.Key, Period = $"{from?.Code ?? ""}..{to?.Code ?? ""}", Breakdown = breakdown }, cancellation);
    }

    /// <summary>The series of a zone, empty where it has no numbers.</summary>
    public async Task<V1.TrendSeries> ReadAsync(V1.ZoneRef zone, CancellationToken cancellation)
    {
        var place = await ZonePlace.FindAsync(dataset, zone, cancellation);
        var points = new SortedDictionary<Period, V1.TrendPoint>();
        var breaks = new List<V1.TrendBreak>();
        var (axis, zones) = (place.Axis, (IReadOnlyList<int>)[place.Ordinal]);
        while (await AddAsync(points, breaks, axis, zones, cancellation) && await Ancestry.FindAsync(dataset, axis, zones, cancellation) is { } before)
        {
            if (before.Broken is { } why)
            {
                await AddBorderChangeAsync(points, breaks, before.Axis, why, cancellation);
                break;
            }

            (axis, zones) = (before.Axis, before.Ordinals);
        }

        // Earlier generations were read last, and their breaks belong before the others.
        breaks.Reverse();
        return new() { Zone = place.ToMessage(), Points = { points.Values }, Breaks = { breaks } };
    }

    /// <summary>Adds the periods that a generation has and later ones have not.</summary>
    /// <returns>False when these zones cannot be put together, so that going further back makes no sense.</returns>
    private async Task<bool> AddAsync(
        SortedDictionary<Period, V1.TrendPoint> points, List<V1.TrendBreak> breaks, ZoneAxis axis, IReadOnlyList<int> zones, CancellationToken cancellation)
    {
        foreach (var delivered in (await ColumnsAsync(axis.ZoneSet, cancellation)).OrderByDescending(column => column.Key.Period))
        {
            if (points.ContainsKey(delivered.Key.Period))
            {
                continue;
            }

            var column = new ReadColumn(head, await dataset.Store.Cube.ColumnAsync(delivered.Key, dataset.Version, cancellation));
            var value = Pool(column, zones);
            if (value is null)
            {
                AddBreak(breaks, points, V1.TrendBreakKind.NotSummable, $"before, the zone was {zones.Count} zones of {axis.ZoneSet}, and {head.Key} has no counts to add up");
                return false;
            }

            points[delivered.Key.Period] = new()
            {
                Period = delivered.Key.Period.Code,
                Value = value,
                MeasuredOn = { zones.Select(zone => new V1.ZoneRef { ZoneSet = axis.ZoneSet, Code = axis.Codes[zone] }) },
            };
            if (value.Status == V1.ObservationStatus.BreakInSeries)
            {
                AddBreak(breaks, points, V1.TrendBreakKind.Marked, "the supplier marks a break in the series");
            }
        }

        return true;
    }

    /// <summary>The zones' number together; null when they have no counts to add up.</summary>
    private V1.Value? Pool(ReadColumn column, IReadOnlyList<int> zones)
    {
        if (zones.Count == 1)
        {
            return column.ValueOf(zones[0], level);
        }

        if (head.Form is not (MeasureForm.Count or MeasureForm.Amount or MeasureForm.Rate))
        {
            return null;
        }

        Cell[] cells = [.. zones.Select(column.CellOf)];
        var pooled = head.Form == MeasureForm.Rate ? Pooling.RateOf(head.Key, cells) : Pooling.CountOf(cells);
        return pooled.Value.Reason is { Code: not ReasonCode.InputMissing } ? null : column.PooledValueOf(zones, pooled, level);
    }

    private async Task AddBorderChangeAsync(
        SortedDictionary<Period, V1.TrendPoint> points, List<V1.TrendBreak> breaks, ZoneAxis earlier, string why, CancellationToken cancellation)
    {
        // A break only matters where there would have been numbers before it.
        if ((await ColumnsAsync(earlier.ZoneSet, cancellation)).Any(column => !points.ContainsKey(column.Key.Period)))
        {
            AddBreak(breaks, points, V1.TrendBreakKind.BorderChange, why);
        }
    }

    private static void AddBreak(List<V1.TrendBreak> breaks, SortedDictionary<Period, V1.TrendPoint> points, V1.TrendBreakKind kind, string text) =>
        breaks.Add(new() { Period = points.Count == 0 ? "" : points.First().Value.Period, Kind = kind, Text = text });

    private async Task<IEnumerable<DeliveredColumn>> ColumnsAsync(string zoneSet, CancellationToken cancellation) =>
        (await dataset.ColumnsOfAsync(zoneSet, cancellation)).Where(column =>
            string.Equals(column.Key.Indicator, head.Key, StringComparison.Ordinal)
            && string.Equals(column.Key.Breakdown, breakdown, StringComparison.Ordinal)
            && (from is null || column.Key.Period >= from)
            && (to is null || column.Key.Period <= to));
}
