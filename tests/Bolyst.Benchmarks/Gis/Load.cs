using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Bolyst.Store;
using Npgsql;

namespace Bolyst.Benchmarks.Gis;

/// <summary>Two clients that ask for tiles, by HTTP or as SQL.</summary>
internal static partial class Load
{
    public const int Clients = 2;

    /// <summary>Every tile once, two at a time, over one connection each: tiles a second.</summary>
    public static async Task<double> HttpAsync(Func<TileKey, Uri> address)
    {
        var next = -1;
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(async _ =>
        {
            using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 1 });
            while (Interlocked.Increment(ref next) is var at && at < PanAndZoom.Tiles.Count)
            {
                using var answer = await client.GetAsync(address(PanAndZoom.Tiles[at]));
                answer.EnsureSuccessStatusCode();
                await answer.Content.LoadIntoBufferAsync();
            }
        }));
        return PanAndZoom.Tiles.Count / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    /// <summary>Addresses over and over by h2load in HTTP/1.1, two connections: requests a second.</summary>
    public static async Task<double> H2LoadAsync(IEnumerable<Uri> addresses, int requests)
    {
        var list = Path.GetTempFileName();
        await File.WriteAllLinesAsync(list, addresses.Select(address => address.ToString()));
        var output = await RunAsync("h2load", "--h1", "-i", list, "-n", Text(requests), "-c", Text(Clients), "-t", "1");
        File.Delete(list);
        return output.Contains(" 0 failed, 0 errored, 0 timeout", StringComparison.Ordinal)
            ? Number(RequestRate().Match(output))
            : throw new InvalidOperationException($"Not every request succeeded:\n{output}");
    }

    /// <summary>A statement for every tile, over and over by pgbench, prepared, two clients: tiles a second, connecting left out.</summary>
    public static async Task<double> PgBenchAsync(Ground ground, string sql, int times)
    {
        var script = Path.GetTempFileName();
        await File.WriteAllLinesAsync(script, PanAndZoom.Tiles.SelectMany(tile => (string[])[$"\\set z {Text(tile.Zoom)}", $"\\set x {Text(tile.Column)}", $"\\set y {Text(tile.Row)}", sql]));
        var database = new NpgsqlConnectionStringBuilder(ground.ConnectionString);
        Environment.SetEnvironmentVariable("PGPASSWORD", database.Password ?? "");
        // As the store connects.
        Environment.SetEnvironmentVariable("PGOPTIONS", "-c jit=off");
        var output = await RunAsync(
            "pgbench", "-n", "-M", "prepared", "-c", Text(Clients), "-j", Text(Clients), "-t", Text(times), "-f", script,
            "-h", database.Host!, "-p", Text(database.Port), "-U", database.Username!, database.Database!);
        File.Delete(script);
        return Number(TransactionRate().Match(output)) * PanAndZoom.Tiles.Count;
    }

    /// <summary>Runs a program and gives what it prints.</summary>
    public static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true })
            ?? throw new InvalidOperationException($"{program} did not start; run tests/Bolyst.Benchmarks/setup.");
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} failed:\n{output}");
    }

    public static double Median(IEnumerable<double> numbers) => numbers.Order().ToList() is var sorted ? sorted[sorted.Count / 2] : throw new InvalidOperationException();

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static double Number(Match match) => double.Parse(match.Groups["rate"].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<rate>[0-9.]+) req/s", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RequestRate();

    [GeneratedRegex(@"tps = (?<rate>[0-9.]+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TransactionRate();
}
