using Bolyst.Store.Model;
using Npgsql;

namespace Bolyst.Store.Import;

/// <summary>Writes indicators.</summary>
internal static class IndicatorTable
{
    public static async Task<int> AddAsync(NpgsqlConnection connection, long version, IndicatorHead head, CancellationToken cancellation)
    {
        await Sql.RunAsync(connection, "INSERT INTO bolyst.indicator (key) VALUES ($1) ON CONFLICT DO NOTHING", cancellation, Sql.Text(head.Key));
        var id = (await FindAsync(connection, head.Key, cancellation))!.Value;

        await Sql.RunAsync(
            connection,
            """
            INSERT INTO bolyst.indicator_generation
                (indicator_id, version, name_nb, name_nn, name_en, theme, definition_nb, definition_nn, definition_en,
                 numerator, denominator, age_band, unit, scale, polarity, kind, source_table, ethnicity, form)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
            """,
            cancellation,
            Sql.Integer(id),
            Sql.Bigint(version),
            Sql.Text(head.Name.Nb),
            Sql.Text(head.Name.Nn),
            Sql.Text(head.Name.En),
            Sql.Text(head.Theme),
            Sql.Text(head.Definition.Nb),
            Sql.Text(head.Definition.Nn),
            Sql.Text(head.Definition.En),
            Sql.Text(head.Numerator),
            Sql.Text(head.Denominator),
            Sql.Text(head.AgeBand),
            Sql.Text(head.Unit),
            Sql.Number(head.Scale),
            Sql.Smallint((byte)head.Polarity),
            Sql.Text(head.Kind),
            Sql.Text(head.SourceTable),
            Sql.Boolean(head.Ethnicity),
            Sql.Smallint((byte)head.Form));
        return id;
    }

    public static async Task<int?> FindAsync(NpgsqlConnection connection, string key, CancellationToken cancellation)
    {
        await using var command = Sql.Command(connection, "SELECT indicator_id FROM bolyst.indicator WHERE key = $1", Sql.Text(key));
        return (int?)await command.ExecuteScalarAsync(cancellation);
    }
}
