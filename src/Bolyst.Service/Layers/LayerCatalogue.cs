using System.Collections.Concurrent;
using System.Globalization;
using Bolyst.Service.Faults;
using Bolyst.Service.Reading;
using Bolyst.Service.Requests;
using Bolyst.Store;
using Bolyst.Store.Columns;
using Bolyst.Store.Model;

namespace Bolyst.Service.Layers;

/// <summary>
/// The layers of a dataset version: one for each zone set, the boundaries of områdesatsingar, and water. Those last used are kept within
/// <see cref="ServiceLimits.LayerBytes"/>, so that pages and tiles of one layer compute its indexes and ranks once.
/// </summary>
internal sealed class LayerCatalogue(LayerReader reader, ServiceLimits limits)
{
    private const int BytesOfACell = 16;

    private readonly ConcurrentDictionary<(string? ZoneSet, long Generation), FeatureExtent> extents = new();
    private readonly BoundedCache<(string Id, long Version, string Measures)> layers = new(limits.LayerBytes);

    /// <summary>Every layer without its numbers, by key; then boundaries of områdesatsingar, and water where any was delivered.</summary>
    public async Task<IReadOnlyList<LayerHead>> ListAsync(Dataset dataset, CancellationToken cancellation)
    {
        var heads = new List<LayerHead>();
        foreach (var set in dataset.ZoneSets)
        {
            heads.Add(await HeadAsync(dataset, set, cancellation));
        }

        heads.Add((await BoundaryLayer.ReadAsync(dataset, cancellation)).Head);
        var water = await WaterLayer.ReadAsync(dataset, cancellation);
        if (water.Count > 0)
            heads.Add(water.Head);
        return heads;
    }

    /// <summary>One layer without its numbers.</summary>
    /// <exception cref="Rpc.RpcException">There is none.</exception>
    public async Task<LayerHead> FindAsync(Dataset dataset, string id, CancellationToken cancellation) =>
        await OwnAsync(dataset, id, cancellation) is { } own ? own.Head : await HeadAsync(dataset, ZoneSet(dataset, id), cancellation);

    /// <summary>One layer.</summary>
    /// <param name="dataset">The dataset version.</param>
    /// <param name="id">Id of the layer.</param>
    /// <param name="query">Which measures; its version is not read.</param>
    /// <param name="cancellation">The request's.</param>
    /// <exception cref="Rpc.RpcException">There is none, or it has no such measure.</exception>
    public async ValueTask<Layer> OpenAsync(Dataset dataset, string id, LayerQuery query, CancellationToken cancellation)
    {
        var key = (id, dataset.Version, query.Key);
        return layers.TryGet<Layer>(key, out var known) ? known : await layers.GetAsync(
            key,
            async abandoned => await OwnAsync(dataset, id, abandoned) ?? await ZonesAsync(dataset, id, query, abandoned),
            layer => SizeOf(layer.Count, layer.Fields.Count),
            cancellation);
    }

    /// <summary>Bytes that a layer takes, about.</summary>
    public static long SizeOf(int features, int fields) => (long)features * fields * BytesOfACell;

    private async Task<Layer> ZonesAsync(Dataset dataset, string id, LayerQuery query, CancellationToken cancellation)
    {
        // None needs another, and whoever asks first waits for all.
        var (asked, zones, measures) = (HeadAsync(dataset, ZoneSet(dataset, id), cancellation), dataset.AxisAsync(id, cancellation).AsTask(), reader.ReadAsync(dataset, id, query, cancellation));
        await Task.WhenAll(asked, zones, measures);
        var (head, axis) = (await asked, await zones);
        LayerField[] identity =
        [
            new TextField("code", new("Kode", "Kode", "Code"), ordinal => axis.Codes[ordinal]),
            new TextField("name", new("Navn", "Namn", "Name"), ordinal => axis.Names[ordinal]),
            new DateField("valid_from", new("Gjelder fra", "Gjeld frå", "Valid from"), _ => head.Valid.From),
            new DateField("valid_to", new("Gjelder til", "Gjeld til", "Valid to"), _ => head.Valid.To),
        ];
        return new(head, dataset.Version, axis.Count, identity, await measures, _ => head.Valid);
    }

    private async Task<LayerHead> HeadAsync(Dataset dataset, ZoneSetInfo set, CancellationToken cancellation)
    {
        if (!extents.TryGetValue((set.Key, set.Version), out var extent))
            extent = extents.GetOrAdd((set.Key, set.Version), await dataset.Store.Features.ExtentAsync(set.Key, dataset.Version, cancellation));
        var zones = set.ZoneCount.ToString(CultureInfo.InvariantCulture);
        var description = new LocalizedText(
            $"{set.Level}, {zones} soner. Grenser: {set.Source ?? "kilde ikke oppgitt"} ({set.Licence}){(set.BoundariesOfficial ? "" : ", laget for formålet, ikke offisielle")}.",
            $"{set.Level}, {zones} soner. Grenser: {set.Source ?? "kjelde ikkje oppgjeven"} ({set.Licence}){(set.BoundariesOfficial ? "" : ", laga for føremålet, ikkje offisielle")}.",
            $"{set.Level}, {zones} zones. Boundaries: {set.Source ?? "source not given"} ({set.Licence}){(set.BoundariesOfficial ? "" : ", a proxy, not official")}.");
        var outlines = new LayerOutlines([set.Version], [(set.Source ?? set.Name.Nb, set.Licence)]);
        return new(set.Key, set, set.Name, description, new(set.ValidFrom, set.ValidTo), extent, outlines);
    }

    /// <summary>A layer that is no zone set; null when the id is of none.</summary>
    private static async Task<Layer?> OwnAsync(Dataset dataset, string id, CancellationToken cancellation) => id switch
    {
        Features.Boundaries => await BoundaryLayer.ReadAsync(dataset, cancellation),
        Features.Water => await WaterLayer.ReadAsync(dataset, cancellation),
        _ => null,
    };

    private static ZoneSetInfo ZoneSet(Dataset dataset, string id) =>
        dataset.ZoneSets.FirstOrDefault(set => string.Equals(set.Key, id, StringComparison.Ordinal))
        ?? throw Fault.NotFound(
            V1.ErrorReason.ZoneSetNotFound,
            $"There is no collection '{id}' in dataset version {Text(dataset.Version)}. /ogc/collections lists those there are.",
            ("collection", id));

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
