using System.Runtime.CompilerServices;
using Bolyst.Store.Model;
using Bolyst.Store.Schema;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using Npgsql;

namespace Bolyst.Store;

/// <summary>
/// Layers of features as GIS asks for them: the zones of a zone set, by ordinal; <see cref="Boundaries"/>, by key and first day; or
/// <see cref="Water"/>, by key and delivery. Only outlines are read here; values are the cube's.
/// </summary>
public sealed class Features
{
    /// <summary>The layer of the boundaries of all områdesatsingar. An underscore, so that it is no key of a zone set.</summary>
    public const string Boundaries = "omradesatsing_grenser";

    /// <summary>The layer of all water.</summary>
    public const string Water = "vann_flater";

    private static readonly string OutlineSql = SqlText.Read("Read/feature-outlines.sql");
    private static readonly string RelationSql = SqlText.Read("Read/feature-relation.sql");
    private static readonly string ExtentSql = SqlText.Read("Read/feature-extent.sql");
    private static readonly string BoxSql = SqlText.Read("Read/box.sql");
    private static readonly string BoundarySql = SqlText.Read("Read/feature-boundaries.sql");
    private static readonly string WaterSql = SqlText.Read("Read/water.sql");
    private static readonly string ZoneShapeSql = SqlText.Read("Read/zone-shapes.sql");
    private static readonly string LayerShapeSql = SqlText.Read("Read/layer-shapes.sql");

    private readonly NpgsqlDataSource dataSource;
    private readonly DatasetVersions versions;

    internal Features(NpgsqlDataSource dataSource, DatasetVersions versions)
    {
        this.dataSource = dataSource;
        this.versions = versions;
    }

    /// <summary>Outlines of features as GeoJSON geometries (always MultiPolygon), in the order asked for; null for one without.</summary>
    /// <param name="layer">Key of a zone set, <see cref="Boundaries"/> or <see cref="Water"/>.</param>
    /// <param name="ordinals">Which features.</param>
    /// <param name="form">How coordinates are written.</param>
    /// <param name="asOf">Dataset version; null for the latest.</param>
    /// <param name="cancellation">Gives up.</param>
    public async IAsyncEnumerable<string?> OutlinesAsync(
        string layer, IReadOnlyCollection<int> ordinals, CoordinateForm form, long? asOf = null, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await using var rows = await QueryAsync(
            "reading features", OutlineSql, cancellation, Sql.Bigint(versions.Resolve(asOf)), Sql.Text(layer), Sql.Array(ordinals), Sql.Integer(form.Srid),
            Sql.Boolean(form.NorthFirst), Sql.Integer(form.Decimals));
        while (await rows.ReadAsync(cancellation))
            yield return rows.TextOrNull(0);
    }

    /// <summary>Every feature with its shape, by ordinal, read as they are asked for.</summary>
    /// <param name="layer">Key of a zone set, <see cref="Boundaries"/> or <see cref="Water"/>.</param>
    /// <param name="srid">EPSG code wanted; <see cref="Outlines.StoredSrid"/> is exact, others are transformed.</param>
    /// <param name="withOutline">False for points inside alone, which costs no more than their few bytes.</param>
    /// <param name="asOf">Dataset version; null for the latest.</param>
    /// <param name="cancellation">Gives up.</param>
    public async IAsyncEnumerable<FeatureShape> ShapesAsync(
        string layer, int srid, bool withOutline, long? asOf = null, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await using var rows = await QueryAsync(
            "reading shapes", layer is Boundaries or Water ? LayerShapeSql : ZoneShapeSql, cancellation, Sql.Bigint(versions.Resolve(asOf)), Sql.Text(layer), Sql.Integer(srid), Sql.Boolean(withOutline));
        while (await rows.ReadAsync(cancellation))
            yield return rows.FeatureShape(srid);
    }

    /// <summary>A coordinate reference system as well-known text (OGC 01-009).</summary>
    /// <param name="srid">EPSG code; one that PostGIS knows.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<string> ReferenceSystemAsync(int srid, CancellationToken cancellation = default) =>
        DatabaseFaults.GuardAsync("reading a reference system", async () =>
        {
            await using var command = dataSource.CreateCommand("SELECT srtext FROM spatial_ref_sys WHERE srid = $1");
            command.Parameters.Add(Sql.Integer(srid));
            return (string)(await command.ExecuteScalarAsync(cancellation))!;
        });

    /// <summary>Ordinals of the features that stand in a relation to a geometry, in no order.</summary>
    /// <param name="layer">Key of a zone set, <see cref="Boundaries"/> or <see cref="Water"/>.</param>
    /// <param name="relation">The relation, read as "feature relation geometry".</param>
    /// <param name="geometry">Any geometry with its SRID set; east before north.</param>
    /// <param name="asOf">Dataset version; null for the latest.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<int>> RelatedAsync(
        string layer, SpatialRelation relation, Geometry geometry, long? asOf = null, CancellationToken cancellation = default)
    {
        var ewkb = new WKBWriter(ByteOrder.LittleEndian, handleSRID: true, emitZ: false, emitM: false).Write(geometry);
        await using var rows = await QueryAsync(
            "looking for features", RelationSql, cancellation, Sql.Bigint(versions.Resolve(asOf)), Sql.Text(layer), Sql.Bytes(ewkb), Sql.Text(relation.ToString()));
        var ordinals = new List<int>();
        while (await rows.ReadAsync(cancellation))
            ordinals.Add(rows.Integer(0));
        return ordinals;
    }

    /// <summary>Where a layer's features are.</summary>
    /// <param name="layer">Key of a zone set, <see cref="Boundaries"/> or <see cref="Water"/>.</param>
    /// <param name="asOf">Dataset version; null for the latest.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<FeatureExtent> ExtentAsync(string layer, long? asOf = null, CancellationToken cancellation = default)
    {
        await using var rows = await QueryAsync("reading an extent", ExtentSql, cancellation, Sql.Bigint(versions.Resolve(asOf)), Sql.Text(layer));
        await rows.ReadAsync(cancellation);
        return new(rows.ValueOrNull<int[]>(0) ?? [], rows.ValueOrNull<double[]>(1), rows.ValueOrNull<double[]>(2), rows.Bigint(3));
    }

    /// <summary>
    /// West, south, east and north edge of outlines; null when there are none. The smallest rectangle in <see cref="Outlines.StoredSrid"/>,
    /// one that surely holds it in others.
    /// </summary>
    /// <param name="layer">Key of a zone set, <see cref="Boundaries"/> or <see cref="Water"/>.</param>
    /// <param name="srid">EPSG code wanted.</param>
    /// <param name="ordinals">Which features; null for all.</param>
    /// <param name="asOf">Dataset version; null for the latest.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<double[]?> BoxAsync(
        string layer, int srid, IReadOnlyCollection<int>? ordinals = null, long? asOf = null, CancellationToken cancellation = default)
    {
        await using var rows = await QueryAsync(
            "reading a rectangle", BoxSql, cancellation, Sql.Bigint(versions.Resolve(asOf)), Sql.Text(layer), Sql.Integer(srid), Sql.IntegersOrNull(ordinals));
        await rows.ReadAsync(cancellation);
        return rows.ValueOrNull<double[]>(0);
    }

    /// <summary>The boundaries of all områdesatsingar, by ordinal.</summary>
    /// <param name="asOf">Dataset version; null for the latest.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<BoundaryHead>> ListBoundariesAsync(long? asOf = null, CancellationToken cancellation = default)
    {
        await using var rows = await QueryAsync("reading boundaries", BoundarySql, cancellation, Sql.Bigint(versions.Resolve(asOf)));
        var boundaries = new List<BoundaryHead>();
        while (await rows.ReadAsync(cancellation))
            boundaries.Add(rows.BoundaryHead());
        return boundaries;
    }

    /// <summary>All water, by ordinal.</summary>
    /// <param name="asOf">Dataset version; null for the latest.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<WaterInfo>> ListWaterAsync(long? asOf = null, CancellationToken cancellation = default)
    {
        await using var rows = await QueryAsync("reading water", WaterSql, cancellation, Sql.Bigint(versions.Resolve(asOf)));
        var surfaces = new List<WaterInfo>();
        while (await rows.ReadAsync(cancellation))
            surfaces.Add(rows.Water());
        return surfaces;
    }

    private Task<OutlineRows> QueryAsync(string doing, string sql, CancellationToken cancellation, params NpgsqlParameter[] parameters) =>
        DatabaseFaults.GuardAsync(doing, () => OutlineRows.OpenAsync(dataSource, doing, sql, parameters, cancellation));
}

/// <summary>How a feature stands to a geometry (OGC 06-103r4, the predicates of the nine-intersection model).</summary>
public enum SpatialRelation
{
    /// <summary>They share a point.</summary>
    Intersects,

    /// <summary>The geometry lies in the feature.</summary>
    Contains,

    /// <summary>The feature lies in the geometry.</summary>
    Within,

    /// <summary>They share an edge or a corner and nothing inside.</summary>
    Touches,

    /// <summary>A line runs in and out of the feature.</summary>
    Crosses,

    /// <summary>They share an area and each has more of its own.</summary>
    Overlaps,

    /// <summary>They are the same area.</summary>
    Equals,
}

/// <summary>How coordinates are written.</summary>
/// <param name="Srid">EPSG code.</param>
/// <param name="NorthFirst">True for north (latitude) before east (longitude).</param>
/// <param name="Decimals">Decimals; 0 or more.</param>
public sealed record CoordinateForm(int Srid, bool NorthFirst, int Decimals);

/// <summary>Where a layer's features are.</summary>
/// <param name="WithoutOutline">Ordinals of the features without an outline.</param>
/// <param name="Degrees">West, south, east and north of what surely holds all, in degrees (EPSG:4258); null when none has an outline.</param>
/// <param name="Metres">The same in <see cref="Outlines.StoredSrid"/>, exactly.</param>
/// <param name="OutlineBytes">Bytes of the outlines as the database keeps them, compressed where it found that worth while.</param>
public sealed record FeatureExtent(IReadOnlyList<int> WithoutOutline, double[]? Degrees, double[]? Metres, long OutlineBytes);

/// <summary>Where a feature is: east before north, longitude before latitude, in the system asked for.</summary>
/// <param name="Ordinal">Which feature.</param>
/// <param name="Point">A point that is surely inside; null for a feature without an outline.</param>
/// <param name="Outline">Its outline; null where there is none or none was asked for.</param>
/// <param name="Box">West, south, east and north edge of the outline; null like it.</param>
public sealed record FeatureShape(int Ordinal, (double East, double North)? Point, Outline? Outline, double[]? Box);
