using System.Diagnostics;
using System.Globalization;
using Bolyst.Benchmarks.Gis;
using Bolyst.Testing;

namespace Bolyst.Benchmarks.Map;

/// <summary>
/// From another indicator chosen on the map to its last pixel painted, in Chromium drawing by software, over 2 185 and 34 753 generated zones,
/// as a part of the time it may take. Needs what the map's tests need (tests/clients/setup).
/// <code>dotnet run -c Release --project tests/Bolyst.Benchmarks -- map</code>
/// </summary>
internal static class MapBenchmark
{
    private static readonly (int Zones, int GoalMilliseconds)[] Sizes = [(2_185, 100), (Ground.PatchworkZones, 300)];

    public static async Task<int> RunAsync(string[] arguments)
    {
        foreach (var (zones, goal) in Sizes)
        {
            await using var ground = await Ground.PatchworkAsync(zones);
            using var server = await GisServer.BolystAsync(ground, GisServer.Cached);
            var start = new ProcessStartInfo("npx", ["--no-install", "playwright", "test", "--config", "bench/playwright.config.ts"])
            {
                UseShellExecute = false,
                WorkingDirectory = Path.Combine(Repository.Root, "tests", "map"),
            };
            start.Environment["BOLYST_URL"] = server.Address.ToString().TrimEnd('/');
            start.Environment["BOLYST_ZONES"] = zones.ToString(CultureInfo.InvariantCulture);
            start.Environment["BOLYST_GOAL_MS"] = goal.ToString(CultureInfo.InvariantCulture);
            using var browser = Process.Start(start)!;
            await browser.WaitForExitAsync();
            if (browser.ExitCode != 0)
            {
                return browser.ExitCode;
            }
        }

        return 0;
    }
}
