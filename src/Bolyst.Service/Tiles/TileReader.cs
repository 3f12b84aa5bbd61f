using System.IO.Compression;
using Bolyst.Service.Layers;
using Bolyst.Service.Reading;
using Bolyst.Service.Requests;
using Bolyst.Store;
using Bolyst.Store.Columns;

namespace Bolyst.Service.Tiles;

/// <summary>What a tile is asked for. Equal questions have equal bytes.</summary>
/// <param name="ZoneSets">Keys of zone sets, or <see cref="Features.Water"/>, one layer each, in this order.</param>
/// <param name="Tile">Which tile.</param>
/// <param name="Query">Which measures; null for ids alone, without code and name.</param>
/// <param name="IsZipped">True for gzip.</param>
internal sealed record TileQuestion(IReadOnlyList<string> ZoneSets, TileKey Tile, LayerQuery? Query, bool IsZipped)
{
    /// <summary>True where the tile is one of the store's, byte for byte: one layer, as it is, without values.</summary>
    public bool IsOutlinesAlone => ZoneSets.Count == 1 && !IsZipped && (Query is null or { Indicators: [], Indexes: [] });

    /// <summary>The question as text.</summary>
    public string Key => FormattableString.Invariant($"{Tile.Zoom}/{Tile.Column}/{Tile.Row}|{string.Join(',', ZoneSets)}|{Query?.Key ?? "none"}|{IsZipped}");
}

/// <summary>
/// Tiles as they are sent. The store keeps tiles of outlines; those made of them (with values, several layers, zipped) are kept here, within
/// <see cref="ServiceLimits.TileBytes"/>, so that a tile asked for again costs nothing.
/// </summary>
internal sealed class TileReader(BolystStore store, LayerCatalogue layers, ServiceLimits limits)
{
    private const int BytesOfAKey = 200;

    private readonly BoundedCache<(long Version, string Question)> finished = new(limits.TileBytes);

    /// <summary>A tile: empty where there is no zone, zipped or not.</summary>
    /// <param name="dataset">The dataset version.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="cancellation">The request's.</param>
    /// <exception cref="Rpc.RpcException">There is no such zone set or measure.</exception>
    public async ValueTask<byte[]> ReadAsync(Dataset dataset, TileQuestion question, CancellationToken cancellation)
    {
        if (question.IsOutlinesAlone)
            return await LayerAsync(dataset, Tiled(dataset, question.ZoneSets[0]), question, cancellation);
        var key = (dataset.Version, question.Key);
        return finished.TryGet<byte[]>(key, out var known)
            ? known
            : await finished.GetAsync(key, abandoned => MakeAsync(dataset, question, abandoned), bytes => BytesOfAKey + bytes.LongLength, cancellation);
    }

    private async Task<byte[]> MakeAsync(Dataset dataset, TileQuestion question, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        foreach (var zoneSet in question.ZoneSets)
        {
            // Layers that stand one after another are a tile of several layers: that is how protobuf adds repeated fields.
            await bytes.WriteAsync(await LayerAsync(dataset, Tiled(dataset, zoneSet), question, cancellation), cancellation);
        }

        return question.IsZipped && bytes.Length > 0 ? Zip(bytes) : bytes.ToArray();
    }

    private static byte[] Zip(MemoryStream bytes)
    {
        using var zipped = new MemoryStream();
        using (var zip = new GZipStream(zipped, CompressionLevel.Optimal, leaveOpen: true))
        {
            bytes.WriteTo(zip);
        }

        return zipped.ToArray();
    }

    /// <summary>The id of a layer that has tiles.</summary>
    /// <exception cref="Rpc.RpcException">There is no such zone set.</exception>
    public static string Tiled(Dataset dataset, string id) => id is Features.Water ? id : dataset.ZoneSet(id).Key;

    private async Task<byte[]> LayerAsync(Dataset dataset, string zoneSet, TileQuestion question, CancellationToken cancellation)
    {
        if (zoneSet is Features.Water)
            return await store.Tiles.ReadWaterAsync(question.Tile, named: question.Query is not null, dataset.Version, cancellation);
        var outlines = await store.Tiles.ReadAsync(zoneSet, question.Tile, named: question.Query is not null, dataset.Version, cancellation);
        return question.Query is { } query && outlines.Length > 0 ? TileValues.Add(outlines, (await layers.OpenAsync(dataset, zoneSet, query, cancellation)).Measured) : outlines;
    }
}
