using System.Globalization;
using Bolyst.Intake.Description;
using Bolyst.Intake.Import;
using Bolyst.Statistics;
using Bolyst.Store;
using Bolyst.Store.Model;
using Bolyst.Testing;
using NetTopologySuite.Geometries;
using Npgsql;

namespace Bolyst.Benchmarks.Gis;

/// <summary>
/// Zones to draw, in a database of their own: Norway's delområder as published, or a patchwork of invented zones over ground as large as
/// Norway, 60 vertices each, with borders that neighbours share to the last bit and two indicators.
/// </summary>
internal sealed class Ground : IAsyncDisposable
{
    public const string Patchwork = "teppe";
    public const string Delomrade = "delomrade-2024";
    public const int PatchworkZones = 34_753;
    public static readonly IReadOnlyList<string> Indicators = ["andel", "tal"];

    private const int StepsOfABorder = 15;

    private const string Description = """
        delivery: {key: delomrader, title: Delområder, supplier: Kartverket, licence: CC BY 4.0}
        zoneSets:
          - key: delomrade-2024
            level: delomrade
            name: Delområder 2024
            valid: {from: 2024-01-01}
            partition: true
            boundaries: {files: [nor-maps/versioned/2024_delomraade.geojson], code: delomraade_no, name: delomraade_name, dissolveByCode: true}
        """;

    private readonly TestDatabase database;

    private Ground(TestDatabase database, string zoneSet) => (this.database, ZoneSet) = (database, zoneSet);

    public string ZoneSet { get; }

    public string ConnectionString => database.ConnectionString;

    /// <summary>Norway's delområder.</summary>
    public static async Task<Ground> DelomraderAsync()
    {
        var ground = new Ground(await TestDatabase.CreateAsync(), Delomrade);
        await using var store = await BolystStore.OpenAsync(ground.ConnectionString, new());
        var report = await DeliveryImporter.ImportAsync(
            store, DeliveryDescription.Parse(Description, "delomrader.yaml", SharedData.Require("data")), new ImportOptions(), CancellationToken.None);
        return report.DatasetVersion is not null ? ground : throw new InvalidOperationException("The delområder were refused.");
    }

    /// <summary>The patchwork.</summary>
    /// <param name="zones">How many zones, row by row.</param>
    public static async Task<Ground> PatchworkAsync(int zones = PatchworkZones)
    {
        var ground = new Ground(await TestDatabase.CreateAsync(), Patchwork);
        await using var store = await BolystStore.OpenAsync(ground.ConnectionString, new());
        await using var session = await store.BeginImportAsync(new("teppe", new("Teppe"), "Bolyst", "CC0", null, null, null, "", [], "teppe"));
        var columns = (int)Math.Ceiling(Math.Sqrt(zones));
        var (wide, high) = (1_200_000.0 / columns, 1_490_000.0 / columns);
        var added = await session.AddZoneSetAsync(
            new(Patchwork, "rute", new("Teppe"), new(2020, 1, 1), null, IsPartition: true, "CC0"),
            Enumerable.Range(0, zones).Select(n => new ZoneRow(Code(n), "Lapp " + Code(n), Cell(n % columns, n / columns, wide, high))));
        foreach (var (key, factor) in Indicators.Zip([1, 37]))
        {
            var indicator = await session.AddIndicatorAsync(new(
                key, new(key), "okonomi", new(key), null, null, null, "percent", 1, Polarity.HigherIsWorse, "register", null, false, MeasureForm.BareRate));
            await using var writer = await session.BeginObservationsAsync();
            foreach (var (code, zone) in added.ZoneIds)
            {
                var number = (int.Parse(code, CultureInfo.InvariantCulture) * factor % 100) + 0.25;
                await writer.WriteAsync(new(indicator, zone, Period.Year(2020), "", double.NaN, double.NaN, number, ObservationStatus.Value));
            }

            await writer.CompleteAsync();
        }

        await session.CommitAsync("{}");
        return ground;
    }

    /// <summary>The outlines in full detail in EPSG:3857, with an index: what a server that keeps no shapes for each zoom reads.</summary>
    public async Task AddFullDetailTableAsync()
    {
        await ExecuteAsync($"""
            CREATE TABLE full_detail AS
                SELECT ordinal + 1 AS id, code::text AS code, name, ST_Transform(geom, 3857) AS geom FROM bolyst.zone_of('{ZoneSet}', 1) WHERE geom IS NOT NULL;
            ALTER TABLE full_detail ADD PRIMARY KEY (id);
            CREATE INDEX full_detail_geom ON full_detail USING gist (geom);
            """);
        await ExecuteAsync("VACUUM ANALYZE");
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    private async Task ExecuteAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(ConnectionString);
        await using var command = source.CreateCommand(sql);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync();
    }

    private static Polygon Cell(int column, int row, double wide, double high)
    {
        Coordinate[] ring =
        [
            .. Border(column, row, 1, 0, wide, high),
            .. Border(column + 1, row, 0, 1, wide, high),
            .. Border(column, row + 1, 1, 0, wide, high).Append(Corner(column + 1, row + 1, wide, high)).Reverse().SkipLast(1),
            .. Border(column, row, 0, 1, wide, high).Append(Corner(column, row + 1, wide, high)).Reverse().SkipLast(1),
            Corner(column, row, wide, high),
        ];
        return new(new LinearRing(ring)) { SRID = Outlines.StoredSrid };
    }

    /// <summary>A border from a corner to the next, east or north, without its end; jagged by a tenth of a cell, and the same whichever zone asks.</summary>
    private static IEnumerable<Coordinate> Border(int column, int row, int east, int north, double wide, double high)
    {
        var (from, to) = (Corner(column, row, wide, high), Corner(column + east, row + north, wide, high));
        var random = new Random((((row * 1_000) + column) * 2) + east);
        yield return from;
        for (var step = 1; step < StepsOfABorder; step++)
        {
            var along = (double)step / StepsOfABorder;
            // Less so towards the corners, where four borders meet and must not cross.
            var aside = (random.NextDouble() - 0.5) / 5 * Math.Sin(Math.PI * along);
            yield return new(
                from.X + ((to.X - from.X) * along) + (north * aside * wide),
                from.Y + ((to.Y - from.Y) * along) + (east * aside * high));
        }
    }

    private static Coordinate Corner(int column, int row, double wide, double high)
    {
        var random = new Random((row * 1_000) + column);
        return new(-80_000 + (wide * (column + (random.NextDouble() / 4))), 6_430_000 + (high * (row + (random.NextDouble() / 4))));
    }

    private static string Code(int n) => (n + 1).ToString("D6", CultureInfo.InvariantCulture);
}
