using System.Globalization;
using Bolyst.Testing;

namespace Bolyst.Cli.Tests.Harness;

/// <summary>A home for one test, with ports of its own; whatever still runs in it is stopped at the end.</summary>
internal sealed class TemporaryHome : IAsyncDisposable
{
    public TemporaryHome(string name = "home", UnixFileMode? modeAbove = null)
    {
        Directory.CreateDirectory(Above);
        File.SetUnixFileMode(Above, modeAbove ?? (UnixFileMode)0b111_101_101);
        Path = System.IO.Path.Combine(Above, name);
        Command = new BolystCommand(Path);
        (Port, GrpcPort) = Ports.TwoFree();
    }

    /// <summary>The folder that holds the home.</summary>
    public string Above { get; } = System.IO.Path.Combine("/tmp", "bolyst-test-" + Guid.NewGuid().ToString("N"));

    public string Path { get; }

    public BolystCommand Command { get; init; }

    public int Port { get; }

    public int GrpcPort { get; }

    public string Data => System.IO.Path.Combine(Path, "postgres", "data");

    /// <summary>Ports of its own, and no demo: it takes seconds that only its own test needs.</summary>
    public string[] UpSwitches => ["--no-demo", "--port", Text(Port), "--grpc-port", Text(GrpcPort)];

    public Task<Outcome> UpAsync() => Command.RunAsync(["up", "--detach", .. UpSwitches]);

    public Task<Outcome> DownAsync() => Command.RunAsync("down");

    /// <summary>What <c>/readyz</c> says; null when nobody answers.</summary>
    public async Task<string?> ReadyzAsync()
    {
        using var client = new HttpClient();
        try
        {
            return (await client.GetStringAsync(new Uri($"http://localhost:{Port}/readyz"))).Trim();
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await DownAsync();
        var outside = new FileInfo(System.IO.Path.Combine(Path, "postgres")).LinkTarget;
        await Outcome.OfAsync(["rm", "-rf", Above, .. outside is null ? Array.Empty<string>() : [outside]]);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
