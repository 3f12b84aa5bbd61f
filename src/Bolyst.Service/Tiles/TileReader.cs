using Bolyst.Service.Layers;
using Bolyst.Service.Reading;
using Bolyst.Service.Requests;
using Bolyst.Store;
using Bolyst.Store.Columns;

namespace Bolyst.Service.Tiles;

/// <summary>
/// Tiles of one zone set, with or without values. The store keeps tiles of outlines; those with values joined in are kept here, within
/// <see cref="ServiceLimits.TileBytes"/>, so that a tile asked for again costs neither.
/// </summary>
internal sealed class TileReader(BolystStore store, LayerCatalogue layers, ServiceLimits limits)
{
    private readonly BoundedCache<(Layer Layer, TileKey Tile)> finished = new(limits.TileBytes);

    /// <summary>One zone set in one tile: empty where it has no zone.</summary>
    /// <param name="dataset">The dataset version.</param>
    /// <param name="zoneSet">Key of the zone set.</param>
    /// <param name="tile">Which tile.</param>
    /// <param name="query">Which measures; null for ids alone, without code and name.</param>
    /// <param name="cancellation">The request's.</param>
    /// <exception cref="Rpc.RpcException">There is no such zone set or measure.</exception>
    public async ValueTask<byte[]> ReadAsync(Dataset dataset, string zoneSet, TileKey tile, LayerQuery? query, CancellationToken cancellation)
    {
        var key = dataset.ZoneSet(zoneSet).Key;
        if (query is null)
            return await store.Tiles.ReadAsync(key, tile, named: false, dataset.Version, cancellation);
        var layer = await layers.OpenAsync(dataset, key, query, cancellation);
        return finished.TryGet<byte[]>((layer, tile), out var known) ? known : await finished.GetAsync(
            (layer, tile),
            async abandoned => TileValues.Add(await store.Tiles.ReadAsync(key, tile, named: true, dataset.Version, abandoned), layer.Measured),
            bytes => 120 + bytes.LongLength,
            cancellation);
    }
}
