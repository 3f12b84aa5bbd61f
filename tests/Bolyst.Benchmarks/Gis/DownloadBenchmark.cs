using System.Diagnostics;
using System.Globalization;
using Bolyst.Benchmarks.Rpc;

namespace Bolyst.Benchmarks.Gis;

/// <summary>
/// Downloads of the patchwork at three sizes: how long until the first byte (a goal of its own, 200 ms) with the layer cold, never read by
/// a service that reads none ahead; new, never asked for in a service as it comes; and warm, asked for but the file not made; how long in all;
/// and the most memory that the service as it comes ever held, each in a service of its own. Flat means that memory does not grow with the
/// number of zones. Needs BOLYST_TEST_DATABASE.
/// <code>dotnet run -c Release --project tests/Bolyst.Benchmarks -- downloads [ZONES…]</code>
/// </summary>
internal static class DownloadBenchmark
{
    private static readonly string[] Formats = ["gpkg", "fgb", "geojson", "csv", "xlsx", "gpkg.zip"];

    public static async Task<int> RunAsync(string[] arguments)
    {
        int[] sizes = arguments.Length > 0 ? [.. arguments.Select(size => int.Parse(size, CultureInfo.InvariantCulture))] : [8_700, 17_400, Ground.PatchworkZones];
        Console.WriteLine("format       zones   first cold, ms    first new, ms   first warm, ms   whole, ms          bytes   memory, MB");
        foreach (var size in sizes)
        {
            await using var ground = await Ground.PatchworkAsync(size);
            foreach (var format in Formats)
            {
                using var unread = await GisServer.BolystAsync(ground, GisServer.Unread);
                var (cold, _) = await TwiceAsync(unread, ground, format);
                using var bolyst = await GisServer.BolystAsync(ground, GisServer.Cached);
                var (@new, warm) = await TwiceAsync(bolyst, ground, format);
                Console.WriteLine(FormattableString.Invariant(
                    $"{format,-8}{size,10}{cold.First,17:N0}{@new.First,16:N0}{warm.First,17:N0}{warm.Whole,12:N0}{warm.Bytes,15:N0}{bolyst.PeakMegabytes(),13:N0}"));
            }
        }

        return 0;
    }

    private static async Task<(Sent First, Sent Second)> TwiceAsync(ServerProcess server, Ground ground, string format)
    {
        using var client = new HttpClient { BaseAddress = server.Address };
        // The runtime compiles before the clock starts: a file of another layer is made, in the same format.
        await DownloadAsync(client, $"omradesatsing_grenser.{format}");
        return (await DownloadAsync(client, $"{ground.ZoneSet}.{format}?lang=en"), await DownloadAsync(client, $"{ground.ZoneSet}.{format}"));
    }

    private static async Task<Sent> DownloadAsync(HttpClient client, string file)
    {
        var started = Stopwatch.GetTimestamp();
        using var answer = await client.GetAsync(new Uri("/download/" + file, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        answer.EnsureSuccessStatusCode();
        await using var body = await answer.Content.ReadAsStreamAsync();
        var buffer = new byte[1 << 16];
        long bytes = await body.ReadAsync(buffer);
        var first = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        while (await body.ReadAsync(buffer) is var more and > 0)
            bytes += more;
        return new(first, Stopwatch.GetElapsedTime(started).TotalMilliseconds, bytes);
    }

    /// <summary>A file that came: milliseconds until its first byte and its last, and how many there are.</summary>
    private sealed record Sent(double First, double Whole, long Bytes);
}
