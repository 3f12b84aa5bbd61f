using System.Globalization;
using Bolyst.Intake.Description;
using Bolyst.Intake.Import;
using Bolyst.Statistics;
using Bolyst.Store;
using Bolyst.Store.Model;
using Bolyst.Testing;
using Npgsql;

namespace Bolyst.Benchmarks.Gis;

/// <summary>
/// Zones to draw, in a database of their own: Norway's delområder as published, or <see cref="Patchwork"/> with two indicators.
/// </summary>
internal sealed class Ground : IAsyncDisposable
{
    public const int PatchworkZones = 34_753;
    public static readonly IReadOnlyList<string> Indicators = ["andel", "tal"];

    private readonly TestDatabase database;

    private Ground(TestDatabase database, string zoneSet) => (this.database, ZoneSet) = (database, zoneSet);

    public string ZoneSet { get; }

    public string ConnectionString => database.ConnectionString;

    /// <summary>Norway's delområder.</summary>
    public static async Task<Ground> DelomraderAsync()
    {
        var ground = new Ground(await TestDatabase.CreateAsync(), DelomradeDelivery.ZoneSet);
        await using var store = await BolystStore.OpenAsync(ground.ConnectionString, new());
        var report = await DeliveryImporter.ImportAsync(
            store, DeliveryDescription.Parse(DelomradeDelivery.Description, "delomrader.yaml", SharedData.Require("data")), new ImportOptions(), CancellationToken.None);
        return report.DatasetVersion is not null ? ground : throw new InvalidOperationException("The delområder were refused.");
    }

    /// <summary>The patchwork.</summary>
    /// <param name="zones">How many zones, row by row.</param>
    public static async Task<Ground> PatchworkAsync(int zones = PatchworkZones)
    {
        var ground = new Ground(await TestDatabase.CreateAsync(), Patchwork.ZoneSet);
        await using var store = await BolystStore.OpenAsync(ground.ConnectionString, new());
        await using var session = await store.BeginImportAsync(Patchwork.Delivery);
        var added = await session.AddZoneSetAsync(Patchwork.Head, Patchwork.Zones(zones));
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
}
