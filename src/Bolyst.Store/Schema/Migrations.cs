using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Bolyst.Store.Schema;

/// <summary>A step of the schema: one SQL file, forward only. Going back is restoring a backup.</summary>
internal abstract class SqlMigration : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var id = GetType().GetCustomAttributes(typeof(MigrationAttribute), inherit: false).Cast<MigrationAttribute>().Single().Id;
        migrationBuilder.Sql(SqlText.Read($"Schema/{id}.sql"));
    }
}

[DbContext(typeof(CatalogueContext))]
[Migration("0001-tables")]
internal sealed class Tables : SqlMigration;

[DbContext(typeof(CatalogueContext))]
[Migration("0002-as-of")]
internal sealed class AsOf : SqlMigration;

[DbContext(typeof(CatalogueContext))]
[Migration("0003-omradesatsinger")]
internal sealed class Omradesatsinger : SqlMigration;

[DbContext(typeof(CatalogueContext))]
[Migration("0010-zone-shapes")]
internal sealed class ZoneShapes : SqlMigration;

[DbContext(typeof(CatalogueContext))]
[Migration("0020-features")]
internal sealed class FeatureLayers : SqlMigration;

[DbContext(typeof(CatalogueContext))]
[Migration("0030-water")]
internal sealed class Water : SqlMigration;

[DbContext(typeof(CatalogueContext))]
[Migration("0040-tile-steps")]
internal sealed class TileSteps : SqlMigration;

[DbContext(typeof(CatalogueContext))]
[Migration("0050-extents")]
internal sealed class Extents : SqlMigration;
