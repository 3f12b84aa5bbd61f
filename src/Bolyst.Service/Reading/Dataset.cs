using System.Collections.Concurrent;
using System.Globalization;
using Bolyst.Service.Faults;
using Bolyst.Store;
using Bolyst.Store.Columns;
using Bolyst.Store.Model;

namespace Bolyst.Service.Reading;

/// <summary>
/// One dataset version as calls read it: its zone sets and indicators at hand, its columns from the cube. What a request names and the
/// version does not have ends the call with the reason.
/// </summary>
internal sealed class Dataset
{
    private readonly Dictionary<string, ZoneSetInfo> zoneSets;
    private readonly Dictionary<string, IndicatorInfo> indicators;
    private readonly ConcurrentDictionary<string, IReadOnlyList<DeliveredColumn>> columns = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string ZoneSet, ZoneKey Around), ZonesWithin> within = new();

    private Dataset(
        BolystStore store, long version, DateTimeOffset? committedAt, IReadOnlyList<ZoneSetInfo> zoneSets, IReadOnlyList<IndicatorInfo> indicators,
        IReadOnlyDictionary<string, string> predecessors)
    {
        (Store, Version, CommittedAt, Predecessors) = (store, version, committedAt, predecessors);
        this.zoneSets = zoneSets.ToDictionary(set => set.Key, StringComparer.Ordinal);
        this.indicators = indicators.ToDictionary(indicator => indicator.Head.Key, StringComparer.Ordinal);
        ZoneSets = zoneSets;
        Indicators = indicators;
    }

    /// <summary>The store it is read from. Give <see cref="Version"/> with every read.</summary>
    public BolystStore Store { get; }

    /// <summary>The dataset version.</summary>
    public long Version { get; }

    /// <summary>When its delivery was committed, UTC; null for the empty store. No other store has a version of that moment, unless it is a copy.</summary>
    public DateTimeOffset? CommittedAt { get; }

    /// <summary>Every zone set, by key.</summary>
    public IReadOnlyList<ZoneSetInfo> ZoneSets { get; }

    /// <summary>Every indicator, by key.</summary>
    public IReadOnlyList<IndicatorInfo> Indicators { get; }

    /// <summary>By key of a zone set, the key of the generation before it; a set without one is not there.</summary>
    public IReadOnlyDictionary<string, string> Predecessors { get; }

    public static async Task<Dataset> ReadAsync(BolystStore store, long version, CancellationToken cancellation)
    {
        var zoneSets = await store.Catalogue.ListZoneSetsAsync(version, cancellation);
        return new(
            store,
            version,
            (await store.Catalogue.ListDeliveriesAsync(beforeVersion: null, limit: 1, version, cancellation)).SingleOrDefault()?.CommittedAt,
            zoneSets,
            await store.Catalogue.ListIndicatorsAsync(zoneSet: null, version, cancellation),
            await Generations.FindAsync(zoneSets, key => store.Features.BoxAsync(key, Outlines.StoredSrid, ordinals: null, version, cancellation)));
    }

    /// <summary>The zone set with this key.</summary>
    public ZoneSetInfo ZoneSet(string key) => zoneSets.TryGetValue(key, out var set) ? set : throw Fault.NotFound(
        V1.ErrorReason.ZoneSetNotFound,
        $"There is no zone set '{key}' in dataset version {Text(Version)}. ZoneService.ListZoneSets gives those there are.",
        ("zone_set", key));

    /// <summary>The indicator with this key.</summary>
    public IndicatorHead Indicator(string key) => indicators.TryGetValue(key, out var indicator) ? indicator.Head : throw Fault.NotFound(
        V1.ErrorReason.IndicatorNotFound,
        $"There is no indicator '{key}' in dataset version {Text(Version)}. IndicatorService.ListIndicators gives those there are.",
        ("indicator", key));

    /// <summary>The områdesatsing with this key.</summary>
    public async Task<OmradesatsingInfo> OmradesatsingAsync(string key, CancellationToken cancellation) =>
        await Store.Catalogue.FindOmradesatsingAsync(key, Version, cancellation) ?? throw Fault.NotFound(
            V1.ErrorReason.OmradesatsingNotFound,
            $"There is no områdesatsing '{key}'. OmradesatsingService.ListOmradesatsinger gives those there are.",
            ("key", key));

    /// <summary>The axis of a zone set.</summary>
    public ValueTask<ZoneAxis> AxisAsync(string zoneSet, CancellationToken cancellation) =>
        Store.Cube.ZonesAsync(ZoneSet(zoneSet).Key, Version, cancellation);

    /// <summary>The zones of a set that lie in a zone of another.</summary>
    /// <param name="zoneSet">Key of the zone set.</param>
    /// <param name="around">The zone around them.</param>
    /// <param name="cancellation">The call's.</param>
    public async ValueTask<ZonesWithin> WithinAsync(string zoneSet, ZoneKey around, CancellationToken cancellation) =>
        within.TryGetValue((zoneSet, around), out var known) ? known : within.GetOrAdd((zoneSet, around), await ZonesWithin.FindAsync(this, zoneSet, around, cancellation));

    /// <summary>The place of a zone on the axis of its set.</summary>
    public static int OrdinalOf(ZoneAxis axis, string code) => axis.OrdinalOf(code) is var ordinal and >= 0 ? ordinal : throw ZoneNotFound(axis.ZoneSet, code);

    /// <summary>The fault of naming a zone that is not there.</summary>
    public static Rpc.RpcException ZoneNotFound(string zoneSet, string code) => Fault.NotFound(
        V1.ErrorReason.ZoneNotFound,
        $"There is no zone '{code}' in zone set '{zoneSet}'. Codes keep their leading zeros; ZoneService.ListZones gives those there are.",
        ("zone_set", zoneSet),
        ("code", code));

    /// <summary>Which columns a zone set has numbers for, by indicator, then period, oldest first.</summary>
    public async ValueTask<IReadOnlyList<DeliveredColumn>> ColumnsOfAsync(string zoneSet, CancellationToken cancellation) =>
        columns.TryGetValue(zoneSet, out var known)
            ? known
            : columns.GetOrAdd(zoneSet, await Store.Catalogue.ListColumnsAsync(ZoneSet(zoneSet).Key, indicator: null, Version, cancellation));

    /// <summary>The column that a request selects; the newest period if it names none.</summary>
    public async ValueTask<ReadColumn> ColumnAsync(string zoneSet, V1.IndicatorSelection selection, CancellationToken cancellation)
    {
        Indicator(selection.Indicator);
        return await FindColumnAsync(zoneSet, selection, cancellation) ?? throw await NoDataAsync(zoneSet, selection, cancellation);
    }

    /// <summary>The column that a selection names, as <see cref="ColumnAsync"/>; null if there is none.</summary>
    public async ValueTask<ReadColumn?> FindColumnAsync(string zoneSet, V1.IndicatorSelection selection, CancellationToken cancellation)
    {
        DeliveredColumn? found = null;
        foreach (var column in await ColumnsOfAsync(zoneSet, cancellation))
        {
            if (string.Equals(column.Key.Indicator, selection.Indicator, StringComparison.Ordinal)
                && string.Equals(column.Key.Breakdown, selection.Breakdown, StringComparison.Ordinal)
                && (selection.Period.Length == 0 || string.Equals(column.Key.Period.Code, selection.Period, StringComparison.Ordinal)))
            {
                found = column;
            }
        }

        return found is null ? null : new ReadColumn(Indicator(found.Key.Indicator), await Store.Cube.ColumnAsync(found.Key, Version, cancellation));
    }

    /// <summary>The fault of asking a zone set for numbers that it has not, with those it has.</summary>
    public async ValueTask<Rpc.RpcException> NoDataAsync(string zoneSet, V1.IndicatorSelection selection, CancellationToken cancellation)
    {
        var there = (await ColumnsOfAsync(zoneSet, cancellation))
            .Where(column => string.Equals(column.Key.Indicator, selection.Indicator, StringComparison.Ordinal))
            .Select(column => column.Key.Breakdown.Length == 0 ? column.Key.Period.Code : $"{column.Key.Period.Code} {column.Key.Breakdown}")
            .Distinct(StringComparer.Ordinal)
            .ToList();
        var asked = (selection.Period.Length == 0 ? "" : $" for period '{selection.Period}'") + (selection.Breakdown.Length == 0 ? "" : $" by breakdown '{selection.Breakdown}'");
        var has = there.Count == 0 ? "It has none for any period." : $"It has {string.Join(", ", there.TakeLast(12))}.";
        return Fault.NotFound(
            V1.ErrorReason.NoData,
            $"Zone set '{zoneSet}' has no numbers of '{selection.Indicator}'{asked}. {has}",
            ("zone_set", zoneSet),
            ("indicator", selection.Indicator),
            ("period", selection.Period),
            ("breakdown", selection.Breakdown));
    }

    /// <summary>The fault of asking a zone set for a period that none of its indicators has, with those it has.</summary>
    public async ValueTask<Rpc.RpcException> NoPeriodAsync(string zoneSet, string period, CancellationToken cancellation)
    {
        var there = (await ColumnsOfAsync(zoneSet, cancellation)).Select(column => column.Key.Period).Distinct().Order().Select(known => known.Code).ToList();
        var has = there.Count == 0 ? "It has none at all." : $"It has {string.Join(", ", there.TakeLast(12))}.";
        return Fault.NotFound(V1.ErrorReason.NoData, $"Zone set '{zoneSet}' has no numbers for period '{period}'. {has}", ("zone_set", zoneSet), ("period", period));
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
