using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Bolyst.Cli.Home;
using Bolyst.Cli.Running;

namespace Bolyst.Cli.Commands;

/// <summary><c>bolyst status</c>: what runs, where, and what the store holds. Looks only, changes nothing.</summary>
internal static class StatusCommand
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static Command Create()
    {
        var json = new Option<bool>("--json") { Description = "Print one JSON object, for programs." };
        var command = new Command("status", "Says what runs, where it listens, and what the store holds. Exit code 0 when ready, 3 when not.") { json }
            .WithExamples("bolyst status", "bolyst status --json | jq .store.datasetVersion");
        command.SetAction(async (parsed, cancellation) =>
        {
            var standing = await Standing.FindAsync(BolystHome.Find(), cancellation);
            if (parsed.GetValue(json))
            {
                Console.WriteLine(JsonSerializer.Serialize(standing, Format));
            }
            else
            {
                Print(standing);
            }

            return standing.State == "ready" ? 0 : 3;
        });
        return command;
    }

    private static void Print(Standing standing)
    {
        Line("Bolyst", standing.Supervisor is { } up ? $"{standing.State} (process {up})" : standing.State);
        if (standing is { Supervisor: null, Service: { } orphan })
        {
            Line("", $"a service (process {orphan}) is left from an 'up' that was killed; 'bolyst down' or 'bolyst up' ends it");
        }

        if (standing.Http is not null)
        {
            Line("map", standing.Http.ToString());
            Line("gRPC", standing.Grpc!);
        }

        Line("database", standing.Database + (standing.DatabaseRuns ? "" : " (does not run)"));
        Line("store", standing switch
        {
            { DatabaseRuns: false } => "unknown while the database does not run",
            { Store: null } => "empty",
            { Store: { } store } => $"dataset version {store.DatasetVersion}, {store.Deliveries} deliveries, {store.ZoneSets} zone sets, {store.Indicators} indicators, {Size(store.Bytes)}",
        });
        Line("home", $"{standing.Home} ({Size(standing.FreeBytes)} free)");
    }

    private static void Line(string name, string text) => Console.WriteLine($"{name,-11} {text}");

    private static string Size(long bytes) => bytes switch
    {
        < 1 << 20 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0:F0} kB"),
        < 1 << 30 => string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)(1 << 20):F0} MB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)(1 << 30):F1} GB"),
    };
}
