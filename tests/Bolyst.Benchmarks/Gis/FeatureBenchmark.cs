using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Npgsql;

namespace Bolyst.Benchmarks.Gis;

/// <summary>
/// Pages of 1 000 features with two indicators over the whole patchwork, asked for one after another over one connection, beside psql producing
/// the same GeoJSON from the same tables (the features are checked equal, number by number). In turns. Needs BOLYST_TEST_DATABASE.
/// <code>dotnet run -c Release --project tests/Bolyst.Benchmarks -- features [ROUNDS [ZONES]]</code>
/// </summary>
internal static class FeatureBenchmark
{
    private const int PageSize = 1_000;

    public static async Task<int> RunAsync(string[] arguments)
    {
        var rounds = arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 5;
        var zones = arguments.Length > 1 ? int.Parse(arguments[1], CultureInfo.InvariantCulture) : Ground.PatchworkZones;
        await using var ground = await Ground.PatchworkAsync(zones);
        await ground.AddFullDetailTableAsync();
        using var bolyst = await GisServer.BolystAsync(ground, GisServer.Cached);
        using var client = new HttpClient { BaseAddress = bolyst.Address };
        var script = Path.GetTempFileName();
        await File.WriteAllLinesAsync(script, ["\\t on", "\\a", .. Enumerable.Range(0, (zones + PageSize - 1) / PageSize).Select(page => Sql(ground.ZoneSet, page))]);
        await CheckAsync(ground, client, zones);
        var (served, asked) = (new List<double>(), new List<double>());
        for (var round = 0; round <= rounds; round++)
        {
            // The first round warms up.
            var (ours, theirs) = (await ServedAsync(ground, client, zones), await AskedAsync(ground, script, zones));
            if (round == 0)
                continue;
            served.Add(ours);
            asked.Add(theirs);
        }

        File.Delete(script);
        var (service, psql) = (Load.Median(served), Load.Median(asked));
        Console.WriteLine(FormattableString.Invariant($"pages of {PageSize} of {zones} features: Bolyst {service:N0}, psql {psql:N0} features/s"));
        Console.WriteLine(FormattableString.Invariant($"ratio to psql (goal 0.7)       {service / psql,8:0.00}"));
        return 0;
    }

    private static async Task<double> ServedAsync(Ground ground, HttpClient client, int zones)
    {
        var started = Stopwatch.GetTimestamp();
        for (var after = 0; after < zones; after += PageSize)
        {
            await client.GetByteArrayAsync(Page(ground, after));
        }

        return zones / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static async Task<double> AskedAsync(Ground ground, string script, int zones)
    {
        var database = new NpgsqlConnectionStringBuilder(ground.ConnectionString);
        Environment.SetEnvironmentVariable("PGPASSWORD", database.Password ?? "");
        Environment.SetEnvironmentVariable("PGOPTIONS", "-c jit=off");
        var started = Stopwatch.GetTimestamp();
        await Load.RunAsync(
            "psql", "-X", "-q", "-o", "/dev/null", "-v", "ON_ERROR_STOP=1", "-f", script,
            "-h", database.Host!, "-p", database.Port.ToString(CultureInfo.InvariantCulture), "-U", database.Username!, database.Database!);
        return zones / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    /// <summary>Every feature is the same both ways: id, outline as text, and every property.</summary>
    private static async Task CheckAsync(Ground ground, HttpClient client, int zones)
    {
        await using var source = NpgsqlDataSource.Create(ground.ConnectionString);
        for (var page = 0; page * PageSize < zones; page++)
        {
            await using var command = source.CreateCommand(Sql(ground.ZoneSet, page));
            using var expected = JsonDocument.Parse((string)(await command.ExecuteScalarAsync())!);
            using var served = JsonDocument.Parse(await client.GetByteArrayAsync(Page(ground, page * PageSize)));
            var (ours, theirs) = (served.RootElement.GetProperty("features"), expected.RootElement.GetProperty("features"));
            if (!JsonElement.DeepEquals(ours, theirs))
                throw new InvalidOperationException($"Page {page} differs: {ours[0].GetRawText()[..400]} and {theirs[0].GetRawText()[..400]}");
        }
    }

    private static Uri Page(Ground ground, int after) => new(
        FormattableString.Invariant($"/ogc/collections/{ground.ZoneSet}/items?limit={PageSize}&indexes=none&indicators={string.Join(',', Ground.Indicators)}{(after == 0 ? "" : $"&after={after}")}"), UriKind.Relative);

    private static string Sql(string zoneSet, int page)
    {
        var values = string.Join(", ", Ground.Indicators.Select(key => $"'{key}', {key}.value, '{key}_status', CASE {key}.status WHEN 0 THEN 'value' END"));
        var joins = string.Join(' ', Ground.Indicators.Select(key =>
            $"JOIN bolyst.observation {key} ON {key}.zone_id = zone.zone_id AND {key}.period = '2020' AND {key}.breakdown = '' "
            + $"AND {key}.indicator_id = (SELECT indicator_id FROM bolyst.indicator WHERE key = '{key}')"));
        return string.Create(CultureInfo.InvariantCulture, $$$"""
            SELECT '{"type":"FeatureCollection","features":[' || string_agg('{"type":"Feature","id":' || id || ',"geometry":' || outline || ',"properties":' || properties || '}', ',' ORDER BY id) || ']}' FROM (SELECT ordinal + 1 AS id, ST_AsGeoJSON(ST_Transform(geom, 4326), {{{Decimals}}}, 0) AS outline, json_build_object('code', zone.code, 'name', zone.name, 'valid_from', '2020-01-01', 'valid_to', NULL, {{{values}}})::text AS properties FROM bolyst.zone_of('{{{zoneSet}}}', 1) zone {{{joins}}} WHERE ordinal >= {{{page * PageSize}}} AND ordinal < {{{(page + 1) * PageSize}}}) feature;
            """);
    }

    // A tenth of a millimetre in degrees, as the service writes them.
    private const int Decimals = 9;
}
