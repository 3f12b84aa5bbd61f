using Bolyst.Statistics;
using Bolyst.Store.Import;
using Bolyst.Store.Model;
using Npgsql;

namespace Bolyst.Store;

/// <summary>
/// One delivery on its way in: one transaction on one connection. Disposed without commit, or killed, nothing has happened.
/// One import runs at a time in a database. Not safe for use from several threads.
/// </summary>
public sealed class ImportSession : IAsyncDisposable
{
    // The same first number as the migration lock.
    private const string LockImports = "SELECT pg_advisory_xact_lock(1651469433, 2)";

    private readonly NpgsqlConnection connection;
    private readonly NpgsqlTransaction transaction;
    private readonly DeliveryHead head;
    private readonly DatasetVersions versions;
    private readonly HashSet<string> addedZoneSets = new(StringComparer.Ordinal);
    private readonly HashSet<string> addedIndicators = new(StringComparer.Ordinal);
    private readonly ColumnTally columns = new();

    private ImportSession(NpgsqlConnection connection, NpgsqlTransaction transaction, DeliveryHead head, DatasetVersions versions, long version)
    {
        this.connection = connection;
        this.transaction = transaction;
        this.head = head;
        this.versions = versions;
        Version = version;
    }

    /// <summary>The dataset version that a commit will make.</summary>
    public long Version { get; }

    internal static async Task<ImportSession> BeginAsync(
        NpgsqlDataSource source, DeliveryHead head, DatasetVersions versions, TimeSpan wait, CancellationToken cancellation)
    {
        var connection = await source.OpenConnectionAsync(cancellation);
        try
        {
            var transaction = await connection.BeginTransactionAsync(cancellation);
            await LockAsync(connection, wait, cancellation);
            if (await DeliveryTable.FindAsync(connection, head.Sha256, cancellation) is { } known)
            {
                throw new StoreException(
                    StoreFault.DeliveryKnown,
                    FormattableString.Invariant($"This delivery is in the store already: '{known.Key}', dataset version {known.Version}, committed {known.CommittedAt:yyyy-MM-dd HH:mm} UTC. Nothing was changed."));
            }

            await using var next = new NpgsqlCommand("SELECT coalesce(max(version), 0) + 1 FROM bolyst.delivery", connection);
            return new ImportSession(connection, transaction, head, versions, (long)(await next.ExecuteScalarAsync(cancellation))!);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Adds a zone set, or a new generation of one.</summary>
    /// <param name="zoneSet">What it is.</param>
    /// <param name="zones">Its zones, all of them, read once, in any order.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="StoreException">An outline is refused, or a code stands twice: names the code.</exception>
    public Task<ZoneSetHandle> AddZoneSetAsync(ZoneSetHead zoneSet, IEnumerable<ZoneRow> zones, CancellationToken cancellation = default) =>
        DatabaseFaults.GuardAsync($"adding zone set '{zoneSet.Key}'", async () =>
        {
            if (!addedZoneSets.Add(zoneSet.Key))
                throw new StoreException(StoreFault.GivenTwice, $"Zone set {zoneSet.Key} stands twice in the delivery. Give each a key of its own.");
            await new ZoneLoader(connection, Version).LoadAsync(zoneSet, zones, cancellation);
            return (await ZoneSetLookup.FindAsync(connection, zoneSet.Key, cancellation))!;
        });

    /// <summary>The newest generation of a zone set, in the store or just added; null when there is none.</summary>
    /// <param name="key">Key of the zone set.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<ZoneSetHandle?> FindZoneSetAsync(string key, CancellationToken cancellation = default) =>
        DatabaseFaults.GuardAsync($"looking for zone set '{key}'", () => ZoneSetLookup.FindAsync(connection, key, cancellation));

    /// <summary>The codes of every zone set, in the store or just added.</summary>
    /// <param name="cancellation">Gives up.</param>
    public Task<IReadOnlyList<ZoneSetCodes>> ListZoneSetCodesAsync(CancellationToken cancellation = default) =>
        DatabaseFaults.GuardAsync("listing zone codes", () => ZoneSetLookup.ListCodesAsync(connection, cancellation));

    /// <summary>Adds links between zones. Both zone sets must exist; see <see cref="ZoneLinkKind"/> for which codes must.</summary>
    /// <param name="links">All the delivery's links of each kind between each two zone sets.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="StoreException">A link names a zone that is not there, or stands twice.</exception>
    public Task AddZoneLinksAsync(IReadOnlyList<ZoneLink> links, CancellationToken cancellation = default) =>
        DatabaseFaults.GuardAsync("adding zone links", () => ZoneLinkLoader.LoadAsync(connection, Version, links, cancellation));

    /// <summary>Adds an indicator, or a new version of its description.</summary>
    /// <param name="indicator">What it is.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The indicator's id, the same for the same key for ever.</returns>
    /// <exception cref="StoreException">It stands twice in the delivery, or concerns immigrant background and is not context only.</exception>
    public Task<int> AddIndicatorAsync(IndicatorHead indicator, CancellationToken cancellation = default) =>
        DatabaseFaults.GuardAsync($"adding indicator '{indicator.Key}'", () =>
        {
            if (!addedIndicators.Add(indicator.Key))
                throw new StoreException(StoreFault.GivenTwice, $"Indicator {indicator.Key} stands twice in the delivery. Give each a key of its own.");
            if (indicator.Ethnicity && indicator.Polarity != Polarity.ContextOnly)
                throw new StoreException(StoreFault.ValueRefused, $"Indicator {indicator.Key} concerns immigrant background, so its polarity must be context only: the mapping is independent of ethnic background.");
            return IndicatorTable.AddAsync(connection, Version, indicator, cancellation);
        });

    /// <summary>The id of an indicator, in the store or just added; null when there is none.</summary>
    /// <param name="key">Key of the indicator.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<int?> FindIndicatorAsync(string key, CancellationToken cancellation = default) =>
        DatabaseFaults.GuardAsync($"looking for indicator '{key}'", () => IndicatorTable.FindAsync(connection, key, cancellation));

    /// <summary>
    /// Begins to write observations. Nothing else can be added until the writer is completed; another writer may follow. One that is
    /// disposed without completion ends the import: PostgreSQL gives up a transaction whose COPY was broken off.
    /// </summary>
    /// <param name="cancellation">Gives up.</param>
    public Task<ObservationWriter> BeginObservationsAsync(CancellationToken cancellation = default) =>
        DatabaseFaults.GuardAsync("beginning observations", () => ObservationWriter.BeginAsync(connection, Version, columns, cancellation));

    /// <summary>Adds an områdesatsing, or supersedes the description of one.</summary>
    /// <param name="omradesatsing">What it is.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task AddOmradesatsingAsync(OmradesatsingRow omradesatsing, CancellationToken cancellation = default) =>
        DatabaseFaults.GuardAsync($"adding områdesatsing '{omradesatsing.Key}'", () => OmradesatsingTable.AddAsync(connection, Version, omradesatsing, cancellation));

    /// <summary>Adds a boundary of an områdesatsing that the store holds or the delivery has added.</summary>
    /// <param name="boundary">The boundary.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="StoreException">No such områdesatsing, or the outline is refused.</exception>
    public Task AddOmradesatsingBoundaryAsync(OmradesatsingBoundary boundary, CancellationToken cancellation = default) =>
        DatabaseFaults.GuardAsync($"adding a boundary of områdesatsing '{boundary.Key}'", () => OmradesatsingTable.AddBoundaryAsync(connection, Version, boundary, cancellation));

    /// <summary>Adds water, which replaces what an earlier delivery brought under the same key.</summary>
    /// <param name="water">Its key, licence and source.</param>
    /// <param name="surfaces">All its surfaces, at least one.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="StoreException">The key stands twice in the delivery, there is no surface, or an outline is refused.</exception>
    public Task AddWaterAsync(WaterHead water, IReadOnlyList<WaterSurface> surfaces, CancellationToken cancellation = default) =>
        DatabaseFaults.GuardAsync($"adding water '{water.Key}'", () => WaterTable.AddAsync(connection, Version, water, surfaces, cancellation));

    /// <summary>Makes the delivery part of the store, at once and whole, and tells every listening process.</summary>
    /// <param name="reportJson">The validation report, a JSON document.</param>
    /// <param name="cancellation">Gives up, unless the commit has been sent.</param>
    /// <returns>The new dataset version.</returns>
    public Task<long> CommitAsync(string reportJson, CancellationToken cancellation = default) =>
        DatabaseFaults.GuardAsync($"committing '{head.Key}'", async () =>
        {
            await columns.WriteAsync(connection, Version, cancellation);
            await DeliveryTable.InsertAsync(connection, Version, head, reportJson, cancellation);

            // The next read must not plan with the statistics of the store before a large delivery.
            await using var finish = new NpgsqlCommand(
                """
                ANALYZE bolyst.observation, bolyst.zone, bolyst.zone_generation, bolyst.zone_link;
                SELECT pg_notify('bolyst_dataset', (SELECT max(version)::text FROM bolyst.delivery))
                """,
                connection);
            await finish.ExecuteNonQueryAsync(cancellation);
            await transaction.CommitAsync(cancellation);
            versions.Announce(Version); // the caller reads what it wrote without waiting for the notice
            return Version;
        });

    /// <summary>Ends the import. What was not committed never happened.</summary>
    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }

    private static async Task LockAsync(NpgsqlConnection connection, TimeSpan wait, CancellationToken cancellation)
    {
        // A lock_timeout of 0 would wait for ever.
        var milliseconds = Math.Max(1, (long)wait.TotalMilliseconds);
        await using var command = new NpgsqlCommand(
            FormattableString.Invariant($"SET LOCAL lock_timeout = {milliseconds}; {LockImports}; SET LOCAL lock_timeout = DEFAULT"), connection);
        try
        {
            await command.ExecuteNonQueryAsync(cancellation);
        }
        catch (PostgresException fault) when (fault is { SqlState: PostgresErrorCodes.LockNotAvailable })
        {
            throw new StoreException(
                StoreFault.ImportInProgress,
                FormattableString.Invariant($"Another import is running; waited {wait.TotalSeconds:0.#} s for it. Nothing was changed: wait for it to end and run this one again."),
                fault);
        }
    }
}
