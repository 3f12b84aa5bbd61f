using Bolyst.Cli.Cluster;
using Bolyst.Cli.Home;
using Bolyst.Store;

namespace Bolyst.Cli.Running;

/// <summary>How things stand: what runs, where, and what the store holds. The shape of <c>bolyst status --json</c>.</summary>
/// <param name="State"><c>stopped</c>, <c>starting</c>, <c>ready</c>, or <c>silent</c>: it runs and does not answer that it is ready.</param>
/// <param name="Home">The folder of Bolyst's own files.</param>
/// <param name="FreeBytes">Free space on the disk that holds them.</param>
/// <param name="Http">The map; null when stopped.</param>
/// <param name="Grpc">The gRPC target; null when stopped.</param>
/// <param name="Supervisor">The process id of <c>bolyst up</c>; null when stopped.</param>
/// <param name="Service">The process id of the service; null when it does not run.</param>
/// <param name="Database">The database, in words, without a password.</param>
/// <param name="DatabaseRuns">Whether the database answers.</param>
/// <param name="Store">What the store holds; null when the database does not run or holds no store yet.</param>
internal sealed record Standing(
    string State, string Home, long FreeBytes, Uri? Http, string? Grpc, int? Supervisor, int? Service, string Database, bool DatabaseRuns, StoreSummary? Store)
{
    public static async Task<Standing> FindAsync(BolystHome home, CancellationToken cancellation)
    {
        var run = RunState.Read(home) is { Supervisor.Lives: true } state ? state : null;
        var service = RunState.Read(home)?.Service is { Lives: true } living ? living.Id : (int?)null;
        var (database, connectionString) = await FindDatabaseAsync(home, cancellation);
        return new Standing(
            run is null ? "stopped" : !run.Ready ? "starting" : await IsReadyAsync(run.Addresses, cancellation) ? "ready" : "silent",
            home.Path,
            new DriveInfo(home.Path).AvailableFreeSpace,
            run?.Addresses.Http,
            run?.Addresses.Grpc,
            run?.Supervisor.Id,
            service,
            database,
            connectionString is not null,
            connectionString is null ? null : await StoreSummary.ReadAsync(connectionString, cancellation));
    }

    private static async Task<bool> IsReadyAsync(Addresses addresses, CancellationToken cancellation)
    {
        using var probe = new ReadinessProbe(addresses);
        return await probe.AskAsync(cancellation);
    }

    /// <summary>The database in words, and how to reach it; null where it does not run. Starts nothing.</summary>
    public static async Task<(string Database, string? ConnectionString)> FindDatabaseAsync(BolystHome home, CancellationToken cancellation)
    {
        if (NamedDatabase.ConnectionString is { } named)
        {
            return (NamedDatabase.Describe(named), named);
        }

        if (await ClusterFolder.FindAsync(home, cancellation) is not { } folder || ClusterVersion.Of(folder.Data) is not { } version)
        {
            return ("none yet", null);
        }

        var runs = ClusterProcesses.Find(folder.Data).Postmaster is not null;
        return ($"PostgreSQL {version} in {folder.Path}", runs ? PrivateCluster.ConnectionStringTo(folder) : null);
    }
}
