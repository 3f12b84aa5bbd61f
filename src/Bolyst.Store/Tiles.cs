using System.Globalization;
using Bolyst.Store.Columns;
using Bolyst.Store.Schema;
using Npgsql;

namespace Bolyst.Store;

/// <summary>
/// Zones and water as vector tiles (Mapbox Vector Tile 2.1); zones from shapes prepared at import. A tile of zones belongs to a generation of a zone set, so it
/// stays right until that zone set is delivered again. Kept in memory within <see cref="StoreOptions.TileBytes"/>; callers who want the
/// same tile share one read. Safe for concurrent use.
/// </summary>
public sealed class Tiles
{
    /// <summary>The closest zoom that has tiles of its own; clients stretch these for closer views.</summary>
    public const int MaxZoom = Coverage.TileGrid.MaxZoom;

    private static readonly string[] TileSql =
        [.. Enumerable.Range(0, MaxZoom + 1).Select(zoom => SqlText.Read("Read/tile.sql").Replace("{zoom}", zoom.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal))];
    private static readonly string WaterSql = SqlText.Read("Read/water-tile.sql");
    private static readonly string CoverSql = SqlText.Read("Read/tile-cover.sql");
    private static readonly string ExtentSql = SqlText.Read("Read/extent.sql");

    private readonly NpgsqlDataSource dataSource;
    private readonly DatasetVersions versions;
    private readonly Cube cube;
    private readonly BoundedCache<Key> cache;

    internal Tiles(NpgsqlDataSource dataSource, DatasetVersions versions, Cube cube, long capacity)
    {
        this.dataSource = dataSource;
        this.versions = versions;
        this.cube = cube;
        cache = new(capacity);
    }

    /// <summary>One zone set in one tile: one layer, named by the key of the zone set. Empty where it has no zone.</summary>
    /// <param name="zoneSet">Key of the zone set.</param>
    /// <param name="tile">Which tile.</param>
    /// <param name="named">True for features with <c>code</c> and <c>name</c>; false for the id alone. The id is the zone's place in the order of codes, from 1.</param>
    /// <param name="asOf">Dataset version; null for the latest.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="StoreException">No such zone set at that version.</exception>
    public async ValueTask<byte[]> ReadAsync(string zoneSet, TileKey tile, bool named, long? asOf = null, CancellationToken cancellation = default)
    {
        var version = versions.Resolve(asOf);
        var axis = await cube.ZonesAsync(zoneSet, version, cancellation);
        var key = new Key(zoneSet, axis.Version, tile, named);
        return cache.TryGet<byte[]>(key, out var kept)
            ? kept
            : await cache.GetAsync(key, abandoned => QueryAsync(key, tile, TileSql[tile.Zoom], abandoned), SizeOf, cancellation);
    }

    /// <summary>All water in one tile: one layer, named <see cref="Features.Water"/>. Empty where there is none.</summary>
    /// <param name="tile">Which tile.</param>
    /// <param name="named">True for features with <c>name</c>, those that have one; false for outlines alone.</param>
    /// <param name="asOf">Dataset version; null for the latest.</param>
    /// <param name="cancellation">Gives up.</param>
    public async ValueTask<byte[]> ReadWaterAsync(TileKey tile, bool named, long? asOf = null, CancellationToken cancellation = default)
    {
        var key = new Key(Features.Water, versions.Resolve(asOf), tile, named);
        return await cache.GetAsync(key, abandoned => QueryAsync(key, tile, WaterSql, abandoned), SizeOf, cancellation);
    }

    /// <summary>
    /// The smallest rectangle that holds layers: west, south, east and north in degrees (EPSG:4258); null when none has an outline. Every view of a map opens
    /// at it, and <see cref="FeatureExtent.Degrees"/> would leave up to a tenth of the picture empty on each side of a few large zones. It takes every
    /// outline to find: kept as tiles are.
    /// </summary>
    /// <param name="layers">Keys of zone sets, or <see cref="Features.Water"/>.</param>
    /// <param name="asOf">Dataset version; null for the latest.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<double[]?> ExtentAsync(IReadOnlyCollection<string> layers, long? asOf = null, CancellationToken cancellation = default)
    {
        var version = versions.Resolve(asOf);
        var boxes = await Task.WhenAll(layers.Select(layer => ExtentAsync(layer, version, cancellation)));
        double[][] drawn = [.. boxes.Where(box => box.Length > 0)];
        return drawn.Length == 0 ? null : [drawn.Min(box => box[0]), drawn.Min(box => box[1]), drawn.Max(box => box[2]), drawn.Max(box => box[3])];
    }

    /// <summary>The tiles of a zoom that zones reach into; a few of them may be empty, every other one is.</summary>
    /// <param name="zoneSet">Key of the zone set.</param>
    /// <param name="zoom">0 to <see cref="MaxZoom"/>.</param>
    /// <param name="asOf">Dataset version; null for the latest.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<IReadOnlyList<TileKey>> ListCoverAsync(string zoneSet, int zoom, long? asOf = null, CancellationToken cancellation = default) =>
        DatabaseFaults.GuardAsync<IReadOnlyList<TileKey>>("looking for tiles", async () =>
        {
            await using var connection = await dataSource.OpenConnectionAsync(cancellation);
            await using var command = Sql.Command(connection, CoverSql, Sql.Bigint(versions.Resolve(asOf)), Sql.Text(zoneSet), Sql.Integer(zoom));
            // A country at the closest zoom takes minutes; its caller cancels, no timeout does.
            command.CommandTimeout = 0;
            await using var rows = await command.ExecuteReaderAsync(cancellation);
            var tiles = new List<TileKey>();
            while (await rows.ReadAsync(cancellation))
                tiles.Add(new(zoom, rows.GetInt32(0), rows.GetInt32(1)));
            return tiles;
        });

    /// <summary>The rectangle of one layer; empty when nothing of it has an outline.</summary>
    private async Task<double[]> ExtentAsync(string layer, long version, CancellationToken cancellation)
    {
        var isWater = string.Equals(layer, Features.Water, StringComparison.Ordinal);
        var key = new Key(layer, isWater ? version : (await cube.ZonesAsync(layer, version, cancellation)).Version, Tile: null, Named: false);
        return await cache.GetAsync(key, abandoned => DatabaseFaults.GuardAsync("reading an extent", async () =>
        {
            await using var connection = await dataSource.OpenConnectionAsync(abandoned);
            await using var command = Sql.Command(connection, ExtentSql, Sql.Bigint(key.Generation), Sql.Text(layer));
            return await command.ExecuteScalarAsync(abandoned) as double[] ?? [];
        }), _ => SizeOf([]), cancellation);
    }

    private Task<byte[]> QueryAsync(Key key, TileKey tile, string sql, CancellationToken cancellation) => DatabaseFaults.GuardAsync("reading a tile", async () =>
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellation);
        await using var command = Sql.Command(
            connection, sql, Sql.Bigint(key.Generation), Sql.Text(key.Layer), Sql.Integer(tile.Zoom), Sql.Integer(tile.Column), Sql.Integer(tile.Row), Sql.Boolean(key.Named));
        await command.PrepareAsync(cancellation);
        return (byte[])(await command.ExecuteScalarAsync(cancellation))!;
    });

    private static long SizeOf(byte[] tile) => 120 + tile.LongLength;

    /// <summary>A layer in a tile; without a tile, the rectangle that holds the layer.</summary>
    private sealed record Key(string Layer, long Generation, TileKey? Tile, bool Named);
}

/// <summary>A tile of the web mercator pyramid.</summary>
/// <param name="Zoom">0 to <see cref="Tiles.MaxZoom"/>.</param>
/// <param name="Column">From the west, 0 to 2^zoom - 1.</param>
/// <param name="Row">From the north, 0 to 2^zoom - 1.</param>
public readonly record struct TileKey(int Zoom, int Column, int Row)
{
    /// <summary>True when the pyramid has such a tile.</summary>
    public bool Exists => Zoom is >= 0 and <= Tiles.MaxZoom && Column >= 0 && Column < 1 << Zoom && Row >= 0 && Row < 1 << Zoom;

    /// <summary>The tile that holds a place.</summary>
    /// <param name="zoom">0 to <see cref="Tiles.MaxZoom"/>.</param>
    /// <param name="longitude">Degrees east; what lies beyond the world is moved to its edge.</param>
    /// <param name="latitude">Degrees north; likewise.</param>
    public static TileKey At(int zoom, double longitude, double latitude)
    {
        var (tiles, sine) = (1 << zoom, Math.Sin(latitude * Math.PI / 180));
        return new(zoom, Within((longitude + 180) / 360), Within(0.5 - (Math.Log((1 + sine) / (1 - sine)) / (4 * Math.PI))));

        int Within(double share) => (int)Math.Clamp(Math.Floor(share * tiles), 0, tiles - 1);
    }
}
