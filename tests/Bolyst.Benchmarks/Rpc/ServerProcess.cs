using System.Diagnostics;
using System.Globalization;

namespace Bolyst.Benchmarks.Rpc;

/// <summary>A server under load, in a process of its own, which says its address in its first line.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly Process process;

    private ServerProcess(Process process, Uri address)
    {
        this.process = process;
        Address = address;
        Ending.Began(this);
    }

    public Uri Address { get; }

    public static async Task<ServerProcess> StartAsync(string program, params string[] arguments)
    {
        var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true })
            ?? throw new InvalidOperationException($"{program} did not start.");
        var address = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException($"{program} ended without an address.");
        return new ServerProcess(process, new Uri(address));
    }

    /// <summary>The most memory the process ever held, in MB.</summary>
    public double PeakMegabytes()
    {
        var line = File.ReadLines($"/proc/{process.Id.ToString(CultureInfo.InvariantCulture)}/status").First(each => each.StartsWith("VmHWM:", StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }

    public void Dispose()
    {
        if (!Ending.Ended(this))
            return;
        process.Kill();
        process.Dispose();
    }
}
