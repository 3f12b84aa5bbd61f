using Npgsql;

namespace Bolyst.Service.Tests.Downloads;

/// <summary>Keeps everybody from the outlines of zones until it is disposed of.</summary>
internal sealed class Withheld : IAsyncDisposable
{
    private const string Waiting =
        "FROM pg_locks WHERE NOT granted AND relation = 'bolyst.zone_generation'::regclass AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";

    private readonly NpgsqlConnection connection;

    private Withheld(NpgsqlConnection connection) => this.connection = connection;

    public static async Task<Withheld> BeginAsync(string connectionString)
    {
        var withheld = new Withheld(new(connectionString));
        await withheld.connection.OpenAsync();
        await withheld.RunAsync("BEGIN; LOCK TABLE bolyst.zone_generation IN ACCESS EXCLUSIVE MODE");
        return withheld;
    }

    /// <summary>Waits until somebody wants them, and breaks that connection to the database.</summary>
    public async Task BreakAsync()
    {
        while (await RunAsync("SELECT count(*) " + Waiting) is 0L)
        {
            await Task.Delay(20);
        }

        await RunAsync("SELECT pg_terminate_backend(pid) " + Waiting);
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private async Task<object?> RunAsync(string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
