using Bolyst.Service.Faults;
using Bolyst.Service.Layers;
using Bolyst.Service.Reading;
using Bolyst.Service.Requests;
using Bolyst.Service.Tiles.Archive;
using Bolyst.Store;

namespace Bolyst.Service.Tiles;

/// <summary>What to put into an archive of tiles.</summary>
/// <param name="ZoneSets">Keys of zone sets, one layer each.</param>
public sealed record TileArchive(IReadOnlyList<string> ZoneSets)
{
    /// <summary>Keys of indicators; null for all that the zone sets have totals of.</summary>
    public IReadOnlyList<string>? Indicators { get; init; }

    /// <summary>Keys of index definitions; null for all whose inputs the zone sets have.</summary>
    public IReadOnlyList<string>? Indexes { get; init; }

    /// <summary>Period of every indicator; null for the newest of each.</summary>
    public string? Period { get; init; }

    /// <summary>Dataset version; 0 for the newest.</summary>
    public long AsOf { get; init; }

    /// <summary>The closest zoom, 0 to 14; readers stretch its tiles for closer views.</summary>
    public int MaxZoom { get; init; } = Store.Tiles.MaxZoom;

    /// <summary>Writes the archive: byte for byte the tiles that <c>/tiles</c> serves for the same question.</summary>
    /// <param name="store">Where the zones are.</param>
    /// <param name="path">The PMTiles file, which appears when it is whole.</param>
    /// <param name="progress">Told of tiles made, and how many there will be.</param>
    /// <param name="cancellation">Gives up; nothing is left behind.</param>
    /// <returns>How many tiles, in how many bytes before directories.</returns>
    /// <exception cref="Rpc.RpcException">There is no such zone set, measure or version, or nothing has an outline.</exception>
    public async Task<(long Tiles, long Bytes)> WriteAsync(BolystStore store, string path, IProgress<(int Done, int All)> progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(progress);
        var limits = new ServiceLimits();
        var datasets = new Datasets(store);
        var catalogue = new LayerCatalogue(new LayerReader(datasets, limits), limits);
        var reader = new TileReader(store, catalogue, limits);
        var dataset = await datasets.OpenAsync(AsOf, cancellation);
        var query = new LayerQuery(Indicators, Indexes, Period, dataset.Version);
        var layers = new List<Layer>();
        foreach (var zoneSet in ZoneSets)
        {
            layers.Add(await catalogue.OpenAsync(dataset, dataset.ZoneSet(zoneSet).Key, query, cancellation));
        }

        var extent = await store.Tiles.ExtentAsync([.. ZoneSets], dataset.Version, cancellation) ?? throw Fault.FailedPrecondition(
            V1.ErrorReason.NoData, $"No zone of {string.Join(", ", ZoneSets)} has an outline, so there are no tiles.");
        var tiles = await CoverAsync(store, dataset.Version, cancellation);
        await using var archive = new ArchiveWriter(path);
        await foreach (var (id, bytes) in MakeAsync(tiles, tile => reader.ReadAsync(dataset, new(ZoneSets, tile, query, IsZipped: true), cancellation).AsTask(), progress))
        {
            await archive.AddAsync(id, bytes, cancellation);
        }

        await archive.CompleteAsync(TileJson.About(layers, MaxZoom), extent, MaxZoom, cancellation);
        return (archive.Tiles, archive.Bytes);
    }

    private async Task<SortedDictionary<ulong, TileKey>> CoverAsync(BolystStore store, long version, CancellationToken cancellation)
    {
        var cover = new SortedDictionary<ulong, TileKey>();
        for (var zoom = 0; zoom <= MaxZoom; zoom++)
        {
            foreach (var zoneSet in ZoneSets)
            {
                foreach (var tile in await store.Tiles.ListCoverAsync(zoneSet, zoom, version, cancellation))
                {
                    cover[TileOrder.IdOf(tile)] = tile;
                }
            }
        }

        return cover;
    }

    /// <summary>Makes tiles some at a time and gives them in order, without those that turn out empty.</summary>
    private static async IAsyncEnumerable<(ulong Id, byte[] Bytes)> MakeAsync(SortedDictionary<ulong, TileKey> tiles, Func<TileKey, Task<byte[]>> make, IProgress<(int Done, int All)> progress)
    {
        var begun = new Queue<(ulong Id, Task<byte[]> Making)>();
        var done = 0;
        foreach (var (id, tile) in tiles)
        {
            begun.Enqueue((id, make(tile)));
            while (begun.Count > 2 * Environment.ProcessorCount || (begun.Count > 0 && begun.Count + done == tiles.Count))
            {
                var (next, making) = begun.Dequeue();
                var bytes = await making;
                progress.Report((++done, tiles.Count));
                if (bytes.Length > 0)
                    yield return (next, bytes);
            }
        }
    }
}
