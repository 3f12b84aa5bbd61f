using Bolyst.Store.Model;
using Bolyst.Store.Schema;
using Microsoft.EntityFrameworkCore;

namespace Bolyst.Store;

/// <content>Zones and the links between them.</content>
public sealed partial class Catalogue
{
    /// <summary>One page of a zone set's zones, by code.</summary>
    /// <param name="zoneSet">Key of the zone set.</param>
    /// <param name="afterCode">The last code of the page before; null for the first page.</param>
    /// <param name="limit">Most zones to return; at least 1.</param>
    /// <param name="inside">Only zones linked to this one as parent or as building block; null for all.</param>
    /// <param name="asOf">Dataset version; null for the latest.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<IReadOnlyList<ZoneInfo>> ListZonesAsync(
        string zoneSet, string? afterCode, int limit, ZoneKey? inside = null, long? asOf = null, CancellationToken cancellation = default) =>
        ListAsync("listing zones", asOf, (context, version) => Page(Zones(context, version, zoneSet, inside), afterCode, limit), Map, cancellation);

    /// <summary>How many zones <see cref="ListZonesAsync"/> would give over all pages.</summary>
    /// <param name="zoneSet">Key of the zone set.</param>
    /// <param name="inside">Only zones linked to this one as parent or as building block; null for all.</param>
    /// <param name="asOf">Dataset version; null for the latest.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<int> CountZonesAsync(string zoneSet, ZoneKey? inside = null, long? asOf = null, CancellationToken cancellation = default) =>
        DatabaseFaults.GuardAsync("counting zones", async () =>
        {
            await using var context = new CatalogueContext(options);
            return await Zones(context, versions.Resolve(asOf), zoneSet, inside).CountAsync(cancellation);
        });

    /// <summary>One zone; null when the zone set has none with that code.</summary>
    /// <param name="key">The zone.</param>
    /// <param name="asOf">Dataset version; null for the latest.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<ZoneInfo?> FindZoneAsync(ZoneKey key, long? asOf = null, CancellationToken cancellation = default) =>
        FindAsync(
            "looking for a zone",
            asOf,
            (context, version) => context.ZonesOf(key.ZoneSet, version).Where(zone => zone.Code == key.Code),
            Map,
            cancellation);

    /// <summary>The links from and to one zone.</summary>
    /// <param name="key">The zone.</param>
    /// <param name="asOf">Dataset version; null for the latest.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<IReadOnlyList<ZoneLink>> ListLinksAsync(ZoneKey key, long? asOf = null, CancellationToken cancellation = default) =>
        ListAsync(
            "listing the links of a zone",
            asOf,
            (context, version) => InOrder(context.ZoneLinksAt(version).Where(link =>
                (link.FromZoneSet == key.ZoneSet && link.FromCode == key.Code) || (link.ToZoneSet == key.ZoneSet && link.ToCode == key.Code))),
            Map,
            cancellation);

    /// <summary>All links of one kind between two zone sets, for moving numbers from one to the other.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="fromZoneSet">Key of the finer, or older, zone set.</param>
    /// <param name="toZoneSet">Key of the coarser, or newer, zone set.</param>
    /// <param name="asOf">Dataset version; null for the latest.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<IReadOnlyList<ZoneLink>> ListLinksAsync(
        ZoneLinkKind kind, string fromZoneSet, string toZoneSet, long? asOf = null, CancellationToken cancellation = default) =>
        ListAsync(
            "listing links between zone sets",
            asOf,
            (context, version) => InOrder(context.ZoneLinksAt(version).Where(link =>
                link.Kind == (short)kind && link.FromZoneSet == fromZoneSet && link.ToZoneSet == toZoneSet)),
            Map,
            cancellation);

    /// <summary>The links by which the zones of a set lie in coarser zones, as children or as building blocks.</summary>
    /// <param name="zoneSet">Key of the finer zone set.</param>
    /// <param name="asOf">Dataset version; null for the latest.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<IReadOnlyList<ZoneLink>> ListUpwardLinksAsync(string zoneSet, long? asOf = null, CancellationToken cancellation = default) =>
        ListAsync(
            "listing the links to coarser zones",
            asOf,
            (context, version) => InOrder(context.ZoneLinksAt(version).Where(link =>
                link.FromZoneSet == zoneSet && (link.Kind == (short)ZoneLinkKind.Parent || link.Kind == (short)ZoneLinkKind.PartOf))),
            Map,
            cancellation);

    // By the last code seen, never by offset: page 500 costs what page 1 does.
    internal static IQueryable<ZoneOf> Page(IQueryable<ZoneOf> zones, string? afterCode, int limit) =>
        (afterCode is null ? zones : zones.Where(zone => string.Compare(zone.Code, afterCode) > 0)).OrderBy(zone => zone.Code).Take(limit);

    internal static IQueryable<ZoneOf> Zones(CatalogueContext context, long version, string zoneSet, ZoneKey? inside)
    {
        var zones = context.ZonesOf(zoneSet, version);
        if (inside is not { } outer)
            return zones;
        var (outerSet, outerCode) = outer;
        return zones.Where(zone => context.ZoneLinksAt(version).Any(link =>
            link.ToZoneSet == outerSet && link.ToCode == outerCode && link.FromZoneSet == zoneSet && link.FromCode == zone.Code
            && link.Kind != (short)ZoneLinkKind.Became));
    }

    private static IQueryable<ZoneLinkAt> InOrder(IQueryable<ZoneLinkAt> links) => links
        .OrderBy(link => link.Kind).ThenBy(link => link.FromZoneSet).ThenBy(link => link.FromCode).ThenBy(link => link.ToZoneSet).ThenBy(link => link.ToCode);

    private static ZoneInfo Map(ZoneOf zone) => new(
        zone.ZoneId, zone.ZoneSet, zone.Code, zone.Ordinal, zone.Name, zone.PartCount,
        zone.AreaM2 is { } area
            ? new(zone.PolygonCount!.Value, area, zone.PointX!.Value, zone.PointY!.Value, zone.MinX!.Value, zone.MinY!.Value, zone.MaxX!.Value, zone.MaxY!.Value)
            : null,
        zone.Version);

    private static ZoneLink Map(ZoneLinkAt link) => new((ZoneLinkKind)link.Kind, link.FromZoneSet, link.FromCode, link.ToZoneSet, link.ToCode, link.Share, link.OnDate);
}
