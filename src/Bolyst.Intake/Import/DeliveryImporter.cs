using Bolyst.Intake.Description;
using Bolyst.Intake.Reports;
using Bolyst.Store;
using Bolyst.Store.Model;

namespace Bolyst.Intake.Import;

/// <summary>
/// Imports a delivery: whole or not at all. Everything happens in one transaction; an error, a cancellation or a killed process
/// leaves the store as it was.
/// </summary>
public static class DeliveryImporter
{
    /// <summary>Reads, checks and stores a delivery.</summary>
    /// <param name="store">Where to.</param>
    /// <param name="description">What was delivered.</param>
    /// <param name="options">How to go about it.</param>
    /// <param name="ct">Gives up; nothing has then changed.</param>
    /// <returns>The report. Where its outcome is Refused, its faults say why.</returns>
    /// <exception cref="StoreException">The database cannot be reached, is full, or another import runs.</exception>
    public static async Task<ImportReport> ImportAsync(BolystStore store, DeliveryDescription description, ImportOptions options, CancellationToken ct)
    {
        var report = new ImportReport(description.Delivery.Key);
        var hash = await DeliveryHash.TakeAsync(description, options.Progress, ct);
        if (await store.FindDeliveryAsync(hash.Sha256, ct) is { } known)
        {
            report.Outcome = ImportOutcome.AlreadyImported;
            report.DatasetVersion = known.Version;
            return report;
        }

        await using var session = await store.BeginImportAsync(Head(description, hash), ct);
        try
        {
            await AddAsync(store, session, description, options, report, ct);
        }
        catch (Exception e) when (ImportFaults.IsOfTheDelivery(e))
        {
            ImportFaults.Tell(e, report.Faults);
        }

        if (report.Faults.Total > 0)
        {
            report.Outcome = ImportOutcome.Refused;
            return report;
        }

        if (options.DryRun)
        {
            report.Outcome = ImportOutcome.Checked;
            return report;
        }

        options.Progress?.Report(new ImportProgress(ImportStep.Commit, description.Delivery.Key, 0, 0, 0));
        report.Outcome = ImportOutcome.Imported;
        report.DatasetVersion = session.Version;
        await session.CommitAsync(ReportJson.Write(report), ct);
        return report;
    }

    private static async Task AddAsync(BolystStore store, ImportSession session, DeliveryDescription description, ImportOptions options, ImportReport report, CancellationToken ct)
    {
        // What was committed just before this import began must be seen by its reads.
        if (session.Version > 1)
        {
            await store.Versions.WaitForNewerAsync(session.Version - 2, ct);
        }

        var zoneSets = new ZoneSetImport(store, session, description, options, report);
        await zoneSets.RunAsync(ct);
        await new OmradesatsingImport(session, description, options, report).RunAsync(ct);
        await new WaterImport(session, description, options, report).RunAsync(ct);
        if (report.Faults.Total > 0)
        {
            return;
        }

        var indicators = new IndicatorImport(store, session, description);
        await indicators.RunAsync(ct);
        await new ObservationImport(store, session, description, options, report).RunAsync(indicators.Indicators, zoneSets.Links, ct);
    }

    private static DeliveryHead Head(DeliveryDescription description, DeliveryHash hash) => new(
        description.Delivery.Key,
        description.Delivery.Title.ToModel(),
        description.Delivery.Supplier,
        description.Delivery.Licence,
        description.Delivery.Source,
        description.Delivery.Contact,
        description.Delivery.ReceivedOn,
        description.Text,
        hash.Files,
        hash.Sha256);
}
