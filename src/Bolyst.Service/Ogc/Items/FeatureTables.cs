using System.Collections.Concurrent;
using System.Globalization;
using Bolyst.Service.Faults;
using Bolyst.Service.Layers;
using Bolyst.Service.Reading;
using Bolyst.Store;
using Bolyst.Store.Model;

namespace Bolyst.Service.Ogc.Items;

/// <summary>The collections of a dataset version. Tables last used are kept, so that paging through one computes it once.</summary>
internal sealed class FeatureTables(LayerReader layers)
{
    private const int Kept = 16;

    private readonly ConcurrentDictionary<(string? ZoneSet, long Generation), FeatureExtent> extents = new();
    private readonly ConcurrentDictionary<string, FeatureTable> tables = new(StringComparer.Ordinal);

    /// <summary>Every collection, by key; boundaries of områdesatsingar last.</summary>
    public async Task<IReadOnlyList<CollectionHead>> ListAsync(Dataset dataset, CancellationToken cancellation)
    {
        var heads = new List<CollectionHead>();
        foreach (var set in dataset.ZoneSets)
        {
            heads.Add(await HeadAsync(dataset, set, cancellation));
        }

        heads.Add((await BoundaryTable.ReadAsync(dataset, cancellation)).Head);
        return heads;
    }

    /// <summary>One collection without its numbers.</summary>
    /// <exception cref="Rpc.RpcException">There is none.</exception>
    public async Task<CollectionHead> FindAsync(Dataset dataset, string id, CancellationToken cancellation) =>
        IsBoundaries(id) ? (await BoundaryTable.ReadAsync(dataset, cancellation)).Head : await HeadAsync(dataset, ZoneSet(dataset, id), cancellation);

    /// <summary>One collection with its columns.</summary>
    /// <param name="dataset">The dataset version.</param>
    /// <param name="id">Id of the collection.</param>
    /// <param name="query">Which columns.</param>
    /// <param name="cancellation">The request's.</param>
    /// <exception cref="Rpc.RpcException">There is none, or it has no such column.</exception>
    public async Task<FeatureTable> OpenAsync(Dataset dataset, string id, LayerQuery query, CancellationToken cancellation)
    {
        var key = string.Join('|', [id, Text(dataset.Version), query.Period, List(query.Indicators), List(query.Indexes)]);
        if (tables.TryGetValue(key, out var known))
            return known;
        var table = IsBoundaries(id) ? await BoundaryTable.ReadAsync(dataset, cancellation) : await ZonesAsync(dataset, id, query, cancellation);
        while (tables.Count >= Kept && tables.Keys.FirstOrDefault() is { } other)
        {
            tables.TryRemove(other, out _);
        }

        return tables.GetOrAdd(key, table);
    }

    private async Task<FeatureTable> ZonesAsync(Dataset dataset, string id, LayerQuery query, CancellationToken cancellation)
    {
        var head = await HeadAsync(dataset, ZoneSet(dataset, id), cancellation);
        var layer = await layers.ReadAsync(id, query with { AsOf = dataset.Version }, cancellation);
        LayerField[] fields =
        [
            new TextField("code", new("Kode", "Kode", "Code"), ordinal => layer.Axis.Codes[ordinal]),
            new TextField("name", new("Navn", "Namn", "Name"), ordinal => layer.Axis.Names[ordinal]),
            new DateField("valid_from", new("Gjelder fra", "Gjeld frå", "Valid from"), _ => head.Valid.From),
            new DateField("valid_to", new("Gjelder til", "Gjeld til", "Valid to"), _ => head.Valid.To),
            .. layer.Fields,
        ];
        return new(head, dataset.Version, layer.Axis.Count, fields, _ => head.Valid);
    }

    private async Task<CollectionHead> HeadAsync(Dataset dataset, ZoneSetInfo set, CancellationToken cancellation)
    {
        if (!extents.TryGetValue((set.Key, set.Version), out var extent))
            extent = extents.GetOrAdd((set.Key, set.Version), await dataset.Store.Features.ExtentAsync(set.Key, dataset.Version, cancellation));
        var description = string.Create(
            CultureInfo.InvariantCulture,
            $"{set.Level}, {set.ZoneCount} zones. Boundaries: {set.Source ?? "source not given"} ({set.Licence}){(set.BoundariesOfficial ? "" : ", a proxy, not official")}.");
        return new(set.Key, set.Key, set.Name, description, new(set.ValidFrom, set.ValidTo), extent);
    }

    private static bool IsBoundaries(string id) => string.Equals(id, BoundaryTable.Id, StringComparison.Ordinal);

    private static ZoneSetInfo ZoneSet(Dataset dataset, string id) =>
        dataset.ZoneSets.FirstOrDefault(set => string.Equals(set.Key, id, StringComparison.Ordinal))
        ?? throw Fault.NotFound(
            V1.ErrorReason.ZoneSetNotFound,
            $"There is no collection '{id}' in dataset version {Text(dataset.Version)}. /ogc/collections lists those there are.",
            ("collection", id));

    private static string List(IReadOnlyList<string>? keys) => keys is null ? "*" : string.Join(',', keys);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
