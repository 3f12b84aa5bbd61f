using System.Diagnostics;

namespace Bolyst.Cli.Tests.Harness;

/// <summary>The built <c>bolyst</c>, run as a person runs it: a process with a home of its own.</summary>
internal sealed record BolystCommand(string Home)
{
    /// <summary>The program, beside these tests in the same configuration.</summary>
    public static string Program { get; } = Path.GetFullPath(
        Path.Combine(AppContext.BaseDirectory, "..", "..", "Bolyst.Cli", Path.GetFileName(AppContext.BaseDirectory.TrimEnd('/')), "bolyst"));

    /// <summary>Variables on top of the caller's; null removes one.</summary>
    public Dictionary<string, string?> Environment { get; init; } = new(StringComparer.Ordinal);

    /// <summary>What stands before the program: another user, another view of the file system.</summary>
    public string[] Prefix { get; init; } = [];

    /// <summary>Runs to the end.</summary>
    public Task<Outcome> RunAsync(params string[] arguments) => Outcome.OfAsync(Start(arguments));

    /// <summary>Starts and leaves it running.</summary>
    public Process Start(params string[] arguments)
    {
        // A shell makes what it starts in the background deaf to Ctrl-C, and so all that starts in turn, these tests among it.
        string[] call = ["/usr/bin/env", "--default-signal=INT", .. Prefix, Program, .. arguments];
        var start = new ProcessStartInfo(call[0], call[1..])
        {
            WorkingDirectory = "/",
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["BOLYST_HOME"] = Home;
        // The tests' own PostGIS is not what these commands are about.
        start.Environment.Remove("BOLYST_DATABASE");
        foreach (var (name, value) in Environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}
