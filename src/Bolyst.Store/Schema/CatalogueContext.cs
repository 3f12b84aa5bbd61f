using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Bolyst.Store.Schema;

/// <summary>The schema as EF Core sees it. Reads only: deliveries are written by <see cref="ImportSession"/>.</summary>
internal sealed partial class CatalogueContext(DbContextOptions<CatalogueContext> options) : DbContext(options)
{
    /// <summary>The PostgreSQL schema that holds every table.</summary>
    public const string Name = "bolyst";

    /// <summary>Where EF Core notes the migrations that have run.</summary>
    public const string MigrationTable = "schema_migration";

    public DbSet<DeliveryRow> Deliveries => Set<DeliveryRow>();

    public DbSet<DeliveredFileRow> DeliveredFiles => Set<DeliveredFileRow>();

    public static DbContextOptions<CatalogueContext> OptionsFor(NpgsqlDataSource dataSource) =>
        new DbContextOptionsBuilder<CatalogueContext>()
            .UseNpgsql(dataSource, postgres => postgres.MigrationsHistoryTable(MigrationTable, Name))
            .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
            // Migrations are hand-written SQL, so there is no model snapshot to compare with.
            .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning))
            .Options;

    public IQueryable<ZoneSetAt> ZoneSetsAt(long asOf) => FromExpression(() => ZoneSetsAt(asOf));

    public IQueryable<ZoneOf> ZonesOf(string zoneSet, long asOf) => FromExpression(() => ZonesOf(zoneSet, asOf));

    public IQueryable<ZoneLinkAt> ZoneLinksAt(long asOf) => FromExpression(() => ZoneLinksAt(asOf));

    public IQueryable<IndicatorAt> IndicatorsAt(long asOf) => FromExpression(() => IndicatorsAt(asOf));

    public IQueryable<DeliveredColumnAt> DeliveredColumnsAt(long asOf) => FromExpression(() => DeliveredColumnsAt(asOf));

    public IQueryable<OmradesatsingAt> OmradesatsingerAt(long asOf) => FromExpression(() => OmradesatsingerAt(asOf));

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasDefaultSchema(Name);
        modelBuilder.Entity<DeliveryRow>().ToTable("delivery").HasKey(delivery => delivery.Version);
        modelBuilder.Entity<DeliveredFileRow>().ToTable("delivered_file").HasKey(file => new { file.Version, file.Name });
        modelBuilder.Entity<DeliveryRow>().Property(delivery => delivery.Report).HasColumnType("jsonb");
        Function<ZoneSetAt>(modelBuilder, nameof(ZoneSetsAt), "zone_set_at");
        Function<ZoneOf>(modelBuilder, nameof(ZonesOf), "zone_of");
        Function<ZoneLinkAt>(modelBuilder, nameof(ZoneLinksAt), "zone_link_at");
        Function<IndicatorAt>(modelBuilder, nameof(IndicatorsAt), "indicator_at");
        Function<DeliveredColumnAt>(modelBuilder, nameof(DeliveredColumnsAt), "delivered_column_at");
        Function<OmradesatsingAt>(modelBuilder, nameof(OmradesatsingerAt), "omradesatsing_at");
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
            property.SetColumnName(WordStart().Replace(property.Name, "_$0").ToLowerInvariant());
    }

    private static void Function<TRow>(ModelBuilder modelBuilder, string method, string function)
        where TRow : class
    {
        modelBuilder.Entity<TRow>().HasNoKey().ToView(null);
        modelBuilder.HasDbFunction(typeof(CatalogueContext).GetMethod(method)!).HasName(function).HasSchema(Name);
    }

    [GeneratedRegex("(?<!^)[A-Z]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WordStart();
}
