using System.Globalization;
using Bolyst.Service.Comparisons;
using Bolyst.Service.Faults;
using Bolyst.Service.Messages;
using Bolyst.Service.Reading;
using Bolyst.Statistics.Comparison;
using Bolyst.Store.Columns;
using Bolyst.Store.Model;

namespace Bolyst.Service.Omradesatsinger;

/// <summary>
/// Reads indicators inside an area and in its rest through time, following both back through changes of zones as long as earlier zones
/// together are the same areas.
/// </summary>
/// <param name="dataset">The dataset version.</param>
/// <param name="area">What is inside.</param>
/// <param name="rest">What it is compared with.</param>
/// <param name="breakdown">The breakdown; empty for the total.</param>
/// <param name="from">First period wanted; null for the oldest.</param>
/// <param name="to">Last period wanted; null for the newest.</param>
/// <param name="level">Confidence level of the intervals.</param>
internal sealed class InsideOutsideReader(Dataset dataset, CoveredArea area, RestOfKommune rest, string breakdown, Period? from, Period? to, double level)
{
    /// <summary>The series of the indicators.</summary>
    /// <param name="indicators">Keys; none for every indicator of the zone set.</param>
    /// <param name="limit">Most indicators.</param>
    /// <param name="cancellation">The call's.</param>
    public async Task<IReadOnlyList<V1.InsideOutsideSeries>> ReadAsync(IReadOnlyList<string> indicators, int limit, CancellationToken cancellation)
    {
        IReadOnlyList<IndicatorHead> heads = [.. indicators.Select(dataset.Indicator)];
        var generations = await GenerationsAsync(cancellation);
        if (heads.Count == 0)
        {
            heads = [.. (await ColumnsAsync(area.Axis.ZoneSet, cancellation)).Select(column => column.Key.Indicator).Distinct(StringComparer.Ordinal).Select(dataset.Indicator)];
        }

        if (heads.Count > limit)
        {
            throw Fault.InvalidArgument(
                V1.ErrorReason.FieldOutOfRange,
                "indicators",
                string.Create(CultureInfo.InvariantCulture, $"is empty, and zone set '{area.Axis.ZoneSet}' has {heads.Count} indicators; at most {limit} are given at a time. Name those wanted."));
        }

        var all = new List<V1.InsideOutsideSeries>(heads.Count);
        foreach (var head in heads)
        {
            var series = await SeriesAsync(head, generations, cancellation);
            all.Add(series.Points.Count > 0 ? series : throw await dataset.NoDataAsync(
                area.Axis.ZoneSet, new() { Indicator = head.Key, Period = $"{from?.Code ?? ""}..{to?.Code ?? ""}", Breakdown = breakdown }, cancellation));
        }

        return all;
    }

    /// <summary>The two areas in the zone set asked for and in earlier ones, the newest first.</summary>
    private async Task<IReadOnlyList<Generation>> GenerationsAsync(CancellationToken cancellation)
    {
        var generations = new List<Generation> { new(area.Axis, [.. area.Inside.Select(zone => zone.Ordinal)], rest.Zones, null) };
        while (generations[^1] is { Broken: null } last
            && await Ancestry.FindAsync(dataset, last.Axis, last.Inside, cancellation) is { } inside
            && await Ancestry.FindAsync(dataset, last.Axis, last.Outside, cancellation) is { } outside)
        {
            var shared = inside.Ordinals.Intersect(outside.Ordinals).Select(zone => inside.Axis.Codes[zone]).FirstOrDefault();
            var broken = inside.Broken ?? outside.Broken ?? (shared is null ? null : $"zone {shared} of {inside.Axis.ZoneSet} lay both inside and outside");
            generations.Add(new(inside.Axis, inside.Ordinals, outside.Ordinals, broken));
        }

        return generations;
    }

    private async Task<V1.InsideOutsideSeries> SeriesAsync(IndicatorHead head, IReadOnlyList<Generation> generations, CancellationToken cancellation)
    {
        var points = new SortedDictionary<Period, V1.InsideOutsidePoint>();
        var breaks = new List<V1.TrendBreak>();
        foreach (var generation in generations)
        {
            var columns = (await ColumnsAsync(generation.Axis.ZoneSet, cancellation))
                .Where(column => string.Equals(column.Key.Indicator, head.Key, StringComparison.Ordinal) && !points.ContainsKey(column.Key.Period))
                .OrderByDescending(column => column.Key.Period)
                .ToList();
            if (generation.Broken is { } why)
            {
                // A break only matters where there would have been numbers before it.
                breaks.AddRange(columns.Count == 0 ? [] : [Break(points, V1.TrendBreakKind.BorderChange, why)]);
                break;
            }

            foreach (var delivered in columns)
            {
                var point = Point(new(head, await dataset.Store.Cube.ColumnAsync(delivered.Key, dataset.Version, cancellation)), generation);
                points[delivered.Key.Period] = point;
                if (point.Inside.Status == V1.ObservationStatus.BreakInSeries || point.Outside.Status == V1.ObservationStatus.BreakInSeries)
                {
                    breaks.Add(Break(points, V1.TrendBreakKind.Marked, "the supplier marks a break in the series"));
                }
            }
        }

        breaks.Reverse();
        return new() { Indicator = head.ToMessage(), Points = { points.Values }, Breaks = { breaks } };
    }

    private V1.InsideOutsidePoint Point(ReadColumn column, Generation generation)
    {
        var (inside, outside) = (column.Pool(generation.Inside), column.Pool(generation.Outside));
        return new()
        {
            Period = column.Selection.Period,
            ZoneSet = generation.Axis.ZoneSet,
            Inside = Write(inside, column.SourcesOf(generation.Inside)),
            Outside = Write(outside, column.SourcesOf(generation.Outside)),
            Difference = column.IsSum ? null : Contrast.Of(inside.Together, outside.Together, level).ToMessage(),
        };
    }

    private V1.AreaNumber Write(PooledArea pooled, IEnumerable<long> sources) => new()
    {
        Value = pooled.Together.Value.ToMessage(),
        Counts = pooled.Together.HasCounts ? new() { Numerator = pooled.Together.Numerator, Denominator = pooled.Together.Denominator } : null,
        Interval = pooled.Together.Wilson(level)?.ToMessage(),
        Status = pooled.Status.ToMessage(),
        ZonesWithValue = pooled.Present,
        Missing = { pooled.Missing.Select(missing => new V1.MissingCount { Status = missing.Key.ToMessage(), Zones = missing.Value }) },
        SourceDeliveries = { sources },
    };

    private static V1.TrendBreak Break(SortedDictionary<Period, V1.InsideOutsidePoint> points, V1.TrendBreakKind kind, string text) =>
        new() { Period = points.Count == 0 ? "" : points.First().Value.Period, Kind = kind, Text = text };

    private async Task<IEnumerable<DeliveredColumn>> ColumnsAsync(string zoneSet, CancellationToken cancellation) =>
        (await dataset.ColumnsOfAsync(zoneSet, cancellation)).Where(column =>
            string.Equals(column.Key.Breakdown, breakdown, StringComparison.Ordinal)
            && (from is null || column.Key.Period >= from)
            && (to is null || column.Key.Period <= to));

    /// <summary>The two areas as zones of one zone set.</summary>
    /// <param name="Axis">The zone set.</param>
    /// <param name="Inside">Ordinals of the zones inside.</param>
    /// <param name="Outside">Ordinals of the zones outside.</param>
    /// <param name="Broken">Why these zones are not quite the same areas; null when they are.</param>
    private sealed record Generation(ZoneAxis Axis, IReadOnlyList<int> Inside, IReadOnlyList<int> Outside, string? Broken);
}
