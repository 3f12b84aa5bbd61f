using Bolyst.Store.Model;
using Bolyst.Store.Tests.Coverage;
using NetTopologySuite.Geometries;

namespace Bolyst.Store.Tests;

public class TilesTests
{
    // (262 000, 6 650 000) in EPSG:25833 is 10.74 east, 59.92 north (cs2cs EPSG:25833 EPSG:4326); (10.74 + 180) / 360 * 1024 = 542.5; the row from the web mercator formula is 297.
    private static readonly TileKey Oslo = new(10, 542, 297);

    [Fact]
    public async Task A_tile_is_one_layer_and_the_same_bytes_each_time()
    {
        await using var fixture = await StoreFixture.CreateAsync();
        await ImportAsync(fixture, "a", Zones());

        var tile = await fixture.Store.Tiles.ReadAsync("soner", Oslo, named: true);

        Assert.NotEmpty(tile);
        Assert.Equal(tile, await fixture.Store.Tiles.ReadAsync("soner", Oslo, named: true));
        await using var second = await BolystStore.OpenAsync(fixture.ConnectionString, new StoreOptions());
        Assert.Equal(tile, await second.Tiles.ReadAsync("soner", Oslo, named: true));
        Assert.NotEqual(tile, await fixture.Store.Tiles.ReadAsync("soner", Oslo, named: false));
        Assert.Empty(await fixture.Store.Tiles.ReadAsync("soner", Oslo with { Column = 0 }, named: true));
    }

    [Fact]
    public async Task An_older_version_keeps_its_tiles()
    {
        await using var fixture = await StoreFixture.CreateAsync();
        var first = await ImportAsync(fixture, "a", Zones());
        var before = await fixture.Store.Tiles.ReadAsync("soner", Oslo, named: true);
        await ImportAsync(fixture, "b", Zones()[..5]);

        Assert.NotEqual(before, await fixture.Store.Tiles.ReadAsync("soner", Oslo, named: true));
        Assert.Equal(before, await fixture.Store.Tiles.ReadAsync("soner", Oslo, named: true, asOf: first));
    }

    [Fact]
    public async Task Every_zone_has_a_shape_at_every_zoom()
    {
        await using var fixture = await StoreFixture.CreateAsync();
        await ImportAsync(fixture, "a", Zones());
        Assert.Equal(25 * 15, await fixture.CountAsync("zone_shape"));
        Assert.Equal(25, await fixture.ScalarAsync<long>("SELECT count(*) FROM bolyst.zone_shape WHERE zoom = 0 AND ST_GeometryType(geom) = 'ST_Point'"));
    }

    [Fact]
    public async Task The_planner_knows_the_shapes_as_soon_as_they_are_there()
    {
        await using var fixture = await StoreFixture.CreateAsync();
        await ImportAsync(fixture, "a", Zones());
        Assert.Equal(15, await fixture.ScalarAsync<long>("SELECT count(*) FROM pg_stats WHERE tablename LIKE 'zone\\_shape\\_z%' AND attname = 'zone_set_id'"));
    }

    [Fact]
    public async Task Borders_drawn_one_by_one_are_mended_and_it_is_told_by_how_much()
    {
        await using var fixture = await StoreFixture.CreateAsync();
        await ImportAsync(fixture, "a", Zones(offset: 0.5));

        Assert.InRange(await fixture.ScalarAsync<double>("SELECT widest_m FROM bolyst.zone_shape_mending"), 0.01, 1);
        // Drawn twice the borders would enclose slivers; mended, the union is one ring.
        Assert.Equal(0, await fixture.ScalarAsync<int>("SELECT ST_NumInteriorRings(ST_GeometryN(ST_Union(geom), 1)) FROM bolyst.zone_shape WHERE zoom = 14"));
        Assert.Equal(1, await fixture.ScalarAsync<int>("SELECT ST_NumGeometries(ST_Union(geom)) FROM bolyst.zone_shape WHERE zoom = 14"));
    }

    /// <summary>Before 0040 shapes were in metres of EPSG:3857, and code and name were looked up.</summary>
    [Fact]
    public async Task Shapes_stored_in_metres_become_the_same_tiles()
    {
        await using var fixture = await StoreFixture.CreateAsync();
        await ImportAsync(fixture, "a", Zones());
        await ImportAsync(fixture, "b", Zones()[..5]);
        TileKey[] tiles = [Oslo, new(0, 0, 0), new(8, Oslo.Column / 4, Oslo.Row / 4), TileKey.At(12, 10.74, 59.92)];
        var before = await TilesAsync(fixture.Store);
        await fixture.RunAsync("""
            ALTER TABLE bolyst.zone_shape DROP COLUMN code, DROP COLUMN name,
                ALTER COLUMN geom TYPE geometry(Geometry, 3857) USING bolyst.web_mercator_of_steps(geom, zoom);
            DROP FUNCTION bolyst.tile_box, bolyst.web_mercator_of_steps;
            DELETE FROM bolyst.schema_migration WHERE "MigrationId" = '0040-tile-steps';
            """);

        await using var migrated = await BolystStore.OpenAsync(fixture.ConnectionString, new StoreOptions());

        Assert.All(before, Assert.NotEmpty);
        Assert.Equal(before, await TilesAsync(migrated));
        Assert.Equal("BL001", (await Assert.ThrowsAsync<Npgsql.PostgresException>(() => fixture.RunAsync("UPDATE bolyst.zone_shape SET name = ''"))).SqlState);

        async Task<List<byte[]>> TilesAsync(BolystStore store)
        {
            var read = new List<byte[]>();
            foreach (var tile in tiles)
            {
                foreach (var version in (long[])[1, 2])
                    read.Add(await store.Tiles.ReadAsync("soner", tile, named: true, asOf: version));
            }

            return read;
        }
    }

    [Fact]
    public async Task An_unknown_zone_set_is_named()
    {
        await using var fixture = await StoreFixture.CreateAsync();
        var fault = await Assert.ThrowsAsync<StoreException>(async () => await fixture.Store.Tiles.ReadAsync("nowhere", Oslo, named: true));
        Assert.Contains("nowhere", fault.Message, StringComparison.Ordinal);
    }

    private static async Task<long> ImportAsync(StoreFixture fixture, string delivery, ZoneRow[] zones)
    {
        await using var session = await fixture.Store.BeginImportAsync(StoreFixture.Delivery(delivery));
        await session.AddZoneSetAsync(StoreFixture.ZoneSet("soner"), zones);
        return await session.CommitAsync("{}");
    }

    /// <summary>The tessellation in EPSG:25833, where Oslo lies about (262 000, 6 650 000).</summary>
    private static ZoneRow[] Zones(double offset = 0) =>
    [
        .. Tessellation.Cells(side: 5, seed: 1, offset).Select((cell, i) =>
        {
            var outline = NetTopologySuite.Geometries.Utilities.AffineTransformation.TranslationInstance(262_000 - 1_190_000, 6_650_000 - 8_380_000).Transform(cell);
            outline.SRID = 25833;
            return new ZoneRow($"{i:00}", "Sone", (MultiPolygon)outline);
        }),
    ];
}
