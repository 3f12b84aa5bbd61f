using System.Text.RegularExpressions;
using Bolyst.Cli.Tests.Harness;
using Bolyst.Testing;

namespace Bolyst.Cli.Tests.Docs;

/// <summary>The README's steps, run as they stand there: only the ports, the store and the folder of open data are the test's own.</summary>
public sealed partial class ReadmeStepsTests
{
    [Fact]
    public async Task A_newcomer_who_follows_the_readme_gets_the_same_numbers_from_node_and_from_python()
    {
        var shared = SharedData.Require(".");
        await using var home = new TemporaryHome();
        (await home.Command.RunAsync(["up", "--detach", .. home.UpSwitches.Skip(1)])).ShouldSucceed();

        var said = (await RunAsync(home, shared, Steps("## Ask", "## Import"), Steps("## Import", "## Read on"))).ShouldSucceed().Output;

        var languages = said.Split("=== ");
        var node = languages.Single(part => part.StartsWith("node examples/grpc-js/opphopingsindeks", StringComparison.Ordinal)).Split('\n')[1..];
        var python = languages.Single(part => part.StartsWith("python3 examples/grpcio/opphopingsindeks", StringComparison.Ordinal)).Split('\n')[1..];
        Assert.Equal(node, python);
        // 428 kommuner in 2013; sosialhjelp.csv has ':' for 1144 Kvitsøy and 1151 Utsira: grep -c '":"' with innvkat_5 and kjonn 'alle'.
        Assert.Equal("426 of 428 kommuner have a number", node[0]);
        Assert.Equal(["1144: social-assistance is suppressed", "1151: social-assistance is suppressed"], node[2..4]);
        // vedvarende_lavinntekt.csv: kommune 0301, alle: 13.7; bydel 030101 Gamle Oslo, alle: 20.5.
        Assert.Contains(node, line => line.StartsWith("Oslo: ", StringComparison.Ordinal) && line.Contains(" of 426, made of", StringComparison.Ordinal));
        Assert.Contains("Gamle Oslo: 20.5", node);
        // The first calls found the demo, from both languages.
        Assert.Equal(2, said.Split("elvsund-levekarssone: 42 zones").Length - 1);
    }

    /// <summary>The lines of the shell blocks between two headings.</summary>
    private static string Steps(string from, string to)
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        var section = readme[readme.IndexOf(from, StringComparison.Ordinal)..readme.IndexOf(to, StringComparison.Ordinal)];
        return string.Concat(ShellBlock().Matches(section).Select(block => block.Groups["lines"].Value));
    }

    /// <summary>Runs the steps; each call of an example is announced by a line that begins with <c>===</c>.</summary>
    private static Task<Outcome> RunAsync(TemporaryHome home, string shared, params string[] steps)
    {
        var own = string.Concat(steps)
            .Replace("export BOLYST_SHARED=../shared\n", $"export BOLYST_SHARED='{shared}'\n", StringComparison.Ordinal)
            .Replace("./bolyst ", BolystCommand.Program + " ", StringComparison.Ordinal);
        own = Example().Replace(own, $"echo '=== ${{call}}'; ${{call}} localhost:{home.GrpcPort}");
        // Debian's own python3 is the one that Debian's grpcio belongs to.
        return Outcome.OfAsync("bash", "-c", $"set -e; cd '{Repository.Root}'; export BOLYST_HOME='{home.Path}'; unset BOLYST_DATABASE; python3() {{ /usr/bin/python3 \"$@\"; }}\n{own}");
    }

    [GeneratedRegex("```sh\n(?<lines>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ShellBlock();

    [GeneratedRegex("^(?<call>(node|python3) examples/.*)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Example();
}
