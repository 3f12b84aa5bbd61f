using System.Diagnostics;
using System.Globalization;
using Bolyst.Benchmarks.Gis;
using Bolyst.Store;
using Bolyst.Testing;

namespace Bolyst.Benchmarks.Store;

/// <summary>
/// Import of a partition with outlines at three sizes (<see cref="Patchwork"/>), from the first zone to the commit: what takes the time is the shapes
/// that tiles draw, of 15 zooms. Needs BOLYST_TEST_DATABASE.
/// <code>dotnet run -c Release --project tests/Bolyst.Benchmarks -- shapes [ZONES…]</code>
/// </summary>
internal static class ShapeBenchmark
{
    private const int GoalSeconds = 60;

    public static async Task<int> RunAsync(string[] arguments)
    {
        int[] sizes = arguments.Length > 0 ? [.. arguments.Select(size => int.Parse(size, CultureInfo.InvariantCulture))] : [8_700, 17_400, Ground.PatchworkZones];
        await ImportAsync(500); // not shown: the runtime compiles what the import runs
        Console.WriteLine("   zones       s   of the goal   times the first   n log n allows");
        var first = 0.0;
        foreach (var zones in sizes)
        {
            var seconds = await ImportAsync(zones);
            first = first == 0 ? seconds : first;
            var allowed = zones * Math.Log(zones) / (sizes[0] * Math.Log(sizes[0]));
            Console.WriteLine(FormattableString.Invariant($"{zones,8}{seconds,8:0.0}{seconds / GoalSeconds,14:0.00}{seconds / first,18:0.0}{allowed,17:0.0}"));
        }

        Console.WriteLine(FormattableString.Invariant($"memory at most {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:N0} MB"));
        return 0;
    }

    private static async Task<double> ImportAsync(int zones)
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var store = await BolystStore.OpenAsync(database.ConnectionString, new());
        await using var session = await store.BeginImportAsync(Patchwork.Delivery);
        var started = Stopwatch.GetTimestamp();
        await session.AddZoneSetAsync(Patchwork.Head, Patchwork.Zones(zones));
        await session.CommitAsync("{}");
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
