using Bolyst.Store.Model;
using Bolyst.Store.Schema;
using Microsoft.EntityFrameworkCore;

namespace Bolyst.Store;

/// <content>Deliveries.</content>
public sealed partial class Catalogue
{
    /// <summary>One page of deliveries, the newest first.</summary>
    /// <param name="beforeVersion">The last version of the page before; null for the first page.</param>
    /// <param name="limit">Most deliveries to return; at least 1.</param>
    /// <param name="asOf">Dataset version; null for the latest.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<IReadOnlyList<DeliverySummary>> ListDeliveriesAsync(long? beforeVersion, int limit, long? asOf = null, CancellationToken cancellation = default) =>
        ListAsync(
            "listing deliveries",
            asOf,
            (context, version) => context.Deliveries
                .Where(delivery => delivery.Version <= version && (beforeVersion == null || delivery.Version < beforeVersion))
                .OrderByDescending(delivery => delivery.Version)
                .Take(limit),
            Map,
            cancellation);

    /// <summary>One delivery with its files, description and report; null when the store has none with that version.</summary>
    /// <param name="version">The dataset version it made.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<DeliveryDetail?> FindDeliveryAsync(long version, CancellationToken cancellation = default) =>
        DatabaseFaults.GuardAsync("looking for a delivery", async () =>
        {
            await using var context = new CatalogueContext(options);
            var delivery = await context.Deliveries.SingleOrDefaultAsync(row => row.Version == version, cancellation);
            if (delivery is null)
                return null;
            var files = await context.DeliveredFiles.Where(file => file.Version == version).OrderBy(file => file.Name).ToListAsync(cancellation);
            return new DeliveryDetail(
                Map(delivery), delivery.Contact, files.ConvertAll(file => new DeliveredFile(file.Name, file.Bytes, file.Sha256)), delivery.Description, delivery.Report);
        });

    private static DeliverySummary Map(DeliveryRow row) => new(
        row.Version, row.Key, new(row.TitleNb, row.TitleNn, row.TitleEn), row.Supplier, row.Licence, row.SourceUrl, row.ReceivedOn, row.CommittedAt, row.Sha256);
}
