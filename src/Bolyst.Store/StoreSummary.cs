using Npgsql;

namespace Bolyst.Store;

/// <summary>How much a store holds. Read without migrating it, so that looking changes nothing.</summary>
/// <param name="DatasetVersion">The number of the newest delivery; 0 for an empty store.</param>
/// <param name="Deliveries">How many deliveries were committed.</param>
/// <param name="ZoneSets">How many zone sets they brought.</param>
/// <param name="Indicators">How many indicators they brought.</param>
/// <param name="Bytes">Size of the database on disk, in bytes.</param>
public sealed record StoreSummary(long DatasetVersion, long Deliveries, long ZoneSets, long Indicators, long Bytes)
{
    /// <summary>Reads the summary; null if the database holds no store yet.</summary>
    /// <param name="connectionString">An Npgsql connection string.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="StoreException">Unreachable.</exception>
    public static Task<StoreSummary?> ReadAsync(string connectionString, CancellationToken cancellation = default) =>
        DatabaseFaults.GuardAsync("looking at the store", async () =>
        {
            await using var source = NpgsqlDataSource.Create(connectionString);
            await using var find = source.CreateCommand("SELECT to_regclass('bolyst.delivery') IS NOT NULL");
            if (await find.ExecuteScalarAsync(cancellation) is not true)
            {
                return null;
            }

            await using var read = source.CreateCommand(
                """
                SELECT coalesce(max(version), 0), count(*), (SELECT count(*) FROM bolyst.zone_set),
                       (SELECT count(*) FROM bolyst.indicator), pg_database_size(current_database())
                FROM bolyst.delivery
                """);
            await using var row = await read.ExecuteReaderAsync(cancellation);
            await row.ReadAsync(cancellation);
            return new StoreSummary(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4));
        });
}
