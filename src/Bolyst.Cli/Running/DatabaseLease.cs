using Bolyst.Cli.Cluster;
using Bolyst.Cli.Home;

namespace Bolyst.Cli.Running;

/// <summary>
/// The store's database for the length of one command: the one <c>BOLYST_DATABASE</c> names, or the private cluster that
/// <c>up</c> runs, or the private cluster started for this command alone and stopped after it.
/// </summary>
public sealed class DatabaseLease : IAsyncDisposable
{
    private readonly PrivateCluster? ownCluster;
    private readonly FileLock? ownLock;

    private DatabaseLease(string connectionString, PrivateCluster? ownCluster = null, FileLock? ownLock = null)
    {
        ConnectionString = connectionString;
        this.ownCluster = ownCluster;
        this.ownLock = ownLock;
    }

    /// <summary>What to open the store with.</summary>
    public string ConnectionString { get; }

    /// <summary>Gets hold of the database.</summary>
    /// <param name="say">Told what is being done, where it takes time.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<DatabaseLease> OpenAsync(Action<string> say, CancellationToken cancellation)
    {
        if (NamedDatabase.ConnectionString is { } named)
        {
            return new DatabaseLease(named);
        }

        var home = BolystHome.Find();
        var runLock = FileLock.TryTake(home.RunLock, $"process {Environment.ProcessId}");
        var cluster = await PrivateCluster.PrepareAsync(home, cancellation);
        if (runLock is null)
        {
            return ClusterProcesses.Find(cluster.Folder.Data).Postmaster is not null
                ? new DatabaseLease(cluster.ConnectionString)
                : throw new CommandException($"Another bolyst command ({FileLock.Holder(home.RunLock)}) is just starting the database.", "Try again in a few seconds.");
        }

        try
        {
            await cluster.StartAsync(PrivateCluster.NoFurtherSettings, say, cancellation);
            return new DatabaseLease(cluster.ConnectionString, cluster, runLock);
        }
        catch
        {
            runLock.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (ownCluster is not null)
        {
            await ownCluster.StopAsync(CancellationToken.None);
        }

        ownLock?.Dispose();
    }
}
