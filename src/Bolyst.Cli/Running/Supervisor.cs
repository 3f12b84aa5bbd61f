using System.Net;
using Bolyst.Cli.Cluster;
using Bolyst.Cli.Commands;
using Bolyst.Cli.Home;
using Bolyst.Cli.Requirements;

namespace Bolyst.Cli.Running;

/// <summary>The one process that starts database and service, and stops both when it ends.</summary>
internal static class Supervisor
{
    private static readonly TimeSpan MayTakeToEnd = TimeSpan.FromSeconds(30);

    /// <summary>Runs until cancelled (Ctrl-C, <c>bolyst down</c>) or until the service ends.</summary>
    /// <param name="demo">Whether to load the demo into an empty store.</param>
    public static async Task<int> RunAsync(BolystHome home, Addresses addresses, bool demo, CancellationToken cancellation)
    {
        using var runLock = FileLock.TryTake(home.RunLock, $"process {Environment.ProcessId}, 'up'");
        if (runLock is null)
        {
            return AlreadyRuns(home, addresses);
        }

        await ClearAwayAsync(home, cancellation);
        Ports.RequireFree(IPAddress.Parse(addresses.Listen), addresses.Port, addresses.GrpcPort);
        await Installer.EnsureAsync(Requirement.ToRun(NamedDatabase.ConnectionString is null), home, Terminal.Say, cancellation);
        new RunState(home.Path, ProcessIdentity.Own, null, addresses, Ready: false).Write();
        PrivateCluster? cluster = null;
        try
        {
            if (NamedDatabase.ConnectionString is not { } database)
            {
                cluster = await PrivateCluster.PrepareAsync(home, cancellation);
                await cluster.StartAsync(PrivateCluster.NoFurtherSettings, Terminal.Say, cancellation);
                database = cluster.ConnectionString;
            }

            Terminal.Say($"database: {(cluster is null ? NamedDatabase.Describe(database) : $"PostgreSQL {cluster.Installation.Major} in {cluster.Folder.Path}")}");
            if (demo)
            {
                await DemoLoading.LoadIntoEmptyStoreAsync(home, database, cancellation);
            }

            await ServeAsync(home, database, addresses, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            Terminal.Say("stopped");
        }
        finally
        {
            if (cluster is not null)
            {
                await cluster.StopAsync(CancellationToken.None);
            }

            RunState.Remove(home);
        }

        return 0;
    }

    private static async Task ServeAsync(BolystHome home, string database, Addresses addresses, CancellationToken cancellation)
    {
        await using var service = ServiceProcess.Start(database, addresses);
        var state = new RunState(home.Path, ProcessIdentity.Own, service.Identity, addresses, Ready: false);
        state.Write();
        await service.AnswersAsync(cancellation);
        // Said before it is written down: whoever waits for the state reads what was said.
        Announce(addresses);
        (state with { Ready = true }).Write();
        await service.EndsAsync(cancellation);
    }

    /// <summary>Says where the service listens.</summary>
    public static void Announce(Addresses addresses)
    {
        Terminal.Say("Bolyst is ready");
        Terminal.Detail($"the map     {addresses.Http}");
        Terminal.Detail($"gRPC        {addresses.Grpc}");
    }

    private static int AlreadyRuns(BolystHome home, Addresses wanted)
    {
        if (RunState.Read(home) is not { } state || !state.Supervisor.Lives)
        {
            throw new CommandException($"Another bolyst command ({FileLock.Holder(home.RunLock)}) works on the store in {home.Path}.", "Wait until it has ended, and run 'bolyst up' again.");
        }

        if (state.Addresses != wanted)
        {
            throw new CommandException(
                $"Bolyst already runs from {home.Path} (process {state.Supervisor.Id}), at {state.Addresses.Http} and gRPC {state.Addresses.Grpc}.",
                "Run 'bolyst down' first to serve at other addresses.");
        }

        Terminal.Say($"Bolyst already runs (process {state.Supervisor.Id})");
        Terminal.Detail($"the map     {state.Addresses.Http}");
        Terminal.Detail($"gRPC        {state.Addresses.Grpc}");
        return 0;
    }

    /// <summary>Ends the service that a killed <c>up</c> left behind: nobody watches over it, and it holds the ports.</summary>
    public static async Task<bool> ClearAwayAsync(BolystHome home, CancellationToken cancellation)
    {
        var orphan = RunState.Read(home)?.Service is { Lives: true } left ? left : null;
        if (orphan is not null)
        {
            Terminal.Say($"ending the service (process {orphan.Id}) that an 'up' left behind when it was killed");
            if (!await orphan.TerminateAsync(MayTakeToEnd, cancellation))
            {
                await orphan.KillAsync(cancellation);
            }
        }

        RunState.Remove(home);
        return orphan is not null;
    }
}
