using System.Diagnostics;
using System.Globalization;
using Bolyst.Benchmarks.Gis;
using Bolyst.Testing;

namespace Bolyst.Benchmarks.Map;

/// <summary>
/// What a person waits for at the map, in Chromium drawing by software, over 42, 2 185 and 34 753 generated zones: the time from a choice to its last
/// pixel painted, answers shown a second while a weight is dragged, and Lighthouse's mark of the first view. Needs what the map's tests need
/// (tests/clients/setup), and tests/Bolyst.Benchmarks/setup for Lighthouse.
/// <code>dotnet run -c Release --project tests/Bolyst.Benchmarks -- map [switching] [weighing] [first-view] [ZONES...]</code>
/// </summary>
internal static class MapBenchmark
{
    private static readonly (int Zones, int GoalMilliseconds)[] Sizes = [(42, 100), (2_185, 100), (Ground.PatchworkZones, 300)];

    /// <param name="arguments">The parts and the sizes to run; all, if none is named.</param>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var sizes = arguments.Where(argument => int.TryParse(argument, CultureInfo.InvariantCulture, out _)).ToList();
        foreach (var (zones, goal) in Sizes)
        {
            var size = zones.ToString(CultureInfo.InvariantCulture);
            if (sizes.Count > 0 && !sizes.Contains(size, StringComparer.Ordinal))
            {
                continue;
            }

            await using var ground = await Ground.PatchworkAsync(zones);
            using var server = await GisServer.BolystAsync(ground, GisServer.Cached);
            var start = new ProcessStartInfo("npx", ["--no-install", "playwright", "test", "--config", "bench/playwright.config.ts", .. arguments.Except(sizes, StringComparer.Ordinal)])
            {
                UseShellExecute = false,
                WorkingDirectory = Path.Combine(Repository.Root, "tests", "map"),
            };
            start.Environment["BOLYST_URL"] = server.Address.ToString().TrimEnd('/');
            start.Environment["BOLYST_ZONES"] = size;
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
