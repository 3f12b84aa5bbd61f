using System.Diagnostics;
using System.Globalization;
using Bolyst.Testing;

namespace Bolyst.Service.Tests.Serving;

/// <summary>The service in a process of its own, so that its memory can be measured, or in another build.</summary>
internal sealed class ServiceProcess : IDisposable
{
    private readonly Process process;

    private ServiceProcess(Process process, Uri address)
    {
        this.process = process;
        Http = new() { BaseAddress = address, Timeout = TimeSpan.FromMinutes(5) };
    }

    public HttpClient Http { get; }

    /// <summary>The most memory that the process ever held, in bytes.</summary>
    public long PeakBytes => 1024 * long.Parse(
        File.ReadLines($"/proc/{process.Id.ToString(CultureInfo.InvariantCulture)}/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
        CultureInfo.InvariantCulture);

    /// <param name="database">Connects to the store.</param>
    /// <param name="environment">Variables beside the caller's.</param>
    public static Task<ServiceProcess> StartAsync(string database, params (string Name, string Value)[] environment) => StartAsync(AppContext.BaseDirectory, database, environment);

    /// <param name="folder">Where the program lies.</param>
    /// <param name="database">Connects to the store.</param>
    /// <param name="environment">Variables beside the caller's.</param>
    public static async Task<ServiceProcess> StartAsync(string folder, string database, params (string Name, string Value)[] environment)
    {
        var (port, grpcPort) = Ports.TwoFree();
        var start = new ProcessStartInfo("dotnet", [Path.Combine(folder, "Bolyst.Service.dll")]) { UseShellExecute = false };
        foreach (var (name, value) in (ReadOnlySpan<(string, string)>)
            [("BOLYST_DATABASE", database), ("BOLYST_PORT", Text(port)), ("BOLYST_GRPC_PORT", Text(grpcPort)), .. environment])
        {
            start.Environment[name] = value;
        }

        var service = new ServiceProcess(Process.Start(start)!, new($"http://127.0.0.1:{Text(port)}"));
        while (!await service.IsReadyAsync())
            await Task.Delay(50);
        return service;
    }

    public void Dispose()
    {
        Http.Dispose();
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }

    private async Task<bool> IsReadyAsync()
    {
        Assert.False(process.HasExited, "The service ended.");
        try
        {
            using var answer = await Http.GetAsync(new Uri("/readyz", UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
