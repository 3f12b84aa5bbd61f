using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Bolyst.Store.Schema;

/// <summary>The schema as EF Core sees it. Reads only: deliveries are written by <see cref="ImportSession"/>.</summary>
internal sealed class CatalogueContext(DbContextOptions<CatalogueContext> options) : DbContext(options)
{
    /// <summary>The PostgreSQL schema that holds every table.</summary>
    public const string Name = "bolyst";

    /// <summary>Where EF Core notes the migrations that have run.</summary>
    public const string MigrationTable = "schema_migration";

    public static DbContextOptions<CatalogueContext> OptionsFor(NpgsqlDataSource dataSource) =>
        new DbContextOptionsBuilder<CatalogueContext>()
            .UseNpgsql(dataSource, postgres => postgres.MigrationsHistoryTable(MigrationTable, Name))
            .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
            // Migrations are hand-written SQL, so there is no model snapshot to compare with.
            .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning))
            .Options;
}
