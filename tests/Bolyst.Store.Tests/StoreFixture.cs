using System.Globalization;
using Bolyst.Statistics;
using Bolyst.Store.Model;
using Bolyst.Testing;
using NetTopologySuite.Geometries;
using Npgsql;

namespace Bolyst.Store.Tests;

/// <summary>An open store in a database of its own, with the few things a test needs to fill it.</summary>
public sealed class StoreFixture : IAsyncDisposable
{
    private readonly TestDatabase database;

    private StoreFixture(TestDatabase database, BolystStore store)
    {
        this.database = database;
        Store = store;
    }

    public BolystStore Store { get; }

    public string ConnectionString => database.ConnectionString;

    public static async Task<StoreFixture> CreateAsync(StoreOptions? options = null)
    {
        var database = await TestDatabase.CreateAsync();
        return new(database, await BolystStore.OpenAsync(database.ConnectionString, options ?? new StoreOptions()));
    }

    /// <summary>A delivery head; a different <paramref name="name"/> is a different delivery.</summary>
    public static DeliveryHead Delivery(string name) => new(
        name, new("Prøve " + name), "Prøvekontoret", "CC0", null, null, null, "delivery: " + name, [new("a.csv", 12, "ab")], "sha-" + name);

    public static ZoneSetHead ZoneSet(string key, string from = "2020-01-01", string? to = null) => new(
        key,
        "grunnkrets",
        new("Soner " + key),
        DateOnly.ParseExact(from, "yyyy-MM-dd", CultureInfo.InvariantCulture),
        to is null ? null : DateOnly.ParseExact(to, "yyyy-MM-dd", CultureInfo.InvariantCulture),
        IsPartition: true,
        "CC0");

    public static IndicatorHead Indicator(string key, string name = "Indikator") => new(
        key, new(name), "okonomi", new("Definisjon"), "teller", "nemnar", null, "percent", 100, Polarity.HigherIsWorse, "register", null, false, MeasureForm.Rate);

    /// <summary>A square in EPSG:25833 with the lower left corner at (x, y) metres.</summary>
    public static Polygon Square(double x, double y, double side)
    {
        var polygon = new Polygon(new LinearRing([new(x, y), new(x + side, y), new(x + side, y + side), new(x, y + side), new(x, y)])) { SRID = 25833 };
        return polygon;
    }

    /// <summary>Squares of 100 m side by side from (0, 0) eastwards.</summary>
    public static ZoneRow[] Row(params string[] codes) => [.. codes.Select((code, i) => new ZoneRow(code, "Sone " + code, Square(100 * i, 0, 100)))];

    public static ObservationRow Cell(int indicator, int zone, double value, string period = "2020", string breakdown = "") => new(
        indicator, zone, Period.Parse(period), breakdown, value, 100, value, ObservationStatus.Value);

    public async Task<long> CountAsync(string table)
    {
        await using var command = Store.DataSource.CreateCommand($"SELECT count(*) FROM bolyst.{table}");
        return (long)(await command.ExecuteScalarAsync())!;
    }

    public async Task<T> ScalarAsync<T>(string sql)
    {
        await using var command = Store.DataSource.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async Task RunAsync(string sql)
    {
        await using var command = Store.DataSource.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        await database.DisposeAsync();
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        NpgsqlConnection.ClearPool(connection);
    }
}
