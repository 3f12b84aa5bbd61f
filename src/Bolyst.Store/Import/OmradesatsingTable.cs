using Bolyst.Store.Model;
using Npgsql;

namespace Bolyst.Store.Import;

/// <summary>Writes områdesatsingar and their boundaries.</summary>
internal static class OmradesatsingTable
{
    public static async Task AddAsync(NpgsqlConnection connection, long version, OmradesatsingRow row, CancellationToken cancellation)
    {
        await using var command = Sql.Command(
            connection,
            """
            INSERT INTO bolyst.omradesatsing
                (key, version, name, aliases, kommune_code, kommune_name, area, start_year, end_year, status,
                 delprogram, goals, funders, predecessors, notes, source)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
            """,
            Sql.Text(row.Key),
            Sql.Bigint(version),
            Sql.Text(row.Name),
            Sql.Texts(row.Aliases),
            Sql.Text(row.KommuneCode),
            Sql.Text(row.KommuneName),
            Sql.Text(row.Area),
            Sql.Integer(row.StartYear),
            Sql.Integer(row.EndYear),
            Sql.Smallint((byte)row.Status),
            Sql.Texts(row.Delprogram),
            Sql.Texts(row.Goals),
            Sql.Texts(row.Funders),
            Sql.Texts(row.Predecessors),
            Sql.Texts(row.Notes),
            Sql.Text(row.Source));
        await RefuseTwiceAsync(command, $"Områdesatsing {row.Key} stands twice in the delivery.", cancellation);
    }

    public static async Task AddBoundaryAsync(NpgsqlConnection connection, long version, OmradesatsingBoundary boundary, CancellationToken cancellation)
    {
        var ewkb = Ewkb.Write(boundary.Outline, Outlines.StoredSrid, $"områdesatsing {boundary.Key}");
        await using var known = Sql.Command(connection, "SELECT FROM bolyst.omradesatsing WHERE key = $1 LIMIT 1", Sql.Text(boundary.Key));
        await using (var row = await known.ExecuteReaderAsync(cancellation))
        {
            if (!await row.ReadAsync(cancellation))
                throw new StoreException(StoreFault.Unknown, $"A boundary names områdesatsing {boundary.Key}, which the store does not hold. Add the områdesatsing first, or correct the key.");
        }

        await using var command = Sql.Command(
            connection,
            """
            INSERT INTO bolyst.omradesatsing_boundary (key, version, valid_from, valid_to, is_official, source, geom)
            VALUES ($1, $2, $3, $4, $5, $6, ST_GeomFromEWKB($7))
            """,
            Sql.Text(boundary.Key),
            Sql.Bigint(version),
            Sql.Date(boundary.ValidFrom),
            Sql.Date(boundary.ValidTo),
            Sql.Boolean(boundary.IsOfficial),
            Sql.Text(boundary.Source),
            Sql.Bytes(ewkb));
        await RefuseTwiceAsync(command, $"Områdesatsing {boundary.Key} has two boundaries from {boundary.ValidFrom:yyyy-MM-dd} in the delivery.", cancellation);
    }

    private static async Task RefuseTwiceAsync(NpgsqlCommand command, string message, CancellationToken cancellation)
    {
        try
        {
            await command.ExecuteNonQueryAsync(cancellation);
        }
        catch (PostgresException fault) when (fault is { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            throw new StoreException(StoreFault.GivenTwice, message + " Give it once.", fault);
        }
    }
}
