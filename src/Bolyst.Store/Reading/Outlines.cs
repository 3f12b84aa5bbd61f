using System.Runtime.CompilerServices;
using Bolyst.Store.Model;
using Bolyst.Store.Schema;
using NetTopologySuite.Geometries;
using Npgsql;

namespace Bolyst.Store;

/// <summary>
/// Outlines, and the questions that need them: which zones lie here. EF Core has no geometry type that restores here, so these are
/// reviewed SQL (<c>Sql/Read</c>).
/// </summary>
public sealed class Outlines
{
    /// <summary>EPSG code of every stored geometry: ETRS89 / UTM 33N, the projection of national Norwegian data.</summary>
    public const int StoredSrid = 25833;

    private static readonly string StreamSql = SqlText.Read("Read/stream-zones.sql");
    private static readonly string StreamSimplifiedSql = SqlText.Read("Read/stream-simplified-zones.sql");
    private static readonly string PointSql = SqlText.Read("Read/lookup-point.sql");
    private static readonly string PolygonSql = SqlText.Read("Read/lookup-polygon.sql");
    private static readonly string BoundarySql = SqlText.Read("Read/omradesatsing-boundaries.sql");

    private static readonly string InsideSql = SqlText.Read("Read/zones-inside.sql");

    private static readonly string OverlapsSql = SqlText.Read("Read/overlaps.sql");

    private readonly NpgsqlDataSource dataSource;
    private readonly DatasetVersions versions;

    internal Outlines(NpgsqlDataSource dataSource, DatasetVersions versions)
    {
        this.dataSource = dataSource;
        this.versions = versions;
    }

    /// <summary>The zones of a zone set with their outlines, by code, read as they are asked for.</summary>
    /// <param name="zoneSet">Key of the zone set.</param>
    /// <param name="srid">EPSG code wanted; <see cref="StoredSrid"/> is exact, others are transformed.</param>
    /// <param name="codes">Only these codes; null for all.</param>
    /// <param name="simplification">How far the outlines are simplified; null for the outlines as delivered.</param>
    /// <param name="asOf">Dataset version; null for the latest.</param>
    /// <param name="cancellation">Gives up.</param>
    public async IAsyncEnumerable<OutlinedZone> StreamAsync(
        string zoneSet, int srid = StoredSrid, IReadOnlyCollection<string>? codes = null, Simplification? simplification = null, long? asOf = null,
        [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        NpgsqlParameter[] parameters = [Sql.Bigint(versions.Resolve(asOf)), Sql.Text(zoneSet), Sql.Integer(srid), Sql.TextsOrNull(codes)];
        await using var rows = simplification is null
            ? await QueryAsync("reading outlines", StreamSql, cancellation, parameters)
            : await QueryAsync("reading simplified outlines", StreamSimplifiedSql, cancellation, [.. parameters, Sql.Integer(simplification.Zoom)]);
        while (await rows.ReadAsync(cancellation))
            yield return new(rows.Zone(), rows.OutlineOrNull(14, srid));
    }

    /// <summary>One zone with its outline; null when the zone set has none with that code.</summary>
    /// <param name="key">The zone.</param>
    /// <param name="srid">EPSG code wanted.</param>
    /// <param name="simplification">How far the outline is simplified; null for the outline as delivered.</param>
    /// <param name="asOf">Dataset version; null for the latest.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<OutlinedZone?> FindAsync(
        ZoneKey key, int srid = StoredSrid, Simplification? simplification = null, long? asOf = null, CancellationToken cancellation = default)
    {
        await foreach (var zone in StreamAsync(key.ZoneSet, srid, [key.Code], simplification, asOf, cancellation))
            return zone;
        return null;
    }

    /// <summary>The zones that a point lies in or on the edge of, over all zone sets valid on a day, by zone set and code.</summary>
    /// <param name="x">East, or longitude.</param>
    /// <param name="y">North, or latitude.</param>
    /// <param name="srid">EPSG code of the point.</param>
    /// <param name="on">The day.</param>
    /// <param name="zoneSets">Only these zone sets; null for all.</param>
    /// <param name="limit">Most zones to return; at least 1.</param>
    /// <param name="asOf">Dataset version; null for the latest.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<IReadOnlyList<ZoneOverlap>> LookupPointAsync(
        double x, double y, int srid, DateOnly on, IReadOnlyCollection<string>? zoneSets, int limit, long? asOf = null, CancellationToken cancellation = default) =>
        LookupAsync(
            PointSql, cancellation, Sql.Bigint(versions.Resolve(asOf)), Sql.Number(x), Sql.Number(y), Sql.Integer(srid), Sql.Date(on), Sql.TextsOrNull(zoneSets),
            Sql.Integer(limit));

    /// <summary>
    /// The zones that a polygon overlaps (a shared edge is no overlap), over all zone sets valid on a day, by zone set and code.
    /// </summary>
    /// <param name="polygon">Polygon or MultiPolygon with its SRID set; valid.</param>
    /// <param name="on">The day.</param>
    /// <param name="zoneSets">Only these zone sets; null for all.</param>
    /// <param name="limit">Most zones to return; at least 1.</param>
    /// <param name="asOf">Dataset version; null for the latest.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="StoreException">The polygon is of another type, empty, invalid or without SRID.</exception>
    public Task<IReadOnlyList<ZoneOverlap>> LookupPolygonAsync(
        Geometry polygon, DateOnly on, IReadOnlyCollection<string>? zoneSets, int limit, long? asOf = null, CancellationToken cancellation = default) =>
        LookupAsync(
            PolygonSql, cancellation, Sql.Bigint(versions.Resolve(asOf)), Sql.Bytes(Ewkb.Write(polygon, polygon.SRID, "the polygon asked about")), Sql.Date(on),
            Sql.TextsOrNull(zoneSets), Sql.Integer(limit));

    /// <summary>Where the zones of two sets overlap, and by how many square metres; by target, then source.</summary>
    /// <param name="sourceZoneSet">Key of the one zone set.</param>
    /// <param name="targetZoneSet">Key of the other.</param>
    /// <param name="asOf">Dataset version; null for the latest.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<(int Source, int Target, double AreaM2)>> ListOverlapsAsync(
        string sourceZoneSet, string targetZoneSet, long? asOf = null, CancellationToken cancellation = default)
    {
        await using var rows = await QueryAsync(
            "cutting zones", OverlapsSql, cancellation, Sql.Bigint(versions.Resolve(asOf)), Sql.Text(sourceZoneSet), Sql.Text(targetZoneSet));
        var overlaps = new List<(int, int, double)>();
        while (await rows.ReadAsync(cancellation))
            overlaps.Add(rows.Overlap());
        return overlaps;
    }

    /// <summary>Ordinals of the zones whose point inside lies in a zone, ascending; a zone without an outline lies in none.</summary>
    /// <param name="zoneSet">Key of the zone set.</param>
    /// <param name="place">The zone, of this or another set.</param>
    /// <param name="asOf">Dataset version; null for the latest.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<int>> ListInsideAsync(string zoneSet, ZoneKey place, long? asOf = null, CancellationToken cancellation = default)
    {
        await using var rows = await QueryAsync(
            "finding zones inside", InsideSql, cancellation, Sql.Bigint(versions.Resolve(asOf)), Sql.Text(zoneSet), Sql.Text(place.ZoneSet), Sql.Text(place.Code));
        var ordinals = new List<int>();
        while (await rows.ReadAsync(cancellation))
            ordinals.Add(rows.Integer(0));
        return ordinals;
    }

    /// <summary>The boundaries of an områdesatsing, the oldest first.</summary>
    /// <param name="key">Key of the områdesatsing.</param>
    /// <param name="srid">EPSG code wanted.</param>
    /// <param name="asOf">Dataset version; null for the latest.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<BoundaryInfo>> ListOmradesatsingBoundariesAsync(
        string key, int srid = StoredSrid, long? asOf = null, CancellationToken cancellation = default)
    {
        await using var rows = await QueryAsync(
            "reading boundaries", BoundarySql, cancellation, Sql.Bigint(versions.Resolve(asOf)), Sql.Text(key), Sql.Integer(srid));
        var boundaries = new List<BoundaryInfo>();
        while (await rows.ReadAsync(cancellation))
            boundaries.Add(rows.Boundary(srid));
        return boundaries;
    }

    private async Task<IReadOnlyList<ZoneOverlap>> LookupAsync(string sql, CancellationToken cancellation, params NpgsqlParameter[] parameters)
    {
        await using var rows = await QueryAsync("looking up zones", sql, cancellation, parameters);
        var overlaps = new List<ZoneOverlap>();
        while (await rows.ReadAsync(cancellation))
            overlaps.Add(new(rows.Zone(), rows.NumberOrNull(14), rows.NumberOrNull(15)));
        return overlaps;
    }

    private Task<OutlineRows> QueryAsync(string doing, string sql, CancellationToken cancellation, params NpgsqlParameter[] parameters) =>
        DatabaseFaults.GuardAsync(doing, () => OutlineRows.OpenAsync(dataSource, doing, sql, parameters, cancellation));
}
