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

    /// <param name="command">The <c>bolyst</c> that serves.</param>
    /// <param name="server">Connects to the PostGIS as a superuser.</param>
    /// <param name="load">What goes into the store.</param>
    /// <param name="cancellation">Stops the start.</param>
    public static async Task<ServedStore> StartAsync(string command, string server, Load load, CancellationToken cancellation)
    {
        var served = new ServedStore(command, server);
        try
        {
            await served.StartAsync(load, cancellation);
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

    private async Task StartAsync(Load load, CancellationToken cancellation)
    {
        await ExecuteAsync($"CREATE DATABASE {database}", cancellation);
        if (load.Delivery is { } description)
            await RequireAsync(["import", description], cancellation);
        var (port, grpcPort) = Ports.FindFree(IPAddress.Loopback);
        await RequireAsync(["up", "--detach", "--port", Number(port), "--grpc-port", Number(grpcPort), .. load.Demo ? Array.Empty<string>() : [UpCommand.NoDemo]], cancellation);
        Address = $"http://localhost:{port}";
    }

    private async Task RequireAsync(IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        var result = await Bolyst(arguments).RunAsync(cancellation);
        if (!result.Succeeded)
            throw new CommandException($"'bolyst {arguments[0]}' failed:", result.LastLines(20));
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

/// <summary>What goes into a store.</summary>
/// <param name="Demo">True for the demo.</param>
/// <param name="Delivery">A delivery's description; null for none.</param>
internal sealed record Load(bool Demo, string? Delivery = null);
