using Bolyst.Rpc;
using Bolyst.Service.Messages;
using Bolyst.Service.Reading;
using Bolyst.Service.Requests;
using Bolyst.Store.Model;

namespace Bolyst.Service.Zones;

/// <summary>Zone sets and zones; the contract is protos/bolyst/v1/zone_service.proto.</summary>
internal sealed class ZoneService(Datasets datasets, ServiceLimits limits, TimeProvider clock)
{
    public async Task<V1.ListZoneSetsResponse> ListZoneSets(V1.ListZoneSetsRequest request, ServerCallContext context)
    {
        var checks = new FieldChecks();
        var page = Page.Read(request, limits, checks);
        var day = checks.Date(request.ValidOn, "valid_on");
        checks.ThrowIfAny();
        var dataset = await datasets.OpenAsync(page.AsOf, context.CancellationToken);
        var sets = dataset.ZoneSets.Where(set =>
            (request.Level.Length == 0 || string.Equals(set.Level, request.Level, StringComparison.Ordinal)) && (day is null || set.IsValidOn(day.Value)));
        var (entries, next) = page.Cut(sets, set => set.Key, dataset.Version);
        return new() { ZoneSets = { entries.Select(set => set.ToMessage(dataset)) }, NextPageToken = next, DatasetVersion = dataset.Version };
    }

    public async Task<V1.GetZoneResponse> GetZone(V1.GetZoneRequest request, ServerCallContext context)
    {
        var checks = new FieldChecks();
        checks.Required(request.Zone, "zone");
        checks.NotNegative(request.AsOf, "as_of");
        var view = ZoneView.Read(request.View, request.Geometry, checks);
        checks.ThrowIfAny();
        var cancellation = context.CancellationToken;
        var dataset = await datasets.OpenAsync(request.AsOf, cancellation);
        var set = dataset.ZoneSet(request.Zone.ZoneSet);
        var key = new ZoneKey(request.Zone.ZoneSet, request.Zone.Code);
        var found = view.WithOutline
            ? await dataset.Store.Outlines.FindAsync(key, view.Srid, view.Simplification, dataset.Version, cancellation)
            : await dataset.Store.Catalogue.FindZoneAsync(key, dataset.Version, cancellation) is { } info ? new(info, null) : null;
        var zone = view.Write((found ?? throw Dataset.ZoneNotFound(key.ZoneSet, key.Code)).Zone, found.Outline);
        if (view.WithOutline)
        {
            zone.Links.AddRange(ZoneLinks.Of(key, await dataset.Store.Catalogue.ListLinksAsync(key, dataset.Version, cancellation)));
        }

        return new() { Zone = zone, ZoneSet = set.ToMessage(dataset), DatasetVersion = dataset.Version };
    }

    public async Task<V1.ListZonesResponse> ListZones(V1.ListZonesRequest request, ServerCallContext context)
    {
        var checks = new FieldChecks();
        var page = Page.Read(request, limits, checks);
        checks.Required(request.ZoneSet, "zone_set");
        checks.Optional(request.Parent, "parent");
        var view = ZoneView.Read(request.View, request.Geometry, checks);
        checks.ThrowIfAny();
        var dataset = await datasets.OpenAsync(page.AsOf, context.CancellationToken);
        var batches = await ZoneBatches.OpenAsync(dataset, request.ZoneSet, request.Parent, view, context.CancellationToken);
        await using var parts = batches.CutAsync(page.After, page.Size, limits.MaxMessageBytes, context.CancellationToken).GetAsyncEnumerator(context.CancellationToken);
        var zones = await parts.MoveNextAsync() ? parts.Current : [];
        return new()
        {
            Zones = { zones },
            NextPageToken = zones.Count > 0 && await parts.MoveNextAsync() ? page.Token(dataset.Version, zones[^1].Ref.Code) : "",
            TotalSize = await batches.CountAsync(context.CancellationToken),
            DatasetVersion = dataset.Version,
        };
    }

    public async Task StreamZones(V1.StreamZonesRequest request, IServerStreamWriter<V1.StreamZonesResponse> responses, ServerCallContext context)
    {
        var checks = new FieldChecks();
        checks.Required(request.ZoneSet, "zone_set");
        checks.Optional(request.Parent, "parent");
        checks.NotNegative(request.BatchSize, "batch_size");
        checks.NotNegative(request.AsOf, "as_of");
        var view = ZoneView.Read(request.View, request.Geometry, checks);
        checks.ThrowIfAny();
        var dataset = await datasets.OpenAsync(request.AsOf, context.CancellationToken);
        var batches = await ZoneBatches.OpenAsync(dataset, request.ZoneSet, request.Parent, view, context.CancellationToken);
        var size = request.BatchSize == 0 ? limits.DefaultPageSize : Math.Min(request.BatchSize, limits.MaxPageSize);
        await foreach (var zones in batches.CutAsync(after: null, size, limits.MaxMessageBytes, context.CancellationToken))
        {
            await responses.WriteAsync(new() { Zones = { zones }, DatasetVersion = dataset.Version }, context.CancellationToken);
        }
    }

    public async Task<V1.FindZonesWithinResponse> FindZonesWithin(V1.FindZonesWithinRequest request, ServerCallContext context)
    {
        var checks = new FieldChecks();
        checks.Required(request.ZoneSet, "zone_set");
        checks.Required(request.Around, "around");
        checks.NotNegative(request.AsOf, "as_of");
        checks.ThrowIfAny();
        var dataset = await datasets.OpenAsync(request.AsOf, context.CancellationToken);
        var axis = await dataset.AxisAsync(request.ZoneSet, context.CancellationToken);
        var found = await dataset.WithinAsync(request.ZoneSet, new(request.Around.ZoneSet, request.Around.Code), context.CancellationToken);
        return new()
        {
            Around = new() { Ref = request.Around, Name = found.Name },
            Codes = { found.Ordinals.Select(ordinal => axis.Codes[ordinal]) },
            Positions = { found.Ordinals },
            KnownByPoint = found.KnownByPoint,
            DatasetVersion = dataset.Version,
        };
    }

    public async Task<V1.LookupZonesResponse> LookupZones(V1.LookupZonesRequest request, ServerCallContext context)
    {
        var checks = new FieldChecks();
        var place = Place.Read(request, limits, checks);
        var day = checks.Date(request.Date, "date") ?? DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
        checks.Count(request.ZoneSets.Count, 0, limits.MaxIndicators, "zone_sets");
        checks.NotNegative(request.AsOf, "as_of");
        checks.ThrowIfAny();
        var dataset = await datasets.OpenAsync(request.AsOf, context.CancellationToken);
        string[]? sets = request.ZoneSets.Count == 0 ? null : [.. request.ZoneSets.Select(key => dataset.ZoneSet(key).Key)];
        var overlaps = await place!.LookupAsync(dataset, day, sets, limits.MaxOverlaps + 1, context.CancellationToken);
        return new()
        {
            Overlaps = { overlaps.Take(limits.MaxOverlaps).Select(Write) },
            Date = day.ToMessage(),
            Truncated = overlaps.Count > limits.MaxOverlaps,
            DatasetVersion = dataset.Version,
        };
    }

    private static V1.ZoneOverlap Write(ZoneOverlap overlap) => new()
    {
        Zone = default(ZoneView).Write(overlap.Zone),
        Shares = overlap is { ShareOfZone: { } ofZone, ShareOfPolygon: { } ofPolygon } ? new() { OfZone = ofZone, OfPolygon = ofPolygon } : null,
    };
}
