using System.Collections.Concurrent;
using Npgsql;

namespace Bolyst.Testing;

/// <summary>
/// A database of its own for a test class, made in the PostGIS that <c>BOLYST_TEST_DATABASE</c> names and dropped afterwards.
/// <c>./bolyst test</c> makes that PostGIS and sets the variable; without it the tests fail, they never skip.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly ConcurrentDictionary<TestDatabase, bool> Made = [];

    private readonly string serverConnectionString;
    private readonly string name;

    private TestDatabase(string serverConnectionString, string name)
    {
        this.serverConnectionString = serverConnectionString;
        this.name = name;
        ConnectionString = new NpgsqlConnectionStringBuilder(serverConnectionString) { Database = name }.ConnectionString;
        Made.TryAdd(this, true);
    }

    /// <summary>Names the new, empty database (no extension, no schema).</summary>
    public string ConnectionString { get; }

    /// <summary>Makes an empty database with a name of its own.</summary>
    public static async Task<TestDatabase> CreateAsync()
    {
        var server = Environment.GetEnvironmentVariable("BOLYST_TEST_DATABASE");
        if (string.IsNullOrEmpty(server))
        {
            Assert.Fail("BOLYST_TEST_DATABASE is not set. Run ./bolyst test, which makes a PostGIS for the tests, or name one where you may create databases.");
        }

        var name = "bolyst_test_" + Guid.NewGuid().ToString("N");
        await ExecuteAsync(server, $"CREATE DATABASE {name}");
        return new TestDatabase(server, name);
    }

    /// <summary>Drops every database that this process made and has not dropped: for one that is asked to end.</summary>
    public static Task DropAllAsync() => Task.WhenAll(Made.Keys.Select(database => database.DisposeAsync().AsTask()));

    public async ValueTask DisposeAsync()
    {
        Made.TryRemove(this, out _);
        await ExecuteAsync(serverConnectionString, $"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        await using var connection = new NpgsqlConnection(ConnectionString);
        NpgsqlConnection.ClearPool(connection);
    }

    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var dataSource = NpgsqlDataSource.Create(connectionString);
        await using var command = dataSource.CreateCommand(sql);
        // Both wait for a checkpoint, which takes as long as the disk does.
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync();
    }
}
