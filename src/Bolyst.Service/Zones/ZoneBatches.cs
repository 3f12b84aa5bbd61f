using Bolyst.Service.Reading;
using Bolyst.Store.Model;

namespace Bolyst.Service.Zones;

/// <summary>The zones of a set, or those inside another zone, by code, some at a time.</summary>
/// <param name="dataset">The dataset version.</param>
/// <param name="zoneSet">Key of the zone set.</param>
/// <param name="inside">Only zones linked to this one; null for all.</param>
/// <param name="view">How much of each zone.</param>
internal sealed class ZoneBatches(Dataset dataset, string zoneSet, ZoneKey? inside, ZoneView view)
{
    /// <summary>Reads the request's zone set and parent; ends the call when one of them is not there.</summary>
    public static async Task<ZoneBatches> OpenAsync(Dataset dataset, string zoneSet, V1.ZoneRef? parent, ZoneView view, CancellationToken cancellation)
    {
        dataset.ZoneSet(zoneSet);
        if (parent is null)
        {
            return new(dataset, zoneSet, null, view);
        }

        var axis = await dataset.AxisAsync(parent.ZoneSet, cancellation);
        Dataset.OrdinalOf(axis, parent.Code);
        return new(dataset, zoneSet, new(parent.ZoneSet, parent.Code), view);
    }

    /// <summary>How many zones there are.</summary>
    public Task<int> CountAsync(CancellationToken cancellation) => dataset.Store.Catalogue.CountZonesAsync(zoneSet, inside, dataset.Version, cancellation);

    /// <summary>The next zones after a code.</summary>
    public async Task<IReadOnlyList<V1.Zone>> ReadAsync(string? after, int limit, CancellationToken cancellation)
    {
        var zones = await dataset.Store.Catalogue.ListZonesAsync(zoneSet, after, limit, inside, dataset.Version, cancellation);
        if (!view.WithOutline || zones.Count == 0)
        {
            return [.. zones.Select(zone => view.Write(zone))];
        }

        string[] codes = [.. zones.Select(zone => zone.Code)];
        var outlined = new List<V1.Zone>(zones.Count);
        await foreach (var zone in dataset.Store.Outlines.StreamAsync(zoneSet, view.Srid, codes, dataset.Version, cancellation))
        {
            outlined.Add(view.Write(zone.Zone, zone.Outline));
        }

        return outlined;
    }
}
