using System.Diagnostics;
using System.Globalization;

namespace Bolyst.Benchmarks.Statistics;

/// <summary>Runs the same work in another package and reads the numbers it prints.</summary>
internal static class Peer
{
    public static double[] Run(string command, params string[] arguments)
    {
        var start = new ProcessStartInfo(command, arguments) { RedirectStandardOutput = true, UseShellExecute = false };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{command} did not start.");
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? [.. output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(n => double.Parse(n, CultureInfo.InvariantCulture))]
            : throw new InvalidOperationException($"{command} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }

    /// <summary>The path of a script that lies beside the benchmark.</summary>
    public static string Script(string name) => Path.Combine(AppContext.BaseDirectory, "Statistics", "peers", name);

    /// <summary>Numbers in a file that both sides read.</summary>
    public static string Write(IEnumerable<double> numbers)
    {
        var path = Path.GetTempFileName();
        using var writer = new BinaryWriter(File.Create(path));
        foreach (var number in numbers)
        {
            writer.Write(number);
        }

        return path;
    }

    /// <summary>The best seconds of several runs, after one to warm up.</summary>
    public static double Best(int repeats, Action run)
    {
        run();
        return Enumerable.Range(0, repeats).Min(_ =>
        {
            var clock = Stopwatch.StartNew();
            run();
            return clock.Elapsed.TotalSeconds;
        });
    }
}
