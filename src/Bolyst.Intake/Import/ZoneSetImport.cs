using Bolyst.Intake.Boundaries;
using Bolyst.Intake.Description;
using Bolyst.Intake.Reports;
using Bolyst.Store;
using Bolyst.Store.Model;

namespace Bolyst.Intake.Import;

/// <summary>Builds the zone sets of a delivery and adds them to the import.</summary>
internal sealed class ZoneSetImport(BolystStore store, ImportSession session, DeliveryDescription description, ImportOptions options, ImportReport report)
{
    private readonly ZoneSetBuilder builder = new(options.Gdal, options.Topology, options.Limits);
    private readonly Dictionary<string, IReadOnlyList<ZoneRow>> built = new(StringComparer.Ordinal);

    /// <summary>The links that the zone sets brought.</summary>
    public List<ZoneLink> Links { get; } = [];

    public async Task RunAsync(CancellationToken ct)
    {
        foreach (var zoneSet in description.ZoneSets)
        {
            var made = await OutlineBlock.ReadAsync(zoneSet.Key, zoneSet, options, report, findings => builder.BuildAsync(zoneSet, FindZonesAsync, findings, ct));
            built[zoneSet.Key] = made.Zones;
            Links.AddRange(made.Links);
            Links.AddRange(Changes(zoneSet, made.Zones));
            if (report.Faults.Total == 0)
            {
                await session.AddZoneSetAsync(Head(zoneSet), made.Zones, ct);
            }
        }

        if (report.Faults.Total == 0 && Links.Count > 0)
        {
            await session.AddZoneLinksAsync(Links, ct);
        }
    }

    // A code that is read as another is a code change: series over years follow it.
    private static IEnumerable<ZoneLink> Changes(ZoneSetDescription zoneSet, IReadOnlyList<ZoneRow> zones)
    {
        var codes = zones.Select(z => z.Code).ToHashSet(StringComparer.Ordinal);
        return zoneSet.CodeChanges.Where(c => codes.Contains(c.To)).Select(c => new ZoneLink(ZoneLinkKind.Became, zoneSet.Key, c.From, zoneSet.Key, c.To));
    }

    private ZoneSetHead Head(ZoneSetDescription zoneSet) => new(
        zoneSet.Key,
        zoneSet.Level,
        zoneSet.Name.ToModel(),
        zoneSet.Valid.From,
        zoneSet.Valid.To,
        zoneSet.Partition,
        zoneSet.Licence ?? description.Delivery.Licence,
        zoneSet.Source ?? description.Delivery.Source);

    private async Task<IReadOnlyList<ZoneRow>?> FindZonesAsync(string key, CancellationToken ct)
    {
        if (built.TryGetValue(key, out var zones))
        {
            return zones;
        }

        if (await store.Catalogue.FindZoneSetAsync(key, cancellation: ct) is null)
        {
            return null;
        }

        var stored = new List<ZoneRow>();
        await foreach (var zone in store.Outlines.StreamAsync(key, cancellation: ct))
        {
            stored.Add(new ZoneRow(zone.Zone.Code, zone.Zone.Name, zone.Outline?.ToGeometry(), zone.Zone.PartCount));
        }

        return built[key] = stored;
    }
}
