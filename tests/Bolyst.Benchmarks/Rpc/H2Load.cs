using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Bolyst.Benchmarks.Rpc;

/// <summary>nghttp2's load generator, with a prepared request body.</summary>
internal static partial class H2Load
{
    /// <summary>Requests a second, over 4 connections with 32 streams each, 1 thread.</summary>
    public static async Task<double> UnaryAsync(Uri address, string body, int requests) => double.Parse(
        Rate().Match(await RunAsync(address, body, "-n", requests.ToString(CultureInfo.InvariantCulture), "-c", "4", "-m", "32")).Groups["rate"].Value,
        CultureInfo.InvariantCulture);

    /// <summary>Seconds that one request takes, over one connection whose windows are wide open.</summary>
    public static async Task<double> OneAsync(Uri address, string body)
    {
        var finished = Finished().Match(await RunAsync(address, body, "-n", "1", "-c", "1", "-w", "30", "-W", "30"));
        var time = double.Parse(finished.Groups["time"].Value, CultureInfo.InvariantCulture);
        return finished.Groups["unit"].Value is "ms" ? time / 1000 : time;
    }

    private static async Task<string> RunAsync(Uri address, string body, params string[] arguments)
    {
        string[] all = [.. arguments, "-d", body, "-H", "content-type: application/grpc", "-H", "te: trailers", address.ToString()];
        using var process = Process.Start(new ProcessStartInfo("h2load", all) { UseShellExecute = false, RedirectStandardOutput = true })
            ?? throw new InvalidOperationException("h2load did not start; Debian's package nghttp2-client holds it.");
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (!AllSucceeded().IsMatch(output))
        {
            throw new InvalidOperationException($"Not every request to {address} succeeded:\n{output}");
        }

        return output;
    }

    [GeneratedRegex(@"(?<rate>[0-9.]+) req/s", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Rate();

    [GeneratedRegex(@"finished in (?<time>[0-9.]+)(?<unit>ms|s)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Finished();

    [GeneratedRegex(@" 0 failed, 0 errored, 0 timeout", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AllSucceeded();
}
