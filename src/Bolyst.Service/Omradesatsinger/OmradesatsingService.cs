using Bolyst.Rpc;
using Bolyst.Service.Faults;
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
        checks.ThrowIfAny();
        var dataset = await datasets.OpenAsync(request.AsOf, context.CancellationToken);
        var found = await dataset.Store.Catalogue.FindOmradesatsingAsync(request.Key, dataset.Version, context.CancellationToken) ?? throw Fault.NotFound(
            V1.ErrorReason.OmradesatsingNotFound,
            $"There is no områdesatsing '{request.Key}'. OmradesatsingService.ListOmradesatsinger gives those there are.",
            ("key", request.Key));
        var boundaries = await dataset.Store.Outlines.ListOmradesatsingBoundariesAsync(request.Key, view.Srid, dataset.Version, context.CancellationToken);
        return new()
        {
            Omradesatsing = found.Row.ToMessage(),
            Boundaries = { boundaries.Select(boundary => Write(boundary, view)) },
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
