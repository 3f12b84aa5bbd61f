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
            options.Progress?.Report(new ImportProgress(ImportStep.Zones, water.Key, 0, 0, 0));
            var findings = new BoundaryReport(water.Key);
            report.ZoneSets.Add(findings);
            var surfaces = await reader.ReadWaterAsync(water, findings, ct);
            foreach (var fault in findings.Faults)
            {
                report.Faults.Add(water.At.ToString(), fault.Message);
            }

            if (report.Faults.Total == 0)
            {
                var head = description.Delivery;
                await session.AddWaterAsync(new WaterHead(water.Key, water.Licence ?? head.Licence, water.Source ?? head.Source ?? head.Supplier), surfaces, ct);
            }
        }
    }
}
