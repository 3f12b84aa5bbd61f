using System.Text.Json;
using Bolyst.Cli.Tools;

namespace Bolyst.Cli.Testing;

/// <summary>The map's tests: Playwright in a browser, against one Bolyst with the demo, one with two kommuner and one with an empty store.</summary>
/// <param name="Folder">The folder of the tests.</param>
/// <param name="Command">The built <c>bolyst</c> that serves.</param>
internal sealed record BrowserSuite(string Folder, string Command) : Suite("Map")
{
    public static BrowserSuite Of(string checkout) => new(
        Path.Combine(checkout, "tests", "map"),
        Path.Combine(checkout, "artifacts", "bin", "Bolyst.Cli", "debug", "bolyst"));

    public override async Task<Tally> RunAsync(string server, IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        try
        {
            await using var demo = await ServedStore.StartAsync(Command, server, new Load(Demo: true), cancellation);
            await using var two = await ServedStore.StartAsync(Command, server, new Load(Demo: false, Path.Combine(Folder, "support", "two-kommuner", "delivery.yaml")), cancellation);
            await using var empty = await ServedStore.StartAsync(Command, server, new Load(Demo: false), cancellation);
            var report = Command + ".map-results.json";
            return await RunAsync(
                new Tool("npx", ["--no-install", "playwright", "test", .. arguments])
                {
                    WorkingDirectory = Folder,
                    Environment = new Dictionary<string, string?>(StringComparer.Ordinal)
                    {
                        ["BOLYST_URL"] = demo.Address,
                        ["BOLYST_TWO_URL"] = two.Address,
                        ["BOLYST_EMPTY_URL"] = empty.Address,
                        ["BOLYST_MAP_REPORT"] = report,
                    },
                },
                report,
                Read,
                cancellation);
        }
        catch (CommandException fault)
        {
            return Broken($"{fault.Message} {string.Join(' ', fault.WayOut)}");
        }
    }

    /// <summary>A test that passes at a second attempt only is no pass.</summary>
    private static Tally Read(string report)
    {
        using var written = JsonDocument.Parse(File.ReadAllText(report));
        var stats = written.RootElement.GetProperty("stats");
        return new Tally(Count("expected"), Count("unexpected") + Count("flaky") + written.RootElement.GetProperty("errors").GetArrayLength(), Count("skipped"));

        int Count(string outcome) => stats.GetProperty(outcome).GetInt32();
    }
}
