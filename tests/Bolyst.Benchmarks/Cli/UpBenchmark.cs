using System.Diagnostics;
using System.Globalization;
using Bolyst.Testing;

namespace Bolyst.Benchmarks.Cli;

/// <summary>
/// From a warm <c>./bolyst up</c> (built, its cluster made, the demo loaded, nothing running) to the first 200 of <c>/readyz</c>, as a part of
/// the ten seconds it may take. Needs what <c>up</c> needs; runs in a home and on ports of its own.
/// <code>dotnet run -c Release --project tests/Bolyst.Benchmarks -- up</code>
/// </summary>
internal static class UpBenchmark
{
    private const int Rounds = 3;

    private static readonly TimeSpan Goal = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromMilliseconds(20);

    public static async Task<int> RunAsync(string[] arguments)
    {
        // Open to the user who runs the database under root, so that the database lies in this home and goes with it.
        var home = Directory.CreateTempSubdirectory("bolyst-up-");
        File.SetUnixFileMode(home.FullName, (UnixFileMode)0b111_101_101);
        var (port, grpcPort) = Ports.TwoFree();
        string[] up = ["up", "--detach", "--port", Text(port), "--grpc-port", Text(grpcPort)];
        try
        {
            await BolystAsync(home, up); // cold: builds, makes the cluster, loads the demo
            await BolystAsync(home, "down");
            for (var round = 0; round < Rounds; round++)
            {
                var elapsed = await ReadyAsync(home, up, port);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"warm up, s  {elapsed.TotalSeconds,6:0.0}   ratio (goal at most 1)  {elapsed / Goal:0.00}"));
                await BolystAsync(home, "down");
            }
        }
        finally
        {
            await BolystAsync(home, "down");
            home.Delete(recursive: true);
        }

        return 0;
    }

    private static async Task<TimeSpan> ReadyAsync(DirectoryInfo home, string[] up, int port)
    {
        using var client = new HttpClient();
        var begun = Stopwatch.GetTimestamp();
        var started = BolystAsync(home, up);
        while (!await IsReadyAsync(client, port))
        {
            if (started.IsCompleted)
            {
                await started; // tells why, when it failed
            }

            await Task.Delay(BetweenAttempts);
        }

        var elapsed = Stopwatch.GetElapsedTime(begun);
        await started;
        return elapsed;
    }

    private static async Task<bool> IsReadyAsync(HttpClient client, int port)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri($"http://127.0.0.1:{Text(port)}/readyz"));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false; // nobody listens yet
        }
    }

    private static async Task BolystAsync(DirectoryInfo home, params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(Repository.Root, "bolyst"), arguments) { UseShellExecute = false };
        start.Environment["BOLYST_HOME"] = home.FullName;
        start.Environment.Remove("BOLYST_DATABASE");
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"bolyst {string.Join(' ', arguments)} ended with {Text(process.ExitCode)}.");
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
