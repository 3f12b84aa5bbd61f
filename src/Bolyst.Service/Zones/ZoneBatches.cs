using System.Runtime.CompilerServices;
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

    /// <summary>The zones after a code, cut into messages; read as they are asked for.</summary>
    /// <param name="after">A code; null for all zones.</param>
    /// <param name="most">Most zones in a message.</param>
    /// <param name="bytes">Most bytes in a message; a zone that has more goes alone.</param>
    /// <param name="cancellation">The call's.</param>
    public async IAsyncEnumerable<IReadOnlyList<V1.Zone>> CutAsync(string? after, int most, int bytes, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (batch, size) = (new List<V1.Zone>(), 0);
        // One more than a message has, so that a single page is a single read.
        await foreach (var zone in ReadAsync(after, most + 1, cancellation))
        {
            var more = zone.CalculateSize();
            if (batch.Count > 0 && (batch.Count == most || size + more > bytes))
            {
                yield return batch;
                (batch, size) = ([], 0);
            }

            batch.Add(zone);
            size += more;
        }

        if (batch.Count > 0)
        {
            yield return batch;
        }
    }

    private async IAsyncEnumerable<V1.Zone> ReadAsync(string? after, int pageSize, [EnumeratorCancellation] CancellationToken cancellation)
    {
        IReadOnlyList<ZoneInfo> zones;
        do
        {
            zones = await dataset.Store.Catalogue.ListZonesAsync(zoneSet, after, pageSize, inside, dataset.Version, cancellation);
            if (view.WithOutline && zones.Count > 0)
            {
                string[] codes = [.. zones.Select(zone => zone.Code)];
                await foreach (var zone in dataset.Store.Outlines.StreamAsync(zoneSet, view.Srid, codes, view.Simplification, dataset.Version, cancellation))
                {
                    yield return view.Write(zone.Zone, zone.Outline);
                }
            }
            else
            {
                foreach (var zone in zones)
                {
                    yield return view.Write(zone);
                }
            }

            after = zones.Count > 0 ? zones[^1].Code : null;
        }
        while (zones.Count == pageSize);
    }
}
