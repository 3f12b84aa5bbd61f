using System.Net;
using Bolyst.Rpc;
using Bolyst.Service.Tests.Serving;
using Npgsql;

namespace Bolyst.Service.Tests.Faults;

/// <summary>What a caller sees when the database is slow, gone or broken: each against a real one.</summary>
public class FaultTests
{
    [Fact(Timeout = 60_000)]
    public async Task A_deadline_stops_the_query_in_the_database()
    {
        await using var served = await Served.StartAsync();
        await using var locker = new NpgsqlConnection(served.ConnectionString);
        await locker.OpenAsync();
        await using var transaction = await locker.BeginTransactionAsync();
        await ExecuteAsync(locker, "LOCK TABLE bolyst.omradesatsing IN ACCESS EXCLUSIVE MODE");

        // The call must be seen waiting for the lock before its deadline passes: on a busy machine the first deadlines may be too short.
        var (seen, seconds) = (false, 1);
        for (; !seen; seconds *= 2)
        {
            var call = served.Grpc.CallAsync<V1.ListOmradesatsingerResponse>(new V1.ListOmradesatsingerRequest(), timeout: $"{seconds}S");
            while (!call.IsCompleted && !seen)
            {
                seen = await WaitingAsync(served) > 0;
            }

            Assert.Equal(StatusCode.DeadlineExceeded, (await Assert.ThrowsAsync<CallFailedException>(() => call)).Code);
        }

        await UntilAsync(served, waiting => waiting == 0);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_caller_who_leaves_stops_the_query_in_the_database()
    {
        await using var served = await Served.StartAsync();
        await using var locker = new NpgsqlConnection(served.ConnectionString);
        await locker.OpenAsync();
        await using var transaction = await locker.BeginTransactionAsync();
        await ExecuteAsync(locker, "LOCK TABLE bolyst.omradesatsing IN ACCESS EXCLUSIVE MODE");
        using var leaving = new CancellationTokenSource();
        var call = served.Grpc.CallAsync<V1.ListOmradesatsingerResponse>(new V1.ListOmradesatsingerRequest(), cancellation: leaving.Token);
        await UntilAsync(served, waiting => waiting > 0);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await UntilAsync(served, waiting => waiting == 0);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_database_that_is_gone_is_unavailable_and_says_when_to_try_again()
    {
        await using var served = await Served.StartAsync();
        await DropDatabaseAsync(served.ConnectionString);
        var fault = await Expect.FaultAsync(
            StatusCode.Unavailable, V1.ErrorReason.DatabaseUnavailable, () => served.Grpc.CallAsync<V1.ListDeliveriesResponse>(new V1.ListDeliveriesRequest()));

        Assert.Equal(TimeSpan.FromSeconds(2), fault.RetryAfter);
        Assert.DoesNotContain("bolyst_test", fault.Detail, StringComparison.Ordinal);
        using var ready = await served.Http.GetAsync(new Uri("/readyz", UriKind.Relative));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        using var page = await served.Http.GetAsync(new Uri("/ogc/collections?as_of=0", UriKind.Relative));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, TimeSpan.FromSeconds(2), null), (page.StatusCode, page.Headers.RetryAfter?.Delta, page.Headers.ETag));
        using var alive = await served.Http.GetAsync(new Uri("/healthz", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, alive.StatusCode);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_fault_of_the_service_shows_an_id_and_nothing_else()
    {
        await using var served = await Served.StartAsync();
        await using (var connection = new NpgsqlConnection(served.ConnectionString))
        {
            await connection.OpenAsync();
            await ExecuteAsync(connection, "ALTER TABLE bolyst.delivery RENAME TO mislaid");
        }

        var fault = await Expect.FaultAsync(
            StatusCode.Internal, V1.ErrorReason.Internal, () => served.Grpc.CallAsync<V1.ListDeliveriesResponse>(new V1.ListDeliveriesRequest()));

        Assert.Matches("^The service failed. Report the id [0-9a-f]{32} to whoever runs it.$", fault.Detail);
    }

    [Fact(Timeout = 60_000)]
    public async Task An_empty_store_answers()
    {
        await using var served = await Served.StartAsync();

        var sets = await served.Grpc.CallAsync<V1.ListZoneSetsResponse>(new V1.ListZoneSetsRequest());
        Assert.Equal((0, 0L), (sets.ZoneSets.Count, sets.DatasetVersion));
        Assert.Equal("ready\n", await served.Http.GetStringAsync(new Uri("/readyz", UriKind.Relative)));
    }

    /// <summary>Waits until the number of queries that wait for a lock in this database is as wanted; the test's own limit ends it.</summary>
    private static async Task UntilAsync(Served served, Func<long, bool> wanted)
    {
        while (!wanted(await WaitingAsync(served)))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Asked outside the transaction that holds the lock: inside one, PostgreSQL shows its activity as it was at the first look.</summary>
    private static async Task<long> WaitingAsync(Served served)
    {
        await using var command = served.Store.DataSource.CreateCommand(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND state = 'active'");
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    private static async Task DropDatabaseAsync(string connectionString)
    {
        var name = new NpgsqlConnectionStringBuilder(connectionString).Database;
        await using var server = new NpgsqlConnection(Environment.GetEnvironmentVariable("BOLYST_TEST_DATABASE"));
        await server.OpenAsync();
        await ExecuteAsync(server, $"DROP DATABASE {name} WITH (FORCE)");
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
