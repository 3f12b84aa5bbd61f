using Bolyst.Store.Model;
using Npgsql;
using NpgsqlTypes;

namespace Bolyst.Store.Import;

/// <summary>Writes water.</summary>
internal static class WaterTable
{
    public static async Task AddAsync(NpgsqlConnection connection, long version, WaterHead water, IReadOnlyList<WaterSurface> surfaces, CancellationToken cancellation)
    {
        if (surfaces.Count == 0)
            throw new StoreException(StoreFault.ValueRefused, $"Water {water.Key} has no surface. Give at least one.");
        var outlines = surfaces.Select((surface, place) => Ewkb.Write(surface.Outline, Outlines.StoredSrid, $"surface {place + 1} of water {water.Key}")).ToArray();
        try
        {
            await Sql.RunAsync(
                connection,
                "INSERT INTO bolyst.water (key, version, licence, source) VALUES ($1, $2, $3, $4)",
                cancellation,
                Sql.Text(water.Key),
                Sql.Bigint(version),
                Sql.Text(water.Licence),
                Sql.Text(water.Source));
        }
        catch (PostgresException fault) when (fault is { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            throw new StoreException(StoreFault.GivenTwice, $"Water {water.Key} stands twice in the delivery. Give it once, with all its files.", fault);
        }

        await Sql.RunAsync(
            connection,
            """
            INSERT INTO bolyst.water_surface (key, version, ordinal, name, geom)
            SELECT $1, $2, surface.place - 1, surface.name, ST_GeomFromEWKB(surface.outline)
            FROM unnest($3, $4) WITH ORDINALITY AS surface (name, outline, place)
            """,
            cancellation,
            Sql.Text(water.Key),
            Sql.Bigint(version),
            new NpgsqlParameter { Value = surfaces.Select(surface => surface.Name).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text },
            new NpgsqlParameter { Value = outlines, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bytea });
    }
}
