using Bolyst.Service.Faults;
using Bolyst.Store.Model;

namespace Bolyst.Service.Reading;

/// <summary>The zones of a set that lie in a zone of another, such as the grunnkretser of a kommune.</summary>
/// <param name="Around">The zone around them.</param>
/// <param name="Name">Its name.</param>
/// <param name="Ordinals">The zones, ascending.</param>
/// <param name="KnownByPoint">How many of them no link places, so that a point inside them had to.</param>
internal sealed record ZonesWithin(ZoneKey Around, string Name, IReadOnlyList<int> Ordinals, int KnownByPoint)
{
    private const string Kommune = "kommune";

    /// <summary>Finds them: by links, and by a point inside for a zone that is linked to no zone of the set around it.</summary>
    /// <exception cref="Rpc.RpcException">There is no such zone set or zone.</exception>
    public static async Task<ZonesWithin> FindAsync(Dataset dataset, string zoneSet, ZoneKey around, CancellationToken cancellation)
    {
        var outer = await dataset.AxisAsync(around.ZoneSet, cancellation);
        var name = outer.Names[Dataset.OrdinalOf(outer, around.Code)];
        var surroundings = await Surroundings.ReadAsync(dataset, zoneSet, cancellation);
        var there = (await dataset.Store.Outlines.ListInsideAsync(dataset.ZoneSet(zoneSet).Key, around, dataset.Version, cancellation)).ToHashSet();
        var count = (await dataset.AxisAsync(zoneSet, cancellation)).Count;
        var byLink = Enumerable.Range(0, count).Where(zone => surroundings.Of(zone).Contains(around)).ToList();
        var byPoint = there.Where(zone => !surroundings.Of(zone).Any(link => string.Equals(link.ZoneSet, around.ZoneSet, StringComparison.Ordinal))).ToList();
        return new(around, name, [.. byLink.Concat(byPoint).Order()], byPoint.Count);
    }

    /// <summary>The zones of a set that lie in a kommune of the newest division that has its code.</summary>
    /// <exception cref="Rpc.RpcException">There is no such zone set, or no kommune with the code.</exception>
    public static async Task<ZonesWithin> OfKommuneAsync(Dataset dataset, string zoneSet, string code, CancellationToken cancellation)
    {
        foreach (var set in dataset.ZoneSets.Where(set => string.Equals(set.Level, Kommune, StringComparison.Ordinal)).OrderByDescending(set => set.ValidFrom))
        {
            if ((await dataset.AxisAsync(set.Key, cancellation)).OrdinalOf(code) >= 0)
                return await dataset.WithinAsync(zoneSet, new(set.Key, code), cancellation);
        }

        throw Fault.NotFound(V1.ErrorReason.ZoneNotFound, $"No zone set of level kommune has a zone '{code}'. Codes keep their leading zeros.", ("kommune", code));
    }
}
