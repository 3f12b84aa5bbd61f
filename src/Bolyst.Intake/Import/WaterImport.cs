using Bolyst.Intake.Boundaries;
using Bolyst.Intake.Description;
using Bolyst.Intake.Reports;
using Bolyst.Store;
using Bolyst.Store.Model;

namespace Bolyst.Intake.Import;

/// <summary>Adds delivered water.</summary>
internal sealed class WaterImport(ImportSession session, DeliveryDescription description, ImportOptions options, ImportReport report)
{
    private readonly BoundaryReader reader = new(options.Gdal, options.Limits);

    public async Task RunAsync(CancellationToken ct)
    {
        foreach (var water in description.Water)
        {
            var surfaces = await OutlineBlock.ReadAsync(water.Key, water, options, report, findings => reader.ReadWaterAsync(water, findings, ct));
            if (report.Faults.Total == 0)
            {
                var head = description.Delivery;
                await session.AddWaterAsync(new WaterHead(water.Key, water.Licence ?? head.Licence, water.Source ?? head.Source ?? head.Supplier), surfaces, ct);
            }
        }
    }
}
