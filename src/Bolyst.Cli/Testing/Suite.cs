using Bolyst.Cli.Tools;

namespace Bolyst.Cli.Testing;

/// <summary>Tests that one runner runs and reports.</summary>
/// <param name="Name">What a person calls it, such as <c>Store</c>.</param>
internal abstract record Suite(string Name)
{
    /// <summary>A suite that hangs fails after this time instead of holding the build for ever.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(15);

    /// <summary>The suites of a checkout: every test project in order of name, then the map's.</summary>
    public static IReadOnlyList<Suite> Find(string checkout) => [.. XunitSuite.FindAll(checkout), BrowserSuite.Of(checkout)];

    /// <summary>Runs the suite and shows its output. A suite that breaks off or cannot start counts as one failure.</summary>
    /// <param name="server">Connects to the tests' PostGIS as a superuser.</param>
    /// <param name="arguments">Passed on to the runner.</param>
    /// <param name="cancellation">Stops the runner with all it started.</param>
    public abstract Task<Tally> RunAsync(string server, IReadOnlyList<string> arguments, CancellationToken cancellation);

    /// <summary>Runs the runner, and reads its report.</summary>
    protected async Task<Tally> RunAsync(Tool runner, string report, Func<string, Tally> read, CancellationToken cancellation)
    {
        File.Delete(report);
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limited.CancelAfter(Limit);
        try
        {
            await (runner with { OnLine = Console.WriteLine }).RunAsync(limited.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return Broken($"did not end within {Limit.TotalMinutes} minutes");
        }

        return File.Exists(report) ? read(report) : Broken("ended without a result");
    }

    /// <summary>Says why there is no result.</summary>
    protected Tally Broken(string why)
    {
        Console.WriteLine($"{Name}: {why}");
        return new Tally(0, 1, 0);
    }
}
