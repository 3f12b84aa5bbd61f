using System.Diagnostics;
using Bolyst.Service.Hosting;
using Bolyst.Statistics;
using Bolyst.Store;
using Bolyst.Store.Model;
using Bolyst.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Bolyst.Service.Tests.Layers;

/// <summary>
/// Layers are read before anybody asks. What tells it is a lock on every number in the database: a file that is made all the same has its
/// numbers from memory.
/// </summary>
public sealed class LayersAheadTests : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>For one attempt, which hangs on the lock when the numbers are not there yet.</summary>
    private static readonly TimeSpan Attempt = TimeSpan.FromSeconds(3);

    private TestDatabase? database;
    private BolystStore? store;
    private WebApplication? app;

    [Fact]
    public async Task They_are_read_at_start_and_when_a_delivery_has_come()
    {
        await FillAsync();
        using var http = await StartAsync();
        Assert.Contains("1.5", await WithoutNumbersAsync(http), StringComparison.Ordinal);

        await DeliverAsync("retting", 2.5);
        Assert.Contains("2.5", await WithoutNumbersAsync(http), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_cannot_be_read_harms_neither_the_service_nor_the_next()
    {
        await FillAsync();
        await RunAsync("ALTER TABLE bolyst.observation RENAME TO observation_away");
        using var http = await StartAsync();
        using var refused = await http.GetAsync(new Uri("/download/krets.csv", UriKind.Relative));
        Assert.False(refused.IsSuccessStatusCode);
        await RunAsync("ALTER TABLE bolyst.observation_away RENAME TO observation");

        Assert.Contains("1.5", await http.GetStringAsync(new Uri("/download/krets.csv", UriKind.Relative)), StringComparison.Ordinal);
        await DeliverAsync("retting", 2.5);
        Assert.Contains("2.5", await WithoutNumbersAsync(http), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_that_is_disposed_without_having_been_stopped_ends_it_without_a_failure()
    {
        await FillAsync();
        using var http = await StartAsync();
        var ahead = app!.Services.GetServices<IHostedService>().OfType<BackgroundService>().Single();
        Assert.Contains("1.5", await WithoutNumbersAsync(http), StringComparison.Ordinal);
        await app.DisposeAsync();

        // The host logs a task that ends otherwise as a critical failure of its own.
        await ahead.ExecuteTask!;
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
            await app.DisposeAsync();
        if (store is not null)
            await store.DisposeAsync();
        if (database is not null)
            await database.DisposeAsync();
    }

    /// <summary>The file, made while nobody can read a number in the database.</summary>
    private async Task<string> WithoutNumbersAsync(HttpClient http)
    {
        for (var began = Stopwatch.GetTimestamp(); ; Assert.True(Stopwatch.GetElapsedTime(began) < Patience, "No layer was read ahead."))
        {
            await using var connection = new NpgsqlConnection(database!.ConnectionString);
            await connection.OpenAsync();
            await using var transaction = await connection.BeginTransactionAsync();
            await using var held = new NpgsqlCommand("LOCK TABLE bolyst.observation IN ACCESS EXCLUSIVE MODE", connection);
            await held.ExecuteNonQueryAsync();
            using var attempt = new CancellationTokenSource(Attempt);
            try
            {
                return await http.GetStringAsync(new Uri("/download/krets.csv", UriKind.Relative), attempt.Token);
            }
            catch (OperationCanceledException) when (attempt.IsCancellationRequested)
            {
                // Not yet. The service gives up what was asked for while the lock still holds: it must not become what is read ahead.
                await Task.Delay(Attempt);
            }
        }
    }

    private async Task FillAsync()
    {
        database = await TestDatabase.CreateAsync();
        store = await BolystStore.OpenAsync(database.ConnectionString, new());
        await using (var session = await store.BeginImportAsync(Head("krets")))
        {
            await session.AddZoneSetAsync(new("krets", "krets", new("Krets"), new(2020, 1, 1), null, IsPartition: true, "CC0"), [new("01", "Krets 01", Serving.Sample.Square(0))]);
            await session.AddIndicatorAsync(new(
                "andel", new("Andel"), "okonomi", new("Definisjon"), null, null, null, "percent", 1, Polarity.HigherIsWorse, "register", null, false, MeasureForm.BareRate));
            await session.CommitAsync("{}");
        }

        await DeliverAsync("andel", 1.5);
    }

    private async Task DeliverAsync(string key, double number)
    {
        await using var session = await store!.BeginImportAsync(Head(key));
        var zones = (await session.FindZoneSetAsync("krets"))!;
        var indicator = (await session.FindIndicatorAsync("andel"))!.Value;
        await using (var writer = await session.BeginObservationsAsync())
        {
            await writer.WriteAsync(new(indicator, zones.ZoneIds["01"], Period.Year(2020), "", double.NaN, double.NaN, number, ObservationStatus.Value));
            await writer.CompleteAsync();
        }

        await session.CommitAsync("{}");
    }

    private async Task<HttpClient> StartAsync()
    {
        app = BolystServer.Build(new() { Database = database!.ConnectionString, Port = 0, GrpcPort = 0 }, store!);
        await app.StartAsync();
        return new() { BaseAddress = new Uri(app.Urls.First()) };
    }

    private async Task RunAsync(string sql)
    {
        await using var command = store!.DataSource.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static DeliveryHead Head(string key) => new(key, new(key), "Prøvekontoret", "CC0", null, null, null, "delivery: " + key, [], "sha-" + key);
}
