using Bolyst.Store.Schema;
using Bolyst.Testing;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using static Bolyst.Store.Tests.StoreFixture;

namespace Bolyst.Store.Tests.Schema;

public class SchemaTests
{
    [Fact]
    public async Task Many_that_open_an_empty_database_together_migrate_it_once()
    {
        await using var database = await TestDatabase.CreateAsync();
        var stores = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => BolystStore.OpenAsync(database.ConnectionString, new StoreOptions())));

        await using var command = stores[0].DataSource.CreateCommand("""SELECT string_agg("MigrationId", ',' ORDER BY "MigrationId") FROM bolyst.schema_migration""");
        Assert.Equal("0001-tables,0002-as-of,0003-omradesatsinger,0010-zone-shapes,0020-features,0030-water,0040-tile-steps,0050-extents", await command.ExecuteScalarAsync());
        foreach (var store in stores)
            await store.DisposeAsync();
    }

    [Fact]
    public async Task A_database_of_a_newer_bolyst_is_refused()
    {
        await using var fixture = await CreateAsync();
        await fixture.RunAsync("INSERT INTO bolyst.schema_migration VALUES ('9999-from-the-future', '99')");
        var fault = await Assert.ThrowsAsync<StoreException>(() => BolystStore.OpenAsync(fixture.ConnectionString, new StoreOptions()));

        Assert.Equal(StoreFault.DatabaseNewer, fault.Fault);
        Assert.Contains("9999-from-the-future", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_server_is_told_with_its_address()
    {
        var settings = new NpgsqlConnectionStringBuilder { Host = "127.0.0.1", Port = 1, Username = "ingen" };
        var fault = await Assert.ThrowsAsync<StoreException>(() => BolystStore.OpenAsync(settings.ConnectionString, new StoreOptions()));

        Assert.Equal(StoreFault.DatabaseUnreachable, fault.Fault);
        Assert.Contains("127.0.0.1:1", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_is_not_there_is_told()
    {
        await using var fixture = await CreateAsync();
        var settings = new NpgsqlConnectionStringBuilder(fixture.ConnectionString) { Database = "bolyst_finst_ikkje" };
        var fault = await Assert.ThrowsAsync<StoreException>(() => BolystStore.OpenAsync(settings.ConnectionString, new StoreOptions()));

        Assert.Equal(StoreFault.DatabaseUnreachable, fault.Fault);
        Assert.Contains("bolyst_finst_ikkje", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_without_postgis_and_without_the_right_to_create_it_is_told()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var server = NpgsqlDataSource.Create(database.ConnectionString);
        var role = "bolyst_gjest_" + Guid.NewGuid().ToString("N");
        await using (var create = server.CreateCommand($"CREATE ROLE {role}"))
            await create.ExecuteNonQueryAsync();
        try
        {
            var settings = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Options = "-c role=" + role };
            var fault = await Assert.ThrowsAsync<StoreException>(() => BolystStore.OpenAsync(settings.ConnectionString, new StoreOptions()));

            Assert.Equal(StoreFault.PostgisMissing, fault.Fault);
            Assert.Contains("CREATE EXTENSION postgis", fault.Message, StringComparison.Ordinal);
        }
        finally
        {
            await using var drop = server.CreateCommand($"DROP ROLE {role}");
            await drop.ExecuteNonQueryAsync();
        }
    }

    [Fact]
    public async Task No_statement_changes_what_was_delivered()
    {
        await using var fixture = await CreateAsync();
        var tables = (await fixture.ScalarAsync<string[]>(
            "SELECT array_agg(tablename::text) FROM pg_tables WHERE schemaname = 'bolyst' AND tablename <> 'schema_migration'")).Order(StringComparer.Ordinal).ToArray();

        // 20 tables, and a partition of zone_shape for each of 15 zooms.
        Assert.Equal(20 + 15, tables.Length);
        foreach (var table in tables)
        {
            var column = await fixture.ScalarAsync<string>($"SELECT column_name::text FROM information_schema.columns WHERE table_schema = 'bolyst' AND table_name = '{table}' AND is_generated = 'NEVER' AND is_identity = 'NO' LIMIT 1");
            foreach (var sql in new[] { $"UPDATE bolyst.{table} SET {column} = {column}", $"DELETE FROM bolyst.{table}", $"TRUNCATE bolyst.{table} CASCADE" })
            {
                var fault = await Assert.ThrowsAsync<PostgresException>(() => fixture.RunAsync(sql));
                Assert.Equal("BL001", fault.SqlState);
            }
        }
    }

    [Fact]
    public async Task A_page_of_zones_is_found_by_code_and_not_by_offset()
    {
        await using var fixture = await CreateAsync();
        await using var context = new CatalogueContext(CatalogueContext.OptionsFor(fixture.Store.DataSource));
        var sql = Catalogue.Page(Catalogue.Zones(context, 7, "rekke", null), "0301", 10).ToQueryString();

        Assert.Equal(
            """
            -- @zoneSet='rekke'
            -- @asOf='7'
            -- @afterCode='0301'
            -- @p4='10'
            SELECT z.area_m2, z.code, z.max_x, z.max_y, z.min_x, z.min_y, z.name, z.ordinal, z.part_count, z.point_x, z.point_y, z.polygon_count, z.version, z.zone_id, z.zone_set
            FROM bolyst.zone_of(@zoneSet, @asOf) AS z
            WHERE z.code > @afterCode
            ORDER BY z.code
            LIMIT @p4
            """,
            sql);
    }
}
