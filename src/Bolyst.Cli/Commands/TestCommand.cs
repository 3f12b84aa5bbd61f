using System.CommandLine;
using Bolyst.Cli.Home;
using Bolyst.Cli.Requirements;
using Bolyst.Cli.Testing;
using Bolyst.Cli.Tools;

namespace Bolyst.Cli.Commands;

/// <summary><c>bolyst test</c>: everything a change must pass, from nothing but a checkout.</summary>
internal static class TestCommand
{
    public static Command Create()
    {
        var suites = new Option<string[]>("--suite") { Description = "Run only this suite, such as Store; may be given several times. Leaves the checks of the sources out." };
        var filters = new Argument<string[]>("filters") { Description = "Passed on to the test runner; write -- before them." };
        var command = new Command("test", "Installs what the tests need, checks the sources, builds, and runs every test.") { suites, filters }
            .WithExamples(
                "bolyst test",
                "bolyst test --suite Store --suite Intake",
                "bolyst test --suite Store -- -class \"*Cube*\"",
                "BOLYST_TEST_DATABASE=\"Host=localhost;Username=postgres\" bolyst test    (in a PostGIS of your own)");
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetValue(suites) ?? [], parsed.GetValue(filters) ?? [], cancellation));
        return command;
    }

    private static async Task<int> RunAsync(IReadOnlyList<string> chosen, IReadOnlyList<string> filters, CancellationToken cancellation)
    {
        var checkout = BolystHome.Checkout ?? throw new CommandException("Tests run from a checkout only.", "Clone the repository and run ./bolyst test there.");
        var suites = Choose(Suite.Find(checkout), chosen);
        var home = BolystHome.At(Path.Combine(BolystHome.Find().Path, "test"));
        using var only = FileLock.TryTake(home.RunLock, $"process {Environment.ProcessId}")
            ?? throw new CommandException($"Another 'bolyst test' of this checkout runs ({FileLock.Holder(home.RunLock)}).", "Wait for it, or stop it.");

        var ownCluster = string.IsNullOrEmpty(Environment.GetEnvironmentVariable(TestServer.Variable));
        var mayInstall = await Apt.FindAsync(cancellation) is not null;
        await Installer.EnsureAsync([.. Requirement.ToRun(ownCluster), .. mayInstall ? [Requirement.Compose] : Array.Empty<Requirement>()], home, Terminal.Say, cancellation);
        await SetUpClientsAsync(checkout, cancellation);
        await BuildAsync(checkout, cancellation);

        var results = new List<(string Name, Tally Tally)>();
        foreach (var check in chosen.Count == 0 ? Checks(checkout) : [])
        {
            Terminal.Say(check.Name);
            results.Add((check.Name, await check.RunAsync(cancellation)));
        }

        await using (var server = await TestServer.StartAsync(home, Terminal.Say, cancellation))
        {
            foreach (var suite in suites)
            {
                Terminal.Say(suite.Name);
                results.Add((suite.Name, await suite.RunAsync(server.ConnectionString, filters, cancellation)));
            }
        }

        return Report(results);
    }

    private static IReadOnlyList<Suite> Choose(IReadOnlyList<Suite> all, IReadOnlyList<string> chosen)
    {
        var unknown = chosen.Except(all.Select(suite => suite.Name), StringComparer.OrdinalIgnoreCase).ToList();
        return unknown.Count > 0
            ? throw new CommandException($"There is no suite {string.Join(", ", unknown)}.", $"The suites are {string.Join(", ", all.Select(suite => suite.Name))}.")
            : [.. all.Where(suite => chosen.Count == 0 || chosen.Contains(suite.Name, StringComparer.OrdinalIgnoreCase))];
    }

    private static IReadOnlyList<Check> Checks(string checkout) =>
    [
        new(
            "format",
            "'dotnet format' mends it.",
            new Tool("dotnet", "format", "Bolyst.sln", "--verify-no-changes", "--no-restore") { WorkingDirectory = checkout }),
        new(
            "map",
            "'npm run mend' in src/map mends its style; its types are checked by tsc.",
            new Tool("npm", "run", "check") { WorkingDirectory = Path.Combine(checkout, "src", "map") }),
        new(
            "contract",
            "The contract's style, what it keeps of what clients have, and docs/api are checked by tests/clients/contract/check.",
            new Tool(Path.Combine(checkout, "tests", "clients", "contract", "check")) { WorkingDirectory = checkout }),
    ];

    /// <summary>The clients the tests talk through (node, python) bring their own libraries.</summary>
    private static async Task SetUpClientsAsync(string checkout, CancellationToken cancellation)
    {
        var setup = Path.Combine(checkout, "tests", "clients", "setup");
        if (File.Exists(setup))
        {
            Terminal.Say("clients");
            await RequireAsync(new Tool(setup) { WorkingDirectory = checkout }, cancellation);
        }
    }

    private static async Task BuildAsync(string checkout, CancellationToken cancellation)
    {
        Terminal.Say("build");
        // The running command comes from the Release build, which must not be overwritten under it: tests build Debug.
        await RequireAsync(new Tool("dotnet", "build", "Bolyst.sln", "--configuration", "Debug", "--nologo", "--verbosity", "quiet") { WorkingDirectory = checkout }, cancellation);
    }

    private static async Task RequireAsync(Tool tool, CancellationToken cancellation)
    {
        var result = await tool.RunAsync(cancellation);
        if (!result.Succeeded)
        {
            throw new CommandException($"'{tool.File} {string.Join(' ', tool.Arguments)}' failed:", result.LastLines(20));
        }
    }

    private static int Report(IReadOnlyList<(string Name, Tally Tally)> results)
    {
        Console.WriteLine();
        foreach (var (name, tally) in results)
        {
            Console.WriteLine($"{name,-12} {tally}");
        }

        var sum = results.Aggregate(default(Tally), (total, result) => total + result.Tally);
        Console.WriteLine(sum);
        return sum.Failed == 0 && sum.Passed > 0 ? 0 : 1;
    }
}
