using System.CommandLine;
using Bolyst.Cli.Cluster;
using Bolyst.Cli.Home;
using Bolyst.Cli.Running;

namespace Bolyst.Cli.Commands;

/// <summary><c>bolyst down</c>: stops the service and the private cluster, also what a killed <c>up</c> left behind.</summary>
internal static class DownCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    public static Command Create()
    {
        var command = new Command("down", "Stops the service and the private database. What is stored stays.")
            .WithExamples("bolyst down", "BOLYST_HOME=/srv/bolyst bolyst down");
        command.SetAction((_, cancellation) => RunAsync(BolystHome.Find(), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(BolystHome home, CancellationToken cancellation)
    {
        var stopped = false;
        if (RunState.Read(home) is { Supervisor: { Lives: true } supervisor })
        {
            if (!await supervisor.TerminateAsync(Patience, cancellation))
            {
                throw new CommandException($"'bolyst up' (process {supervisor.Id}) does not end.", $"End it with 'kill -9 {supervisor.Id}' and run 'bolyst down' again: it clears up what is left.");
            }

            stopped = true;
        }

        using var runLock = FileLock.TryTake(home.RunLock, $"process {Environment.ProcessId}, 'down'")
            ?? throw new CommandException($"Another bolyst command ({FileLock.Holder(home.RunLock)}) works on the store in {home.Path}.", "Stop it with Ctrl-C, or wait until it has ended.");
        stopped |= await Supervisor.ClearAwayAsync(home, cancellation);
        stopped |= await StopClusterAsync(home, cancellation);
        Terminal.Say(stopped ? "stopped" : "nothing runs");
        return 0;
    }

    private static async Task<bool> StopClusterAsync(BolystHome home, CancellationToken cancellation)
    {
        if (await ClusterFolder.FindAsync(home, cancellation) is not { } folder || ClusterProcesses.Find(folder.Data).Postmaster is null)
        {
            return false;
        }

        await new PrivateCluster(folder, ClusterVersion.Choose(folder.Data, await PostgresInstallation.FindAsync(cancellation))).StopAsync(cancellation);
        return true;
    }
}
