using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Bolyst.Store.Schema;

/// <summary>Brings a database to this program's schema, once, however many processes start together.</summary>
internal static class Migrator
{
    // "boly" in ASCII; the second number tells the migration lock from the import lock.
    internal const string LockMigrations = "SELECT pg_advisory_lock(1651469433, 1)";
    internal const string UnlockMigrations = "SELECT pg_advisory_unlock(1651469433, 1)";

    public static async Task MigrateAsync(NpgsqlDataSource dataSource, CancellationToken cancellation)
    {
        await using var connection = await ConnectAsync(dataSource, cancellation);
        await RunAsync(connection, LockMigrations, cancellation);
        try
        {
            await RequirePostgisAsync(connection, cancellation);
            await using var context = new CatalogueContext(CatalogueContext.OptionsFor(dataSource));
            context.Database.SetCommandTimeout(TimeSpan.FromHours(1));
            await RefuseNewerAsync(context, cancellation);
            await context.Database.MigrateAsync(cancellation);
        }
        finally
        {
            await RunAsync(connection, UnlockMigrations, CancellationToken.None);
        }
    }

    private static async Task<NpgsqlConnection> ConnectAsync(NpgsqlDataSource dataSource, CancellationToken cancellation)
    {
        try
        {
            return await dataSource.OpenConnectionAsync(cancellation);
        }
        catch (NpgsqlException fault) when (fault is not PostgresException)
        {
            var target = new NpgsqlConnectionStringBuilder(dataSource.ConnectionString);
            throw new StoreException(
                StoreFault.DatabaseUnreachable,
                $"No PostgreSQL answers at {target.Host}:{target.Port} ({fault.Message}) Start it with 'bolyst up', or name yours in BOLYST_DATABASE.",
                fault);
        }
    }

    private static async Task RequirePostgisAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        try
        {
            await RunAsync(connection, "CREATE EXTENSION IF NOT EXISTS postgis", cancellation);
        }
        catch (PostgresException fault)
        {
            throw new StoreException(
                StoreFault.PostgisMissing,
                $"Database '{connection.Database}' has no PostGIS and this login cannot create it: {fault.MessageText}. " +
                "Install PostGIS on the database server (Debian: postgresql-15-postgis-3), then run 'CREATE EXTENSION postgis' in the database as a superuser.",
                fault);
        }
    }

    private static async Task RefuseNewerAsync(CatalogueContext context, CancellationToken cancellation)
    {
        var known = context.Database.GetMigrations();
        var unknown = (await context.Database.GetAppliedMigrationsAsync(cancellation)).Except(known, StringComparer.Ordinal).ToArray();
        if (unknown.Length > 0)
        {
            throw new StoreException(
                StoreFault.DatabaseNewer,
                $"The database was migrated by a newer Bolyst (it holds {string.Join(", ", unknown)}). Run that Bolyst or newer, or restore a backup taken before.");
        }
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
