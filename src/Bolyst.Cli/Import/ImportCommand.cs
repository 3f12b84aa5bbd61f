using System.CommandLine;
using Bolyst.Cli.Commands;
using Bolyst.Cli.Running;
using Bolyst.Intake.Description;
using Bolyst.Intake.Import;
using Bolyst.Intake.Reports;
using Bolyst.Store;

namespace Bolyst.Cli.Import;

/// <summary><c>bolyst import</c>: a delivery into the store, whole or not at all.</summary>
internal static class ImportCommand
{
    /// <summary>The exit code of a delivery that is refused, or a description that is wrong; 1 is a fault of the machine, 130 a cancellation.</summary>
    public const int Refused = 2;

    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "The delivery description (YAML). Draft one with 'bolyst describe'." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Read and check everything, change nothing." };
        var report = new Option<FileInfo?>("--report") { Description = "Write the report there as JSON, also when the delivery is refused.", HelpName = "FILE" };
        var command = new Command(
            "import",
            "Imports a delivery: all of it, or none of it. Exit code 0 when imported (or checked, or imported before), 2 when the delivery or its description is refused, 1 when the database fails, 130 when cancelled.")
            {
                file, dryRun, report,
            }
            .WithExamples(
                "bolyst import delivery.yaml --dry-run",
                "bolyst import delivery.yaml --report report.json",
                "BOLYST_SHARED=/data bolyst import geodata-scripts/deliveries/oslo-levekarssoner-2025.yaml");
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetValue(file)!, parsed.GetValue(dryRun), parsed.GetValue(report), cancellation));
        return command;
    }

    internal static async Task<int> RunAsync(FileInfo file, bool dryRun, FileInfo? reportFile, CancellationToken cancellation)
    {
        DeliveryDescription description;
        try
        {
            description = DeliveryDescription.Load(file.FullName);
        }
        catch (DescriptionException fault)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            await Console.Error.WriteLineAsync($"{file.Name} was not used: {Amount.Of(fault.Errors.Count, "fault")}. Nothing was changed.");
            return Refused;
        }

        await using var lease = await DatabaseLease.OpenAsync(Terminal.Say, cancellation);
        var report = await ImportAsync(lease.ConnectionString, description, dryRun, cancellation);
        Console.Write(ReportText.Write(report));
        if (reportFile is not null)
        {
            await File.WriteAllTextAsync(reportFile.FullName, ReportJson.Write(report), cancellation);
        }

        return report.Outcome == ImportOutcome.Refused ? Refused : 0;
    }

    private static async Task<ImportReport> ImportAsync(string connectionString, DeliveryDescription description, bool dryRun, CancellationToken cancellation)
    {
        try
        {
            await using var store = await BolystStore.OpenAsync(connectionString, new StoreOptions(), cancellation);
            return await ImportProgressDisplay.RunAsync(progress =>
                DeliveryImporter.ImportAsync(store, description, new ImportOptions { DryRun = dryRun, Progress = progress }, cancellation));
        }
        catch (StoreException fault)
        {
            throw new CommandException(fault.Message, "Nothing was changed. When the database is well again, run the same command again.");
        }
    }
}
