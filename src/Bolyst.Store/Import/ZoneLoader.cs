using Bolyst.Store.Model;
using Npgsql;
using NpgsqlTypes;

namespace Bolyst.Store.Import;

/// <summary>Writes a new generation of a zone set: zones by COPY into a staging table, then numbered and ordered by SQL.</summary>
internal sealed class ZoneLoader(NpgsqlConnection connection, long version)
{
    public async Task LoadAsync(ZoneSetHead head, IEnumerable<ZoneRow> zones, CancellationToken cancellation)
    {
        await Sql.RunAsync(
            connection,
            """
            CREATE TEMPORARY TABLE IF NOT EXISTS staged_zone
                (code text COLLATE "C", name text, part_count integer, geom geometry) ON COMMIT DROP;
            TRUNCATE staged_zone
            """,
            cancellation);
        var (zoneCount, outlineCount) = await StageAsync(head.Key, zones, cancellation);
        var zoneSetId = await IdentifyAsync(head.Key, cancellation);
        await DescribeAsync(zoneSetId, head, zoneCount, outlineCount, cancellation);
        await Sql.RunAsync(
            connection,
            """
            INSERT INTO bolyst.zone (zone_set_id, code) SELECT $1, code FROM staged_zone ORDER BY code ON CONFLICT DO NOTHING
            """,
            cancellation,
            Sql.Integer(zoneSetId));
        await Sql.RunAsync(
            connection,
            """
            INSERT INTO bolyst.zone_generation (zone_set_id, version, code, ordinal, zone_id, name, part_count, geom)
            SELECT $1, $2, staged.code, row_number() OVER (ORDER BY staged.code) - 1, zone.zone_id, staged.name, staged.part_count, staged.geom
            FROM staged_zone staged JOIN bolyst.zone ON zone.zone_set_id = $1 AND zone.code = staged.code
            """,
            cancellation,
            Sql.Integer(zoneSetId),
            Sql.Bigint(version));
        await new ShapeLoader(connection, version).LoadAsync(zoneSetId, head.IsPartition, cancellation);
    }

    private async Task<(int Zones, int Outlines)> StageAsync(string zoneSet, IEnumerable<ZoneRow> zones, CancellationToken cancellation)
    {
        var codes = new HashSet<string>(StringComparer.Ordinal);
        var outlines = 0;
        await using var copy = await connection.BeginBinaryImportAsync("COPY staged_zone (code, name, part_count, geom) FROM STDIN (FORMAT binary)", cancellation);
        foreach (var zone in zones)
        {
            if (zone.Code.Length == 0)
                throw new StoreException(StoreFault.ValueRefused, $"A zone of {zoneSet} (named '{zone.Name}') has no code. Give every zone a code.");
            if (!codes.Add(zone.Code))
                throw new StoreException(StoreFault.GivenTwice, $"Zone {zone.Code} stands twice in {zoneSet}. Dissolve by code, or correct one of the two.");
            await copy.StartRowAsync(cancellation);
            await copy.WriteAsync(zone.Code, NpgsqlDbType.Text, cancellation);
            await copy.WriteAsync(zone.Name, NpgsqlDbType.Text, cancellation);
            await copy.WriteAsync(zone.PartCount, NpgsqlDbType.Integer, cancellation);
            if (zone.Outline is null)
            {
                await copy.WriteNullAsync(cancellation);
                continue;
            }

            outlines++;
            // The server reads a geometry column's binary form as EWKB, so bytea is all the driver needs to know.
            await copy.WriteAsync(Ewkb.Write(zone.Outline, Outlines.StoredSrid, $"zone {zone.Code} of {zoneSet}"), NpgsqlDbType.Bytea, cancellation);
        }

        if (codes.Count == 0)
            throw new StoreException(StoreFault.ValueRefused, $"Zone set {zoneSet} has no zones. Check the filter and the file.");
        await copy.CompleteAsync(cancellation);
        return (codes.Count, outlines);
    }

    private async Task<int> IdentifyAsync(string key, CancellationToken cancellation)
    {
        await Sql.RunAsync(connection, "INSERT INTO bolyst.zone_set (key) VALUES ($1) ON CONFLICT DO NOTHING", cancellation, Sql.Text(key));
        await using var command = Sql.Command(connection, "SELECT zone_set_id FROM bolyst.zone_set WHERE key = $1", Sql.Text(key));
        return (int)(await command.ExecuteScalarAsync(cancellation))!;
    }

    private Task DescribeAsync(int zoneSetId, ZoneSetHead head, int zones, int outlines, CancellationToken cancellation) => Sql.RunAsync(
        connection,
        """
        INSERT INTO bolyst.zone_set_generation
            (zone_set_id, version, level, name_nb, name_nn, name_en, valid_from, valid_to, is_partition, licence, source, boundaries_official, zone_count, outline_count)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
        """,
        cancellation,
        Sql.Integer(zoneSetId),
        Sql.Bigint(version),
        Sql.Text(head.Level),
        Sql.Text(head.Name.Nb),
        Sql.Text(head.Name.Nn),
        Sql.Text(head.Name.En),
        Sql.Date(head.ValidFrom),
        Sql.Date(head.ValidTo),
        Sql.Boolean(head.IsPartition),
        Sql.Text(head.Licence),
        Sql.Text(head.Source),
        Sql.Boolean(head.BoundariesOfficial),
        Sql.Integer(zones),
        Sql.Integer(outlines));
}
