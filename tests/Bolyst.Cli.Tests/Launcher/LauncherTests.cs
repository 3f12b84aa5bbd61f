using System.Diagnostics;
using Bolyst.Cli.Tests.Harness;
using Bolyst.Testing;

namespace Bolyst.Cli.Tests.Launcher;

/// <summary>
/// The launcher in a checkout of its own, with a <c>dotnet</c> on PATH that writes down each build and leaves a command that
/// says its arguments: when to build is the launcher's work, building is not.
/// </summary>
public sealed class LauncherTests : IAsyncLifetime
{
    private readonly string checkout = Path.Combine("/tmp", "bolyst-test-" + Guid.NewGuid().ToString("N"));

    private string Builds => Path.Combine(checkout, "builds");

    private string Tools => Path.Combine(checkout, "tools");

    private string Launcher => Path.Combine(checkout, "bolyst");

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Path.Combine(checkout, "src"));
        Directory.CreateDirectory(Path.Combine(checkout, "protos"));
        Directory.CreateDirectory(Tools);
        foreach (var file in new[] { "Directory.Build.props", "Directory.Packages.props", "global.json", "src/Some.cs" })
        {
            await File.WriteAllTextAsync(Path.Combine(checkout, file), "");
        }

        File.Copy(Path.Combine(Repository.Root, "bolyst"), Launcher);
        await WriteScriptAsync(
            Path.Combine(Tools, "dotnet"),
            $"""
            #!/bin/sh
            echo build >>{Builds}
            sleep 0.5
            mkdir -p {checkout}/artifacts/bin/Bolyst.Cli/release
            printf '#!/bin/sh\necho "ran: $*"\ncase "$1" in stay) cat;; esac\n' >{checkout}/artifacts/bin/Bolyst.Cli/release/bolyst
            chmod +x {checkout}/artifacts/bin/Bolyst.Cli/release/bolyst
            """);
    }

    [Fact]
    public async Task The_first_call_builds_the_next_does_not_and_an_edit_builds_again()
    {
        (await RunAsync("status", "--json")).ShouldSucceed().ShouldSay("ran: status --json");
        (await RunAsync("status")).ShouldSucceed();
        Assert.Equal(1, await CountBuildsAsync());

        await File.WriteAllTextAsync(Path.Combine(checkout, "src/Some.cs"), "edited");
        (await RunAsync("status")).ShouldSucceed();
        Assert.Equal(2, await CountBuildsAsync());

        File.Delete(Path.Combine(checkout, "src/Some.cs"));
        (await RunAsync("status")).ShouldSucceed();
        Assert.Equal(3, await CountBuildsAsync());
    }

    [Fact]
    public async Task Launchers_at_the_same_time_build_once()
    {
        var all = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => RunAsync("status")));

        Assert.All(all, outcome => outcome.ShouldSucceed().ShouldSay("ran: status"));
        Assert.Equal(1, await CountBuildsAsync());
    }

    [Fact]
    public async Task While_a_command_runs_its_build_is_not_overwritten()
    {
        (await RunAsync("status")).ShouldSucceed();
        using var running = Start("stay");
        Assert.Equal("ran: stay", await running.StandardOutput.ReadLineAsync());
        await File.WriteAllTextAsync(Path.Combine(checkout, "src/Some.cs"), "edited");

        (await RunAsync("status")).ShouldSucceed().ShouldSay("ran: status", "the sources have changed", "older build");
        Assert.Equal(1, await CountBuildsAsync());

        running.StandardInput.Close();
        await running.WaitForExitAsync();
        (await RunAsync("status")).ShouldSucceed();
        Assert.Equal(2, await CountBuildsAsync());
    }

    [Fact]
    public async Task It_works_through_a_link_from_any_folder()
    {
        var link = Path.Combine(checkout, "tools", "bolyst-link");
        File.CreateSymbolicLink(link, Launcher);

        (await Outcome.OfAsync(StartProgram(link, "/", "doctor"))).ShouldSucceed().ShouldSay("ran: doctor");
    }

    [Fact]
    public async Task Without_node_and_the_right_to_install_it_says_what_to_install()
    {
        await LinkToolsAsync();

        (await Outcome.OfAsync(StartProgram(Launcher, checkout, "up", onlyTools: true))).ShouldFail("Node.js and npm are missing", "apt-get install nodejs npm", "docker compose up");
        Assert.False(File.Exists(Builds));
    }

    [Fact]
    public async Task What_the_build_of_the_map_leaves_in_its_folder_is_no_edit()
    {
        var map = Directory.CreateDirectory(Path.Combine(checkout, "src", "map", "src"));
        (await RunAsync("status")).ShouldSucceed();
        foreach (var left in new[] { "node_modules", "generated" })
        {
            await File.WriteAllTextAsync(Path.Combine(Directory.CreateDirectory(Path.Combine(checkout, "src", "map", left)).FullName, "some.ts"), "");
        }

        (await RunAsync("status")).ShouldSucceed();
        Assert.Equal(1, await CountBuildsAsync());

        await File.WriteAllTextAsync(Path.Combine(map.FullName, "main.tsx"), "edited");
        (await RunAsync("status")).ShouldSucceed();
        Assert.Equal(2, await CountBuildsAsync());
    }

    [Fact]
    public async Task Without_dotnet_it_says_where_to_get_it()
    {
        File.Delete(Path.Combine(Tools, "dotnet"));
        await LinkToolsAsync();

        (await Outcome.OfAsync(StartProgram(Launcher, checkout, "up", onlyTools: true))).ShouldFail(".NET 10 SDK is missing", "https://dotnet.microsoft.com/download", "docker compose up");
    }

    [Fact]
    public async Task A_build_that_fails_shows_its_errors_and_is_tried_again()
    {
        await WriteScriptAsync(Path.Combine(Tools, "dotnet"), "#!/bin/sh\necho 'src/Some.cs(1,1): error CS1002: ; expected'\nexit 1\n");

        (await RunAsync("up")).ShouldFail("error CS1002", "the build failed", "build.log");
        (await RunAsync("up")).ShouldFail("the build failed");
    }

    public async ValueTask DisposeAsync() => await Outcome.OfAsync("rm", "-rf", checkout);

    /// <summary>What the launcher itself needs, for a PATH without anything else.</summary>
    private async Task LinkToolsAsync()
    {
        foreach (var tool in new[] { "bash", "dirname", "readlink", "mkdir", "find", "flock", "stat", "mktemp" })
        {
            File.CreateSymbolicLink(Path.Combine(Tools, tool), (await Outcome.OfAsync("sh", "-c", $"command -v {tool}")).Output.Trim());
        }
    }

    private static async Task WriteScriptAsync(string path, string text)
    {
        await File.WriteAllTextAsync(path, text);
        (await Outcome.OfAsync("chmod", "+x", path)).ShouldSucceed();
    }

    private Task<Outcome> RunAsync(params string[] arguments) => Outcome.OfAsync(Start(arguments));

    private Process Start(params string[] arguments) => StartProgram(Launcher, checkout, string.Join(' ', arguments));

    private Process StartProgram(string program, string folder, string arguments, bool onlyTools = false)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["PATH"] = onlyTools ? Tools : Tools + ":" + Environment.GetEnvironmentVariable("PATH");
        return Process.Start(start)!;
    }

    private async Task<int> CountBuildsAsync() => (await File.ReadAllLinesAsync(Builds)).Length;
}
