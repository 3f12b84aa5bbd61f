using Bolyst.Rpc;
using Bolyst.Service.Messages;
using Bolyst.Service.Reading;
using Bolyst.Service.Requests;
using Bolyst.Service.Zones;
using Bolyst.Store.Model;

namespace Bolyst.Service.Omradesatsinger;

/// <summary>Områdesatsingar; the contract is protos/bolyst/v1/omradesatsing_service.proto.</summary>
internal sealed class OmradesatsingService(Datasets datasets, ServiceLimits limits)
{
    public async Task<V1.ListOmradesatsingerResponse> ListOmradesatsinger(V1.ListOmradesatsingerRequest request, ServerCallContext context)
    {
        var checks = new FieldChecks();
        var page = Page.Read(request, limits, checks);
        checks.NotNegative(request.ActiveIn, "active_in");
        checks.ThrowIfAny();
        var dataset = await datasets.OpenAsync(page.AsOf, context.CancellationToken);
        var all = await dataset.Store.Catalogue.ListOmradesatsingerAsync(dataset.Version, context.CancellationToken);
        var wanted = all.Where(satsing => IsIn(satsing.Row, request.Kommune) && (request.ActiveIn == 0 || satsing.IsActiveIn(request.ActiveIn)));
        var (entries, next) = page.Cut(wanted, satsing => satsing.Row.Key, dataset.Version);
        return new() { Omradesatsinger = { entries.Select(satsing => satsing.Row.ToMessage()) }, NextPageToken = next, DatasetVersion = dataset.Version };
    }

    public async Task<V1.GetOmradesatsingResponse> GetOmradesatsing(V1.GetOmradesatsingRequest request, ServerCallContext context)
    {
        var checks = new FieldChecks();
        checks.Required(request.Key, "key");
        checks.NotNegative(request.AsOf, "as_of");
        var view = ZoneView.Read(request.View, request.Geometry, checks);
        if (view.Simplification is not null)
        {
            checks.Add(V1.ErrorReason.FieldOutOfRange, "geometry.simplification_m", "must be 0: boundaries of områdesatsingar come as delivered.");
        }

        checks.ThrowIfAny();
        var dataset = await datasets.OpenAsync(request.AsOf, context.CancellationToken);
        var found = await dataset.OmradesatsingAsync(request.Key, context.CancellationToken);
        var boundaries = await dataset.Store.Outlines.ListOmradesatsingBoundariesAsync(request.Key, view.Srid, dataset.Version, context.CancellationToken);
        return new()
        {
            Omradesatsing = found.Row.ToMessage(),
            Boundaries = { boundaries.Select(boundary => Write(boundary, view)) },
            DatasetVersion = dataset.Version,
        };
    }

    public async Task<V1.CompareInsideOutsideResponse> CompareInsideOutside(V1.CompareInsideOutsideRequest request, ServerCallContext context)
    {
        var checks = new FieldChecks();
        checks.Required(request.ZoneSet, "zone_set");
        var polygon = CoveredArea.Check(request, limits, checks);
        var day = checks.Date(request.BoundaryDate, "boundary_date");
        checks.Optional(request.RestOf, "rest_of");
        checks.Count(request.Indicators.Count, 0, limits.MaxColumns, "indicators");
        var (from, to) = (checks.Period(request.FromPeriod, "from_period"), checks.Period(request.ToPeriod, "to_period"));
        var level = checks.ConfidenceLevel(request.ConfidenceLevel);
        checks.NotNegative(request.AsOf, "as_of");
        checks.ThrowIfAny();
        var cancellation = context.CancellationToken;
        var dataset = await datasets.OpenAsync(request.AsOf, cancellation);
        CoveredArea.RequirePartition(dataset.ZoneSet(request.ZoneSet));
        var minimumShare = request.MinimumShare == 0 ? CoveredArea.DefaultShare : request.MinimumShare;
        var area = await CoveredArea.FindAsync(dataset, request, polygon, day, minimumShare, cancellation);
        var rest = await RestOfKommune.FindAsync(dataset, area, request.RestOf, cancellation);
        var series = await new InsideOutsideReader(dataset, area, rest, request.Breakdown, from, to, level).ReadAsync(request.Indicators, limits.MaxColumns, cancellation);
        return new()
        {
            Inside = { area.Inside.Select(zone => zone.ToMessage(area.Axis)) },
            Touched = { area.Touched.Select(zone => zone.ToMessage(area.Axis)) },
            OutsideCodes = { rest.Zones.Select(zone => area.Axis.Codes[zone]) },
            RestOf = { rest.Of },
            Boundary = area.Boundary is { } boundary ? Write(boundary, default) : null,
            MinimumShare = minimumShare,
            Series = { series },
            IntervalMethod = ValueMessages.Wilson(level),
            DifferenceMethod = ValueMessages.DifferenceMethod(level),
            Caveats = { Caveats.For(request.InsideCase, series) },
            DatasetVersion = dataset.Version,
        };
    }

    private static bool IsIn(OmradesatsingRow row, string kommune) => kommune.Length == 0
        || string.Equals(row.KommuneCode, kommune, StringComparison.Ordinal)
        || string.Equals(row.KommuneName, kommune, StringComparison.OrdinalIgnoreCase);

    private static V1.OmradesatsingBoundary Write(BoundaryInfo boundary, ZoneView view) => new()
    {
        ValidFrom = boundary.ValidFrom.ToMessage(),
        ValidTo = boundary.ValidTo.ToMessage(),
        Official = boundary.IsOfficial,
        Source = boundary.Source,
        AreaM2 = boundary.AreaM2,
        SourceDelivery = boundary.Version,
        Geometry = view.WithOutline ? boundary.Outline.ToMessage(view.Encoding) : null,
    };
}
