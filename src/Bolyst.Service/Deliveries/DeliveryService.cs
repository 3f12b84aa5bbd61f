using System.Globalization;
using Bolyst.Rpc;
using Bolyst.Service.Faults;
using Bolyst.Service.Messages;
using Bolyst.Service.Reading;
using Bolyst.Service.Requests;

namespace Bolyst.Service.Deliveries;

/// <summary>What was delivered; the contract is protos/bolyst/v1/delivery_service.proto.</summary>
internal sealed class DeliveryService(Datasets datasets, ServiceLimits limits)
{
    public async Task<V1.ListDeliveriesResponse> ListDeliveries(V1.ListDeliveriesRequest request, ServerCallContext context)
    {
        var checks = new FieldChecks();
        var page = Page.Read(request, limits, checks);
        var before = page.AfterNumber(checks);
        checks.ThrowIfAny();
        var dataset = await datasets.OpenAsync(page.AsOf, context.CancellationToken);
        var deliveries = await dataset.Store.Catalogue.ListDeliveriesAsync(before, page.Size + 1, dataset.Version, context.CancellationToken);
        var (entries, next) = page.CutRest(deliveries, delivery => delivery.Version.ToString(CultureInfo.InvariantCulture), dataset.Version);
        return new() { Deliveries = { entries.Select(delivery => delivery.ToMessage()) }, NextPageToken = next, DatasetVersion = dataset.Version };
    }

    public async Task<V1.GetDeliveryResponse> GetDelivery(V1.GetDeliveryRequest request, ServerCallContext context)
    {
        var checks = new FieldChecks();
        if (request.Version < 1)
        {
            checks.Add(V1.ErrorReason.FieldRequired, "version", "must be the dataset version of a delivery, 1 or more.");
        }

        checks.ThrowIfAny();
        var dataset = await datasets.OpenAsync(asOf: 0, context.CancellationToken);
        var detail = await dataset.Store.Catalogue.FindDeliveryAsync(request.Version, context.CancellationToken);
        if (detail is null)
        {
            var version = request.Version.ToString(CultureInfo.InvariantCulture);
            throw Fault.NotFound(V1.ErrorReason.DeliveryNotFound, $"There is no delivery of dataset version {version}.", ("version", version));
        }

        return new()
        {
            Delivery = detail.Summary.ToMessage(),
            Contact = detail.Contact ?? "",
            Files = { detail.Files.Select(file => new V1.DeliveredFile { Name = file.Name, Bytes = file.Bytes, Sha256 = file.Sha256 }) },
            Description = detail.Description,
            ReportJson = detail.ReportJson,
        };
    }
}
