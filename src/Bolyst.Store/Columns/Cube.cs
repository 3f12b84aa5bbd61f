using System.Collections.Immutable;
using Bolyst.Store.Columns;
using Bolyst.Store.Model;
using Npgsql;

namespace Bolyst.Store;

/// <summary>
/// The numbers of the store as columns in memory: filled on demand, once however many ask, kept within
/// <see cref="StoreOptions.CubeBytes"/>, the longest unused dropped first. A column belongs to a dataset version, so a commit makes
/// new columns and leaves readers of the old ones alone. Safe for concurrent use.
/// </summary>
public sealed class Cube
{
    private readonly CubeReader reader;
    private readonly Catalogue catalogue;
    private readonly DatasetVersions versions;
    private readonly BoundedCache<Key> cache;

    internal Cube(NpgsqlDataSource dataSource, Catalogue catalogue, DatasetVersions versions, long capacity)
    {
        reader = new(dataSource);
        this.catalogue = catalogue;
        this.versions = versions;
        cache = new(capacity);
    }

    /// <summary>Bytes that the kept columns take.</summary>
    public long Bytes => cache.Bytes;

    /// <summary>The zones of a zone set.</summary>
    /// <param name="zoneSet">Key of the zone set.</param>
    /// <param name="asOf">Dataset version; null for the latest.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="StoreException">No such zone set at that version.</exception>
    public ValueTask<ZoneAxis> ZonesAsync(string zoneSet, long? asOf = null, CancellationToken cancellation = default)
    {
        var version = versions.Resolve(asOf);
        return GetAsync<ZoneAxis>(
            new AxisKey(zoneSet, version), abandoned => reader.ReadAxisAsync(zoneSet, version, abandoned), axis => axis.Bytes, cancellation);
    }

    /// <summary>A column. One that was never delivered is full of <see cref="Statistics.ObservationStatus.NotDelivered"/>.</summary>
    /// <param name="key">Which column.</param>
    /// <param name="asOf">Dataset version; null for the latest.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="StoreException">No such zone set at that version.</exception>
    public ValueTask<Column> ColumnAsync(ColumnKey key, long? asOf = null, CancellationToken cancellation = default)
    {
        var version = versions.Resolve(asOf);
        return GetAsync<Column>(
            new CellsKey(key, version),
            abandoned => reader.ReadColumnAsync(key, ZonesAsync(key.ZoneSet, version, abandoned).AsTask(), version, abandoned),
            column => column.Bytes,
            cancellation);
    }

    /// <summary>The periods that an indicator has totals for, the oldest first; empty when it has none.</summary>
    /// <param name="zoneSet">Key of the zone set.</param>
    /// <param name="indicator">Key of the indicator.</param>
    /// <param name="asOf">Dataset version; null for the latest.</param>
    /// <param name="cancellation">Gives up.</param>
    public async ValueTask<IReadOnlyList<Period>> PeriodsAsync(string zoneSet, string indicator, long? asOf = null, CancellationToken cancellation = default)
    {
        var version = versions.Resolve(asOf);
        return await GetAsync<ImmutableArray<Period>>(
            new PeriodsKey(zoneSet, indicator, version),
            async abandoned =>
            [
                .. (await catalogue.ListColumnsAsync(zoneSet, indicator, version, abandoned)).Where(column => column.Key.Breakdown.Length == 0).Select(column => column.Key.Period),
            ],
            periods => 200 + (periods.Length * 32L),
            cancellation);
    }

    private ValueTask<TValue> GetAsync<TValue>(Key key, Func<CancellationToken, Task<TValue>> load, Func<TValue, long> size, CancellationToken cancellation)
        where TValue : notnull =>
        cache.TryGet<TValue>(key, out var kept) ? new(kept) : new(cache.GetAsync(key, load, size, cancellation));

    private abstract record Key(long Version);

    private sealed record AxisKey(string ZoneSet, long Version) : Key(Version);

    private sealed record CellsKey(ColumnKey Column, long Version) : Key(Version);

    private sealed record PeriodsKey(string ZoneSet, string Indicator, long Version) : Key(Version);
}
