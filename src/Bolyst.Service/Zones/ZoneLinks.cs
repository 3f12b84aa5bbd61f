using Bolyst.Service.Messages;
using Bolyst.Store.Model;

namespace Bolyst.Service.Zones;

/// <summary>The links of one zone, each seen from that zone.</summary>
internal static class ZoneLinks
{
    public static IEnumerable<V1.ZoneLink> Of(ZoneKey zone, IEnumerable<ZoneLink> links) => links.Select(link =>
    {
        var isFrom = string.Equals(link.FromZoneSet, zone.ZoneSet, StringComparison.Ordinal) && string.Equals(link.FromCode, zone.Code, StringComparison.Ordinal);
        return new V1.ZoneLink
        {
            Kind = KindOf(link.Kind, isFrom),
            Zone = isFrom ? new() { ZoneSet = link.ToZoneSet, Code = link.ToCode } : new() { ZoneSet = link.FromZoneSet, Code = link.FromCode },
            Share = link.Share ?? 1,
            EffectiveDate = link.On.ToMessage(),
        };
    });

    private static V1.ZoneLinkKind KindOf(ZoneLinkKind kind, bool isFrom) => (kind, isFrom) switch
    {
        (ZoneLinkKind.Parent, true) => V1.ZoneLinkKind.Parent,
        (ZoneLinkKind.Parent, false) => V1.ZoneLinkKind.Child,
        (ZoneLinkKind.PartOf, true) => V1.ZoneLinkKind.PartOf,
        (ZoneLinkKind.PartOf, false) => V1.ZoneLinkKind.ConsistsOf,
        (ZoneLinkKind.Became, true) => V1.ZoneLinkKind.Became,
        (ZoneLinkKind.Became, false) => V1.ZoneLinkKind.CameFrom,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of link."),
    };
}
