using System.Net.Sockets;
using Npgsql;

namespace Bolyst.Store;

/// <summary>
/// The dataset version of the store, kept fresh by LISTEN. A lost connection is made again and the version read anew, so a notice
/// that was missed delays fresh data and never hides it.
/// </summary>
public sealed class DatasetVersions : IAsyncDisposable
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    private readonly NpgsqlDataSource dataSource;
    private readonly StoreOptions options;
    private readonly CancellationTokenSource stop = new();
    private readonly Lock gate = new();
    private readonly Task listening;
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long latest;

    private DatasetVersions(NpgsqlDataSource dataSource, StoreOptions options, long latest)
    {
        this.dataSource = dataSource;
        this.options = options;
        this.latest = latest;
        listening = Task.Run(ListenAsync);
    }

    /// <summary>The newest dataset version known here: 0 for an empty store.</summary>
    public long Latest => Interlocked.Read(ref latest);

    internal static async Task<DatasetVersions> StartAsync(NpgsqlDataSource dataSource, StoreOptions options, CancellationToken cancellation)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellation);
        return new(dataSource, options, await ReadAsync(connection, cancellation));
    }

    /// <summary>The version that a read is to use.</summary>
    /// <param name="asOf">The version asked for; null for the latest.</param>
    /// <exception cref="StoreException">The store has never had that version.</exception>
    public long Resolve(long? asOf)
    {
        var newest = Latest;
        return asOf switch
        {
            null => newest,
            < 0 => throw Unknown(asOf.Value, newest),
            _ when asOf > newest => throw Unknown(asOf.Value, newest),
            _ => asOf.Value,
        };
    }

    /// <summary>Reads the version now: for a caller that was told of one elsewhere before the notice came here.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The newest version.</returns>
    public Task<long> RefreshAsync(CancellationToken cancellation = default) => DatabaseFaults.GuardAsync("reading the dataset version", async () =>
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellation);
        Announce(await ReadAsync(connection, cancellation));
        return Latest;
    });

    /// <summary>Waits until the store has a version newer than one.</summary>
    /// <param name="than">The version the caller knows.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The newest version.</returns>
    public async Task<long> WaitForNewerAsync(long than, CancellationToken cancellation = default)
    {
        while (true)
        {
            Task next;
            lock (gate)
            {
                if (latest > than)
                    return latest;
                next = changed.Task;
            }

            await next.WaitAsync(cancellation);
        }
    }

    /// <summary>Stops listening.</summary>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await listening;
        stop.Dispose();
    }

    /// <summary>Notes a version that was committed, here or elsewhere. Versions only grow.</summary>
    internal void Announce(long version)
    {
        lock (gate)
        {
            if (version <= latest)
                return;
            latest = version;
            changed.SetResult();
            changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    private static StoreException Unknown(long version, long newest) =>
        new(StoreFault.Unknown, FormattableString.Invariant($"Dataset version {version} does not exist; the store has 0 (empty) to {newest}."));

    private static async Task<long> ReadAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("SELECT coalesce(max(version), 0) FROM bolyst.delivery", connection);
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }

    private async Task ListenAsync()
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await ListenOnceAsync();
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault) when (fault is NpgsqlException or IOException or SocketException or TimeoutException)
            {
                await Task.Delay(RetryAfter, options.Clock, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task ListenOnceAsync()
    {
        await using var connection = await dataSource.OpenConnectionAsync(stop.Token);
        await using (var listen = new NpgsqlCommand("LISTEN bolyst_dataset", connection))
            await listen.ExecuteNonQueryAsync(stop.Token);
        while (true)
        {
            // Read after LISTEN and after every wait: nothing falls between, and a silent connection is found out.
            Announce(await ReadAsync(connection, stop.Token));
            await connection.WaitAsync(options.VersionPoll, stop.Token);
        }
    }
}
