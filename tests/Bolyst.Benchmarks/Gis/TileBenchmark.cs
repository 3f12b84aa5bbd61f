using System.Globalization;
using Bolyst.Store;
using Bolyst.Testing;
using Npgsql;

namespace Bolyst.Benchmarks.Gis;

/// <summary>
/// Uncached tiles of a recorded pan and zoom (<see cref="PanAndZoom"/>) over <see cref="Ground"/>, beside pgbench with the same statement over the
/// same tables (the bytes are checked equal tile by tile) and beside MapServer, which draws from a table in full detail. Then cached tiles
/// beside Kestrel serving the same bytes. In turns, two clients where nothing else is said. Needs BOLYST_TEST_DATABASE and tests/Bolyst.Benchmarks/setup.
/// <code>dotnet run -c Release --project tests/Bolyst.Benchmarks -- tiles [delomrader | patchwork] [uncached | cached] [ROUNDS]</code>
/// </summary>
internal static class TileBenchmark
{
    private const string Query = "?indicators=none&indexes=none";
    private const int Times = 20;
    private const int TimesCached = 400;

    // A page of a map asks over up to six connections. Two MapServers, one for each processor of the reference machine, draw no faster for more.
    private static readonly int[] ClientCounts = [Load.Clients, 4, 8];

    private static readonly (string Name, Func<Task<Ground>> Make)[] Grounds = [("delomrader", Ground.DelomraderAsync), ("patchwork", () => Ground.PatchworkAsync())];
    private static readonly (string Name, Func<Ground, int, Task> Measure)[] Parts = [("uncached", UncachedAsync), ("cached", CachedAsync)];

    public static async Task<int> RunAsync(string[] arguments)
    {
        if (arguments is ["serve", .. var what])
            return await GisServer.ServeAsync(what);
        var rounds = arguments.Select(word => int.TryParse(word, CultureInfo.InvariantCulture, out var number) ? number : (int?)null).FirstOrDefault(number => number is not null) ?? 5;
        foreach (var (_, make) in Grounds.Where(ground => Asked(ground.Name, Grounds.Select(each => each.Name))))
        {
            await using var ground = await make();
            await ground.AddFullDetailTableAsync();
            Console.WriteLine($"{ground.ZoneSet}, {PanAndZoom.Tiles.Count} tiles at zoom 4 to 14");
            foreach (var (_, measure) in Parts.Where(part => Asked(part.Name, Parts.Select(each => each.Name))))
            {
                await measure(ground, rounds);
            }
        }

        return 0;

        bool Asked(string name, IEnumerable<string> all) => arguments.Contains(name, StringComparer.Ordinal) || !arguments.Intersect(all, StringComparer.Ordinal).Any();
    }

    private static async Task UncachedAsync(Ground ground, int rounds)
    {
        var statement = File.ReadAllText(Path.Combine(Repository.Root, "src", "Bolyst.Store", "Sql", "Read", "tile.sql"));
        using var bolyst = await GisServer.BolystAsync(ground, GisServer.Uncached);
        using var mapServer = await MapServer.StartAsync(ground);
        var address = (TileKey tile) => Address(bolyst.Address, ground, tile);
        await CheckAsync(ground, statement, address, mapServer);
        var sql = AsScript(statement, ground.ZoneSet);
        foreach (var clients in ClientCounts)
        {
            var (served, asked, planned, drawn) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
            for (var round = 0; round <= rounds; round++)
            {
                // The first round warms up.
                (double Served, double Asked, double Planned, double Drawn) rate = (
                    await Load.HttpAsync(address, Times, clients),
                    await Load.PgBenchAsync(ground, sql, Times, clients, onePlan: false),
                    await Load.PgBenchAsync(ground, sql, Times, clients, onePlan: true),
                    clients == Load.Clients ? await Load.HttpAsync(mapServer.Tile, Times, clients) : double.NaN);
                if (round == 0)
                    continue;
                served.Add(rate.Served);
                asked.Add(rate.Asked);
                planned.Add(rate.Planned);
                drawn.Add(rate.Drawn);
            }

            var (service, pgbench, onePlan) = (Load.Median(served), Load.Median(asked), Load.Median(planned));
            Say($"  uncached, {clients} clients: Bolyst {service:N0}, pgbench {pgbench:N0} and held to one plan a statement {onePlan:N0} tiles/s");
            Say($"  ratio to pgbench (goal 0.85)   {service / pgbench,8:0.00}");
            Say($"  ratio to pgbench, one plan     {service / onePlan,8:0.00}");
            if (clients != Load.Clients)
                continue;
            Say($"  MapServer {Load.Median(drawn):N0} tiles/s");
            Say($"  ratio to MapServer (goal 3)    {service / Load.Median(drawn),8:0.00}");
        }
    }

    private static async Task CachedAsync(Ground ground, int rounds)
    {
        using var bolyst = await GisServer.BolystAsync(ground, GisServer.Cached);
        var folder = Directory.CreateTempSubdirectory("bolyst-tiles-").FullName;
        try
        {
            using (var client = new HttpClient())
            {
                foreach (var tile in PanAndZoom.Tiles)
                {
                    var file = Path.Combine(folder, Name(tile));
                    Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                    await File.WriteAllBytesAsync(file, await client.GetByteArrayAsync(Address(bolyst.Address, ground, tile)));
                }
            }

            using var kestrel = await GisServer.KestrelAsync(folder);
            Uri Ours(TileKey tile) => Address(bolyst.Address, ground, tile);
            Uri Theirs(TileKey tile) => new(kestrel.Address, Name(tile));
            var (served, bare) = (new List<double>(), new List<double>());
            for (var round = 0; round <= rounds; round++)
            {
                (double Served, double Bare) rate = (await Load.HttpAsync(Ours, TimesCached), await Load.HttpAsync(Theirs, TimesCached));
                if (round == 0)
                    continue;
                served.Add(rate.Served);
                bare.Add(rate.Bare);
            }

            Say($"  cached: Bolyst {Load.Median(served):N0}, Kestrel {Load.Median(bare):N0} tiles/s");
            Say($"  ratio to Kestrel (goal 0.6)    {Load.Median(served) / Load.Median(bare),8:0.00}");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Every tile by HTTP and by the statement has the same bytes; of MapServer's, which thins and cuts by its own rules, features are told.</summary>
    private static async Task CheckAsync(Ground ground, string statement, Func<TileKey, Uri> address, MapServer mapServer)
    {
        await using var source = NpgsqlDataSource.Create(ground.ConnectionString);
        await using var connection = await source.OpenConnectionAsync();
        using var client = new HttpClient();
        var (bytes, features, drawnBytes, drawnFeatures) = (0L, 0L, 0L, 0L);
        foreach (var tile in PanAndZoom.Tiles)
        {
            await using var command = new NpgsqlCommand(Load.Statement(statement, tile), connection)
            {
                Parameters = { new() { Value = 1L }, new() { Value = ground.ZoneSet }, new() { Value = tile.Zoom }, new() { Value = tile.Column }, new() { Value = tile.Row }, new() { Value = true } },
            };
            var expected = (byte[])(await command.ExecuteScalarAsync())!;
            var served = await client.GetByteArrayAsync(address(tile));
            if (!served.AsSpan().SequenceEqual(expected))
                throw new InvalidOperationException($"Tile {Name(tile)} is {served.Length} bytes from the service and {expected.Length} from the statement.");
            var drawn = await client.GetByteArrayAsync(mapServer.Tile(tile));
            (bytes, features) = (bytes + served.Length, features + Features(served));
            (drawnBytes, drawnFeatures) = (drawnBytes + drawn.Length, drawnFeatures + Features(drawn));
        }

        Say($"  Bolyst and the statement: the same {bytes:N0} bytes, {features:N0} features; MapServer: {drawnBytes:N0} bytes, {drawnFeatures:N0} features");
    }

    /// <summary>Features of a tile, counted by the wire format: field 3 of a tile is a layer, field 2 of a layer a feature.</summary>
    private static int Features(byte[] tile)
    {
        var (count, input) = (0, new Google.Protobuf.CodedInputStream(tile));
        while (input.ReadTag() is var tag and not 0)
        {
            if (tag != (3 << 3 | 2))
            {
                input.SkipLastField();
                continue;
            }

            var layer = input.ReadBytes().CreateCodedInput();
            while (layer.ReadTag() is var inner and not 0)
            {
                count += inner == (2 << 3 | 2) ? 1 : 0;
                layer.SkipLastField();
            }
        }

        return count;
    }

    private static string AsScript(string statement, string zoneSet)
    {
        var lines = statement.Split('\n').Select(line => line.Split("--")[0].Trim());
        return string.Join(' ', lines.Where(line => line.Length > 0))
            .Replace("$1", "1", StringComparison.Ordinal).Replace("$2", $"'{zoneSet}'", StringComparison.Ordinal).Replace("$3", ":z", StringComparison.Ordinal)
            .Replace("$4", ":x", StringComparison.Ordinal).Replace("$5", ":y", StringComparison.Ordinal).Replace("$6", "true", StringComparison.Ordinal) + ";";
    }

    private static Uri Address(Uri server, Ground ground, TileKey tile) => new(server, $"/tiles/{ground.ZoneSet}/{Name(tile)}{Query}");

    private static string Name(TileKey tile) => string.Create(CultureInfo.InvariantCulture, $"{tile.Zoom}/{tile.Column}/{tile.Row}.mvt");

    private static void Say(FormattableString line) => Console.WriteLine(FormattableString.Invariant(line));
}
