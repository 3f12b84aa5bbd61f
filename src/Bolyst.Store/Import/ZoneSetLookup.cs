using Bolyst.Store.Model;
using Npgsql;

namespace Bolyst.Store.Import;

/// <summary>Zone sets as an import sees them: the newest generation, its own included.</summary>
internal static class ZoneSetLookup
{
    public static async Task<ZoneSetHandle?> FindAsync(NpgsqlConnection connection, string key, CancellationToken cancellation)
    {
        await using var command = Sql.Command(
            connection,
            """
            SELECT newest.level, newest.valid_from, newest.valid_to, zone_generation.code, zone_generation.zone_id
            FROM (
                SELECT generation.* FROM bolyst.zone_set_generation generation JOIN bolyst.zone_set USING (zone_set_id)
                WHERE key = $1 ORDER BY version DESC LIMIT 1
            ) newest
            JOIN bolyst.zone_generation USING (zone_set_id, version)
            """,
            Sql.Text(key));
        await using var row = await command.ExecuteReaderAsync(cancellation);
        ZoneSetHandle? handle = null;
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        while (await row.ReadAsync(cancellation))
        {
            handle ??= new(key, row.GetString(0), row.GetFieldValue<DateOnly>(1), row.IsDBNull(2) ? null : row.GetFieldValue<DateOnly>(2), ids);
            ids.Add(row.GetString(3), row.GetInt32(4));
        }

        return handle;
    }

    public static async Task<IReadOnlyList<ZoneSetCodes>> ListCodesAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = Sql.Command(
            connection,
            """
            SELECT zone_set.key, array_agg(zone_generation.code::text)
            FROM (SELECT zone_set_id, max(version) AS version FROM bolyst.zone_set_generation GROUP BY zone_set_id) newest
            JOIN bolyst.zone_generation USING (zone_set_id, version)
            JOIN bolyst.zone_set ON zone_set.zone_set_id = newest.zone_set_id
            GROUP BY zone_set.key ORDER BY zone_set.key
            """);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var sets = new List<ZoneSetCodes>();
        while (await row.ReadAsync(cancellation))
            sets.Add(new(row.GetString(0), row.GetFieldValue<string[]>(1).ToHashSet(StringComparer.Ordinal)));
        return sets;
    }
}
