using Bolyst.Store.Model;
using Npgsql;

namespace Bolyst.Store.Import;

/// <summary>Deliveries: found by hash, written at commit with the report.</summary>
internal static class DeliveryTable
{
    public static async Task<DeliverySummary?> FindAsync(NpgsqlConnection connection, string sha256, CancellationToken cancellation)
    {
        await using var command = Sql.Command(
            connection,
            """
            SELECT version, key, title_nb, title_nn, title_en, supplier, licence, source_url, received_on, committed_at
            FROM bolyst.delivery WHERE sha256 = $1
            """,
            Sql.Text(sha256));
        await using var row = await command.ExecuteReaderAsync(cancellation);
        if (!await row.ReadAsync(cancellation))
            return null;

        return new(
            row.GetInt64(0),
            row.GetString(1),
            new(row.GetString(2), Text(row, 3), Text(row, 4)),
            row.GetString(5),
            row.GetString(6),
            Text(row, 7),
            row.IsDBNull(8) ? null : row.GetFieldValue<DateOnly>(8),
            row.GetFieldValue<DateTimeOffset>(9),
            sha256);
    }

    public static async Task InsertAsync(NpgsqlConnection connection, long version, DeliveryHead head, string reportJson, CancellationToken cancellation)
    {
        await Sql.RunAsync(
            connection,
            """
            INSERT INTO bolyst.delivery
                (version, key, title_nb, title_nn, title_en, supplier, licence, source_url, contact, received_on, description, sha256, report)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
            """,
            cancellation,
            Sql.Bigint(version),
            Sql.Text(head.Key),
            Sql.Text(head.Title.Nb),
            Sql.Text(head.Title.Nn),
            Sql.Text(head.Title.En),
            Sql.Text(head.Supplier),
            Sql.Text(head.Licence),
            Sql.Text(head.SourceUrl),
            Sql.Text(head.Contact),
            Sql.Date(head.ReceivedOn),
            Sql.Text(head.Description),
            Sql.Text(head.Sha256),
            Sql.Json(reportJson));
        await Sql.RunAsync(
            connection,
            "INSERT INTO bolyst.delivered_file (version, name, bytes, sha256) SELECT $1, * FROM unnest($2, $3, $4)",
            cancellation,
            Sql.Bigint(version),
            Sql.Array(head.Files.Select(file => file.Name)),
            Sql.Array(head.Files.Select(file => file.Bytes)),
            Sql.Array(head.Files.Select(file => file.Sha256)));
    }

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
