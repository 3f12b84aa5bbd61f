using System.Diagnostics;
using System.Globalization;

namespace Bolyst.Cli.Running;

/// <summary>The service, as a child process that writes to this command's own output.</summary>
internal sealed class ServiceProcess : IAsyncDisposable
{
    private static readonly TimeSpan MayTakeToAnswer = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan MayTakeToEnd = TimeSpan.FromSeconds(30);

    private readonly Process process;
    private readonly Addresses addresses;

    private ServiceProcess(Process process, Addresses addresses)
    {
        this.process = process;
        this.addresses = addresses;
        Identity = ProcessIdentity.Of(process.Id);
    }

    public ProcessIdentity Identity { get; }

    /// <summary>Starts the service beside this command: in the same build, or in the image's folder of that name.</summary>
    public static ServiceProcess Start(string connectionString, Addresses addresses)
    {
        // artifacts/bin/Bolyst.Cli/release/ and artifacts/bin/Bolyst.Service/release/: the same configuration of both.
        var own = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd('/'));
        var folder = Path.Combine(own.Parent!.Parent!.FullName, "Bolyst.Service", own.Name);
        var start = new ProcessStartInfo(Path.Combine(folder, "Bolyst.Service")) { UseShellExecute = false, WorkingDirectory = folder };
        // By environment, not by arguments: a connection string may hold a password, and every user can read arguments.
        start.Environment["BOLYST_DATABASE"] = connectionString;
        start.Environment["BOLYST_LISTEN"] = addresses.Listen;
        start.Environment["BOLYST_PORT"] = addresses.Port.ToString(CultureInfo.InvariantCulture);
        start.Environment["BOLYST_GRPC_PORT"] = addresses.GrpcPort.ToString(CultureInfo.InvariantCulture);
        return new ServiceProcess(Process.Start(start)!, addresses);
    }

    /// <summary>Waits until the service answers that it is ready.</summary>
    public async Task AnswersAsync(CancellationToken cancellation)
    {
        using var probe = new ReadinessProbe(addresses);
        var begun = TimeProvider.System.GetTimestamp();
        while (!await probe.AskAsync(cancellation))
        {
            if (process.HasExited)
            {
                throw Ended();
            }

            if (TimeProvider.System.GetElapsedTime(begun) > MayTakeToAnswer)
            {
                throw new CommandException($"The service started, but {addresses.Http}readyz does not say that it is ready.", "Its last words are above; 'bolyst doctor' looks at the machine.");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), cancellation);
        }
    }

    /// <summary>Waits until the service ends by itself, which it should not.</summary>
    public async Task EndsAsync(CancellationToken cancellation)
    {
        await process.WaitForExitAsync(cancellation);
        throw Ended();
    }

    /// <summary>Asks the service to end, and makes it if it does not.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!await Identity.TerminateAsync(MayTakeToEnd, CancellationToken.None))
        {
            await Identity.KillAsync(CancellationToken.None);
        }

        process.Dispose();
    }

    private CommandException Ended() => new($"The service ended by itself (exit code {process.ExitCode}).", "Its last words are above.");
}
