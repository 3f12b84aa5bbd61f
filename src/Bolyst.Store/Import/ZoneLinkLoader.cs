using Bolyst.Store.Model;
using Npgsql;
using NpgsqlTypes;

namespace Bolyst.Store.Import;

/// <summary>Writes zone links and refuses those whose zones are not there.</summary>
internal static class ZoneLinkLoader
{
    public static async Task LoadAsync(NpgsqlConnection connection, long version, IReadOnlyList<ZoneLink> links, CancellationToken cancellation)
    {
        await CopyAsync(connection, version, links, cancellation);
        await RefuseUnknownAsync(connection, version, cancellation);
        await Sql.RunAsync(
            connection,
            """
            INSERT INTO bolyst.zone_link_generation (kind, from_zone_set, to_zone_set, version)
            SELECT DISTINCT kind, from_zone_set, to_zone_set, version FROM bolyst.zone_link WHERE version = $1
            ON CONFLICT DO NOTHING
            """,
            cancellation,
            Sql.Bigint(version));
    }

    private static async Task CopyAsync(NpgsqlConnection connection, long version, IReadOnlyList<ZoneLink> links, CancellationToken cancellation)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            "COPY bolyst.zone_link (version, kind, from_zone_set, from_code, to_zone_set, to_code, share, on_date) FROM STDIN (FORMAT binary)",
            cancellation);
        var seen = new HashSet<(ZoneLinkKind, string, string, string, string)>();
        foreach (var link in links)
        {
            if (!seen.Add((link.Kind, link.FromZoneSet, link.FromCode, link.ToZoneSet, link.ToCode)))
                throw new StoreException(StoreFault.GivenTwice, $"The link {Describe(link)} stands twice. Give it once.");
            if (link.Share is { } share && share is not (> 0 and <= 1))
                throw new StoreException(StoreFault.ValueRefused, FormattableString.Invariant($"The link {Describe(link)} has share {share}; a share is above 0 and up to 1."));
            await copy.StartRowAsync(cancellation);
            await copy.WriteAsync(version, NpgsqlDbType.Bigint, cancellation);
            await copy.WriteAsync((short)link.Kind, NpgsqlDbType.Smallint, cancellation);
            await copy.WriteAsync(link.FromZoneSet, NpgsqlDbType.Text, cancellation);
            await copy.WriteAsync(link.FromCode, NpgsqlDbType.Text, cancellation);
            await copy.WriteAsync(link.ToZoneSet, NpgsqlDbType.Text, cancellation);
            await copy.WriteAsync(link.ToCode, NpgsqlDbType.Text, cancellation);
            await copy.WriteAsync(link.Share, NpgsqlDbType.Double, cancellation);
            await copy.WriteAsync(link.On, NpgsqlDbType.Date, cancellation);
        }

        await copy.CompleteAsync(cancellation);
    }

    // A replaced code needs no zone of its own; every other end must be a zone that some generation has drawn.
    private static async Task RefuseUnknownAsync(NpgsqlConnection connection, long version, CancellationToken cancellation)
    {
        await using var command = Sql.Command(
            connection,
            """
            SELECT missing.zone_set, missing.code FROM (
                SELECT from_zone_set AS zone_set, from_code AS code FROM bolyst.zone_link WHERE version = $1 AND kind <> 2
                UNION
                SELECT to_zone_set, to_code FROM bolyst.zone_link WHERE version = $1
            ) missing
            WHERE NOT EXISTS (
                SELECT FROM bolyst.zone JOIN bolyst.zone_set USING (zone_set_id)
                WHERE zone_set.key = missing.zone_set AND zone.code = missing.code)
            ORDER BY 1, 2 LIMIT 10
            """,
            Sql.Bigint(version));
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var unknown = new List<string>();
        while (await row.ReadAsync(cancellation))
            unknown.Add($"{row.GetString(1)} of {row.GetString(0)}");
        if (unknown.Count > 0)
            throw new StoreException(StoreFault.Unknown, $"Links name zones that the store does not hold: {string.Join(", ", unknown)}. Add the zone set first, or correct the codes.");
    }

    private static string Describe(ZoneLink link) => $"{link.FromCode} of {link.FromZoneSet} to {link.ToCode} of {link.ToZoneSet} ({link.Kind})";
}
