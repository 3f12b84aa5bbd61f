using Bolyst.Cli.Commands;
using Bolyst.Cli.Demo;
using Bolyst.Cli.Home;
using Bolyst.Cli.Import;
using Bolyst.Intake.Description;
using Bolyst.Intake.Import;
using Bolyst.Intake.Reports;
using Bolyst.Store;

namespace Bolyst.Cli.Running;

/// <summary>An empty store shows nothing: <c>up</c> loads the demo into it, through the same import as any delivery.</summary>
internal static class DemoLoading
{
    public static async Task LoadIntoEmptyStoreAsync(BolystHome home, string connectionString, CancellationToken cancellation)
    {
        await using var store = await BolystStore.OpenAsync(connectionString, new StoreOptions(), cancellation);
        if (await StoreSummary.ReadAsync(connectionString, cancellation) is { DatasetVersion: > 0 })
        {
            return;
        }

        Terminal.Say("the store is empty: loading the demo, an invented kommune");
        try
        {
            var description = DeliveryDescription.Load(await DemoDelivery.WriteAsync(home.Demo, DemoDelivery.DefaultSeed, cancellation));
            var report = await ImportProgressDisplay.RunAsync(progress =>
                DeliveryImporter.ImportAsync(store, description, new ImportOptions { Progress = progress }, cancellation));
            if (report.Outcome == ImportOutcome.Refused)
            {
                throw new CommandException($"The demo was refused:\n{ReportText.Write(report)}", "Run 'bolyst up --no-demo' to go on without it.");
            }
        }
        finally
        {
            if (Directory.Exists(home.Demo))
            {
                Directory.Delete(home.Demo, recursive: true);
            }
        }
    }
}
