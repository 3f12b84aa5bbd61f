using System.Globalization;
using System.Net;
using Bolyst.Cli.Commands;
using Bolyst.Cli.Running;
using Bolyst.Cli.Tools;
using Npgsql;

namespace Bolyst.Cli.Testing;

/// <summary>A Bolyst that runs over a database of its own, as <c>up</c> runs it; both are gone afterwards.</summary>
internal sealed class ServedStore : IAsyncDisposable
{
    private readonly string command;
    private readonly string server;
    private readonly string database = "bolyst_test_" + Guid.NewGuid().ToString("N");
    private readonly string home = Directory.CreateTempSubdirectory("bolyst-test-").FullName;

    private ServedStore(string command, string server) => (this.command, this.server) = (command, server);

    /// <summary>Where the map is.</summary>
    public string Address { get; private set; } = "";

    public static async Task<ServedStore> StartAsync(string command, string server, bool withDemo, CancellationToken cancellation)
    {
        var served = new ServedStore(command, server);
        try
        {
            await served.StartAsync(withDemo, cancellation);
            return served;
        }
        catch
        {
            await served.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Bolyst("down").RunAsync(CancellationToken.None);
        await ExecuteAsync($"DROP DATABASE IF EXISTS {database} WITH (FORCE)", CancellationToken.None);
        Directory.Delete(home, recursive: true);
    }

    private async Task StartAsync(bool withDemo, CancellationToken cancellation)
    {
        await ExecuteAsync($"CREATE DATABASE {database}", cancellation);
        var (port, grpcPort) = Ports.FindFree(IPAddress.Loopback);
        var up = await Bolyst(["up", "--detach", "--port", Number(port), "--grpc-port", Number(grpcPort), .. withDemo ? Array.Empty<string>() : [UpCommand.NoDemo]]).RunAsync(cancellation);
        if (!up.Succeeded)
            throw new CommandException("'bolyst up' failed:", up.LastLines(20));
        Address = $"http://localhost:{port}";
    }

    private Tool Bolyst(params IReadOnlyList<string> arguments) => new(command, arguments)
    {
        Environment = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["BOLYST_HOME"] = home,
            ["BOLYST_DATABASE"] = new NpgsqlConnectionStringBuilder(server) { Database = database }.ConnectionString,
            ["BOLYST_LISTEN"] = null,
            ["BOLYST_CERTIFICATE"] = null,
        },
    };

    private async Task ExecuteAsync(string sql, CancellationToken cancellation)
    {
        await using var source = NpgsqlDataSource.Create(server);
        await using var order = source.CreateCommand(sql);
        await order.ExecuteNonQueryAsync(cancellation);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
