using Bolyst.Store.Import;
using Bolyst.Store.Model;
using Bolyst.Store.Schema;
using Npgsql;

namespace Bolyst.Store;

/// <summary>
/// Everything Bolyst keeps, in one PostGIS database: deliveries (immutable, each a dataset version), zones, indicators,
/// observations, områdesatsingar. Safe to use from many threads.
/// </summary>
public sealed class BolystStore : IAsyncDisposable
{
    private readonly StoreOptions options;
    private readonly NpgsqlDataSource importSource;

    private BolystStore(NpgsqlDataSource dataSource, NpgsqlDataSource importSource, DatasetVersions versions, StoreOptions options)
    {
        DataSource = dataSource;
        Versions = versions;
        Catalogue = new(dataSource, versions);
        Outlines = new(dataSource, versions);
        Features = new(dataSource, versions);
        Indexes = new(dataSource);
        Cube = new(dataSource, Catalogue, versions, options.CubeBytes);
        Tiles = new(dataSource, versions, Cube, options.TileBytes);
        this.importSource = importSource;
        this.options = options;
    }

    /// <summary>The pool of connections, for reads that the catalogue does not offer (tiles).</summary>
    public NpgsqlDataSource DataSource { get; }

    /// <summary>Which dataset versions there are, and when a new one comes.</summary>
    public DatasetVersions Versions { get; }

    /// <summary>What the store holds, without the numbers.</summary>
    public Catalogue Catalogue { get; }

    /// <summary>Outlines, and which zones lie here.</summary>
    public Outlines Outlines { get; }

    /// <summary>Outlines as GIS asks for them, page by page.</summary>
    public Features Features { get; }

    /// <summary>Recipes of indexes and kept results.</summary>
    public IndexArchive Indexes { get; }

    /// <summary>The numbers, as columns in memory.</summary>
    public Cube Cube { get; }

    /// <summary>The outlines as vector tiles.</summary>
    public Tiles Tiles { get; }

    /// <summary>Opens the store: creates PostGIS in the database if it is not there, and migrates under a lock.</summary>
    /// <param name="connectionString">An Npgsql connection string.</param>
    /// <param name="options">Limits.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="StoreException">Unreachable, no PostGIS, or migrated by a newer Bolyst.</exception>
    public static async Task<BolystStore> OpenAsync(string connectionString, StoreOptions options, CancellationToken cancellation = default)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        settings.ApplicationName ??= "bolyst";
        // Reads are short, but outlines look dear to the planner: it would compile each for 400 ms to save nothing.
        settings.Options ??= "-c jit=off";
        // No read changes its session, so there is nothing to set back between two: that would cost a small tile a fifth of its time.
        settings.NoResetOnClose = true;
        var dataSource = NpgsqlDataSource.Create(settings);

        // An import waits for the disk as long as it takes; its caller cancels, no timeout does.
        settings.ApplicationName += " import";
        settings.CommandTimeout = 0;
        settings.Pooling = false;
        // A duplicate is named by its key; the detail holds codes and figures of the delivery itself, never a secret.
        settings.IncludeErrorDetail = true;
        var importSource = NpgsqlDataSource.Create(settings);
        try
        {
            return await DatabaseFaults.GuardAsync("opening the store", async () =>
            {
                await Migrator.MigrateAsync(dataSource, cancellation);
                var versions = await DatasetVersions.StartAsync(dataSource, options, cancellation);
                return new BolystStore(dataSource, importSource, versions, options);
            });
        }
        catch
        {
            await dataSource.DisposeAsync();
            await importSource.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// Begins an import: one transaction that holds everything the delivery brings. Waits up to
    /// <see cref="StoreOptions.ImportWait"/> for another import to end.
    /// </summary>
    /// <param name="head">What arrived.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="StoreException">Another import runs, or the delivery is in the store already.</exception>
    public Task<ImportSession> BeginImportAsync(DeliveryHead head, CancellationToken cancellation = default) =>
        DatabaseFaults.GuardAsync($"beginning the import of '{head.Key}'", () => ImportSession.BeginAsync(importSource, head, Versions, options.ImportWait, cancellation));

    /// <summary>The delivery with this hash; null when the store has none.</summary>
    /// <param name="sha256OfDelivery">Lower-case hex.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<DeliverySummary?> FindDeliveryAsync(string sha256OfDelivery, CancellationToken cancellation = default) =>
        DatabaseFaults.GuardAsync("looking for a delivery", async () =>
        {
            await using var connection = await DataSource.OpenConnectionAsync(cancellation);
            return await DeliveryTable.FindAsync(connection, sha256OfDelivery, cancellation);
        });

    /// <summary>Closes every connection. Imports that are not committed leave nothing behind.</summary>
    public async ValueTask DisposeAsync()
    {
        await Versions.DisposeAsync();
        await importSource.DisposeAsync();
        await DataSource.DisposeAsync();
    }
}
