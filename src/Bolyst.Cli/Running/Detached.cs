using System.Globalization;
using Bolyst.Cli.Commands;
using Bolyst.Cli.Home;
using Bolyst.Cli.Tools;

namespace Bolyst.Cli.Running;

/// <summary><c>up --detach</c>: the same <c>up</c> in a session of its own, left running once it is ready.</summary>
internal static class Detached
{
    public static async Task<int> StartAsync(BolystHome home, Addresses addresses, bool demo, CancellationToken cancellation)
    {
        if (FileLock.Holder(home.RunLock) is not null)
        {
            return await Supervisor.RunAsync(home, addresses, demo, cancellation);
        }

        // The shell opens the log and becomes setsid, which becomes the command: no process stays in between, and $! is the command.
        const string Script = """log=$1; shift; setsid "$@" </dev/null >"$log" 2>&1 & echo $!""";
        string[] switches = ["--port", Number(addresses.Port), "--grpc-port", Number(addresses.GrpcPort), .. demo ? Array.Empty<string>() : [UpCommand.NoDemo]];
        var started = await new Tool("sh", ["-c", Script, "sh", home.UpLog, Environment.ProcessPath!, "up", .. switches]).RunAsync(cancellation);
        var supervisor = ProcessIdentity.Of(int.Parse(started.Output.Trim(), CultureInfo.InvariantCulture));
        try
        {
            while (!(RunState.Read(home) is { Ready: true } state && state.Supervisor == supervisor))
            {
                if (!supervisor.Lives)
                {
                    await Console.Error.WriteAsync(await File.ReadAllTextAsync(home.UpLog, cancellation));
                    return 1;
                }

                await Task.Delay(TimeSpan.FromMilliseconds(50), cancellation);
            }
        }
        catch (OperationCanceledException)
        {
            await supervisor.TerminateAsync(TimeSpan.FromSeconds(60), CancellationToken.None);
            throw;
        }

        Console.Write(await File.ReadAllTextAsync(home.UpLog, cancellation));
        Terminal.Detail($"log         {home.UpLog}");
        Terminal.Detail("'bolyst down' stops it");
        return 0;
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
