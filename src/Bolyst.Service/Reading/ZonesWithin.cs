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

    /// <summary>Itself: for answers that are made of the zones, which of none would be empty and not say why.</summary>
    /// <param name="zoneSet">Key of the zones' set.</param>
    /// <exception cref="Rpc.RpcException">There are no zones.</exception>
    public ZonesWithin NotEmpty(string zoneSet) => Ordinals.Count > 0 ? this : throw Fault.NotFound(
        V1.ErrorReason.NoData,
        $"No zone of zone set '{zoneSet}' lies in {Around.Code} {Name} (zone set '{Around.ZoneSet}'). Choose a zone set that has zones there, or leave out {Around.Code} for all zones.",
        ("zone_set", zoneSet),
        ("within", Around.Code));

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

    /// <summary>The zones of a set that lie in a kommune of the newest division that has its code; at least one.</summary>
    /// <exception cref="Rpc.RpcException">There is no such zone set, no kommune with the code, or no zone in it.</exception>
    public static async Task<ZonesWithin> OfKommuneAsync(Dataset dataset, string zoneSet, string code, CancellationToken cancellation)
    {
        foreach (var set in dataset.ZoneSets.Where(set => string.Equals(set.Level, Kommune, StringComparison.Ordinal)).OrderByDescending(set => set.ValidFrom))
        {
            if ((await dataset.AxisAsync(set.Key, cancellation)).OrdinalOf(code) >= 0)
                return (await dataset.WithinAsync(zoneSet, new(set.Key, code), cancellation)).NotEmpty(zoneSet);
        }

        throw Fault.NotFound(V1.ErrorReason.ZoneNotFound, $"No zone set of level kommune has a zone '{code}'. Codes keep their leading zeros.", ("kommune", code));
    }
}
