using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Bolyst.Store;
using Npgsql;

namespace Bolyst.Benchmarks.Gis;

/// <summary>Clients that ask for tiles, by HTTP or as SQL.</summary>
internal static partial class Load
{
    public const int Clients = 2;

    /// <summary>Every tile by h2load in HTTP/1.1, over and over, a share of the tiles over each connection: tiles a second.</summary>
    /// <param name="address">Where a tile is.</param>
    /// <param name="times">How many times each tile.</param>
    /// <param name="clients">How many connections.</param>
    public static async Task<double> HttpAsync(Func<TileKey, Uri> address, int times, int clients = Clients)
    {
        // A connection that asked for the tiles of another would have some of them made once for both. Taken in turns, so that far and near tiles are shared evenly.
        var shares = PanAndZoom.Tiles.Index().GroupBy(tile => tile.Index % clients, tile => address(tile.Item));
        return (await Task.WhenAll(shares.Select(share => H2LoadAsync(share, share.Count() * times)))).Sum();
    }

    /// <summary>Addresses over and over by h2load in HTTP/1.1, one connection: requests a second.</summary>
    public static async Task<double> H2LoadAsync(IEnumerable<Uri> addresses, int requests)
    {
        var list = Path.GetTempFileName();
        await File.WriteAllLinesAsync(list, addresses.Select(address => address.ToString()));
        var output = await RunAsync("h2load", "--h1", "-i", list, "-n", Text(requests), "-c", "1", "-t", "1");
        File.Delete(list);
        return output.Contains(" 0 failed, 0 errored, 0 timeout", StringComparison.Ordinal)
            ? Number(RequestRate().Match(output))
            : throw new InvalidOperationException($"Not every request succeeded:\n{output}");
    }

    /// <summary>A statement for every tile, over and over by pgbench, prepared: tiles a second, connecting left out.</summary>
    /// <param name="ground">What tiles are of.</param>
    /// <param name="sql">The statement.</param>
    /// <param name="times">How many times each tile, for each client.</param>
    /// <param name="clients">How many clients.</param>
    /// <param name="onePlan">
    /// True to plan each statement once and for all. Each tile of the script is a statement of its own, which PostgreSQL plans anew at least five times before it keeps a plan.
    /// </param>
    public static async Task<double> PgBenchAsync(Ground ground, string sql, int times, int clients, bool onePlan)
    {
        var script = Path.GetTempFileName();
        await File.WriteAllLinesAsync(script, PanAndZoom.Tiles.SelectMany(tile => (string[])[$"\\set z {Text(tile.Zoom)}", $"\\set x {Text(tile.Column)}", $"\\set y {Text(tile.Row)}", Statement(sql, tile)]));
        var database = new NpgsqlConnectionStringBuilder(ground.ConnectionString);
        Environment.SetEnvironmentVariable("PGPASSWORD", database.Password ?? "");
        // As the store connects.
        Environment.SetEnvironmentVariable("PGOPTIONS", "-c jit=off" + (onePlan ? " -c plan_cache_mode=force_generic_plan" : ""));
        var output = await RunAsync(
            "pgbench", "-n", "-M", "prepared", "-c", Text(clients), "-j", Text(clients), "-t", Text(times), "-f", script,
            "-h", database.Host!, "-p", Text(database.Port), "-U", database.Username!, database.Database!);
        File.Delete(script);
        return Number(TransactionRate().Match(output)) * PanAndZoom.Tiles.Count;
    }

    /// <summary>The store's statement for a tile, with the partition of its zoom.</summary>
    public static string Statement(string sql, TileKey tile) => sql.Replace("{zoom}", Text(tile.Zoom), StringComparison.Ordinal);

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
