using Bolyst.Cli.Cluster;
using Bolyst.Cli.Home;

namespace Bolyst.Cli.Testing;

/// <summary>
/// The PostGIS the tests make their databases in: the one <c>BOLYST_TEST_DATABASE</c> names, else a private cluster,
/// new at every run, that never waits for the disk.
/// </summary>
internal sealed class TestServer : IAsyncDisposable
{
    public const string Variable = "BOLYST_TEST_DATABASE";

    private static readonly Dictionary<string, string> Settings = new(StringComparer.Ordinal)
    {
        // Lost at a power cut, and made anew anyway.
        ["fsync"] = "off",
        ["synchronous_commit"] = "off",
        ["full_page_writes"] = "off",
        // Suites run one after the other, but each has many databases with their own pools.
        ["max_connections"] = "300",
    };

    private readonly PrivateCluster? cluster;

    private TestServer(string connectionString, PrivateCluster? cluster)
    {
        ConnectionString = connectionString;
        this.cluster = cluster;
    }

    /// <summary>Connects as a superuser.</summary>
    public string ConnectionString { get; }

    public static async Task<TestServer> StartAsync(BolystHome home, Action<string> say, CancellationToken cancellation)
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
        {
            return new TestServer(named, null);
        }

        var cluster = await PrivateCluster.PrepareAsync(home, cancellation);
        await cluster.RemoveAsync(cancellation);
        await cluster.StartAsync(Settings, say, cancellation);
        return new TestServer(cluster.ConnectionString, cluster);
    }

    public async ValueTask DisposeAsync()
    {
        if (cluster is not null)
        {
            await cluster.StopAsync(CancellationToken.None);
        }
    }
}
