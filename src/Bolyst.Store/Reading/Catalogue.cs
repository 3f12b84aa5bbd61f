using Bolyst.Statistics;
using Bolyst.Store.Model;
using Bolyst.Store.Schema;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Bolyst.Store;

/// <summary>
/// What the store holds, without the numbers: zone sets, zones, links, indicators, deliveries, områdesatsingar. Every read takes
/// the dataset version to read as of (null: the latest) and gives the same answer for the same version for ever.
/// </summary>
public sealed partial class Catalogue
{
    private readonly DbContextOptions<CatalogueContext> options;
    private readonly DatasetVersions versions;

    internal Catalogue(NpgsqlDataSource dataSource, DatasetVersions versions)
    {
        options = CatalogueContext.OptionsFor(dataSource);
        this.versions = versions;
    }

    /// <summary>Every zone set, by key.</summary>
    /// <param name="asOf">Dataset version; null for the latest.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<IReadOnlyList<ZoneSetInfo>> ListZoneSetsAsync(long? asOf = null, CancellationToken cancellation = default) =>
        ListAsync("listing zone sets", asOf, (context, version) => context.ZoneSetsAt(version).OrderBy(set => set.Key), Map, cancellation);

    /// <summary>One zone set; null when the store has none with that key.</summary>
    /// <param name="key">Key of the zone set.</param>
    /// <param name="asOf">Dataset version; null for the latest.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<ZoneSetInfo?> FindZoneSetAsync(string key, long? asOf = null, CancellationToken cancellation = default) =>
        FindAsync("looking for a zone set", asOf, (context, version) => context.ZoneSetsAt(version).Where(set => set.Key == key), Map, cancellation);

    /// <summary>Every indicator, by key.</summary>
    /// <param name="zoneSet">Only those with cells for this zone set; null for all.</param>
    /// <param name="asOf">Dataset version; null for the latest.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<IReadOnlyList<IndicatorInfo>> ListIndicatorsAsync(string? zoneSet = null, long? asOf = null, CancellationToken cancellation = default) =>
        ListAsync(
            "listing indicators",
            asOf,
            (context, version) => context.IndicatorsAt(version)
                .Where(indicator => zoneSet == null || context.DeliveredColumnsAt(version).Any(column => column.Indicator == indicator.Key && column.ZoneSet == zoneSet))
                .OrderBy(indicator => indicator.Key),
            Map,
            cancellation);

    /// <summary>One indicator; null when the store has none with that key.</summary>
    /// <param name="key">Key of the indicator.</param>
    /// <param name="asOf">Dataset version; null for the latest.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<IndicatorInfo?> FindIndicatorAsync(string key, long? asOf = null, CancellationToken cancellation = default) =>
        FindAsync("looking for an indicator", asOf, (context, version) => context.IndicatorsAt(version).Where(indicator => indicator.Key == key), Map, cancellation);

    /// <summary>Which columns hold anything, by indicator, period (oldest first) and breakdown.</summary>
    /// <param name="zoneSet">Key of the zone set.</param>
    /// <param name="indicator">Only this indicator; null for all.</param>
    /// <param name="asOf">Dataset version; null for the latest.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<IReadOnlyList<DeliveredColumn>> ListColumnsAsync(string zoneSet, string? indicator = null, long? asOf = null, CancellationToken cancellation = default) =>
        ListAsync(
            "listing columns",
            asOf,
            (context, version) => context.DeliveredColumnsAt(version)
                .Where(column => column.ZoneSet == zoneSet && (indicator == null || column.Indicator == indicator))
                .OrderBy(column => column.Indicator).ThenBy(column => column.EndsBefore).ThenBy(column => column.StartsOn).ThenBy(column => column.Breakdown),
            column => new DeliveredColumn(new(column.ZoneSet, column.Indicator, Period.Parse(column.Period), column.Breakdown), column.Version, column.CellCount, column.ValueCount),
            cancellation);

    /// <summary>Every områdesatsing, by key: those shipped with Bolyst and those delivered.</summary>
    /// <param name="asOf">Dataset version; null for the latest.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<IReadOnlyList<OmradesatsingInfo>> ListOmradesatsingerAsync(long? asOf = null, CancellationToken cancellation = default) =>
        ListAsync("listing områdesatsingar", asOf, (context, version) => context.OmradesatsingerAt(version).OrderBy(satsing => satsing.Key), Map, cancellation);

    /// <summary>One områdesatsing; null when there is none with that key.</summary>
    /// <param name="key">Key of the områdesatsing.</param>
    /// <param name="asOf">Dataset version; null for the latest.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<OmradesatsingInfo?> FindOmradesatsingAsync(string key, long? asOf = null, CancellationToken cancellation = default) =>
        FindAsync("looking for an områdesatsing", asOf, (context, version) => context.OmradesatsingerAt(version).Where(satsing => satsing.Key == key), Map, cancellation);

    private Task<IReadOnlyList<TInfo>> ListAsync<TRow, TInfo>(
        string doing, long? asOf, Func<CatalogueContext, long, IQueryable<TRow>> query, Func<TRow, TInfo> map, CancellationToken cancellation) =>
        DatabaseFaults.GuardAsync<IReadOnlyList<TInfo>>(doing, async () =>
        {
            await using var context = new CatalogueContext(options);
            var rows = await query(context, versions.Resolve(asOf)).ToListAsync(cancellation);
            return rows.ConvertAll(row => map(row));
        });

    private async Task<TInfo?> FindAsync<TRow, TInfo>(
        string doing, long? asOf, Func<CatalogueContext, long, IQueryable<TRow>> query, Func<TRow, TInfo> map, CancellationToken cancellation)
        where TInfo : class =>
        (await ListAsync(doing, asOf, query, map, cancellation)).SingleOrDefault();

    private static ZoneSetInfo Map(ZoneSetAt set) => new(
        set.Key, set.Version, set.Level, new(set.NameNb, set.NameNn, set.NameEn), set.ValidFrom, set.ValidTo, set.IsPartition, set.Licence, set.Source,
        set.BoundariesOfficial, set.ZoneCount, set.OutlineCount);

    private static IndicatorInfo Map(IndicatorAt row) => new(row.IndicatorId, row.Version, new(
        row.Key, new(row.NameNb, row.NameNn, row.NameEn), row.Theme, new(row.DefinitionNb, row.DefinitionNn, row.DefinitionEn), row.Numerator, row.Denominator,
        row.AgeBand, row.Unit, row.Scale, (Polarity)row.Polarity, row.Kind, row.SourceTable, row.Ethnicity, (MeasureForm)row.Form));

    private static OmradesatsingInfo Map(OmradesatsingAt row) => new(
        new(row.Key, row.Name, row.Aliases, row.KommuneCode, row.KommuneName, row.Area, row.StartYear, row.EndYear, (OmradesatsingStatus)row.Status,
            row.Delprogram, row.Goals, row.Funders, row.Predecessors, row.Notes, row.Source),
        row.Version);
}
