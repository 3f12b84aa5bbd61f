using Bolyst.Cli.Tests.Harness;
using Bolyst.Testing;

namespace Bolyst.Cli.Tests;

public sealed class CommandLineTests
{
    private static readonly BolystCommand Bolyst = new(Path.Combine("/tmp", "bolyst-test-nowhere"));

    [Fact]
    public async Task Every_command_explains_itself_with_examples()
    {
        var root = (await Bolyst.RunAsync("--help")).ShouldSucceed().ShouldSay("Commands:", "Examples:");
        var commands = root.Output.Split("Commands:")[1].Split("Examples:")[0]
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line.StartsWith("  ", StringComparison.Ordinal) && line.Length > 2 && char.IsAsciiLetterLower(line[2]))
            .Select(line => line.Trim().Split(' ')[0]);

        Assert.Superset(new HashSet<string>(StringComparer.Ordinal) { "up", "down", "status", "doctor", "test" }, commands.ToHashSet(StringComparer.Ordinal));
        foreach (var command in commands)
        {
            var help = (await Bolyst.RunAsync(command, "--help")).ShouldSucceed().ShouldSay("Description:", "Usage:", "Examples:", $"bolyst {command}");
            var shipped = help.Output.Split([' ', '\n']).Where(word => word.StartsWith("geodata-scripts/", StringComparison.Ordinal));
            Assert.All(shipped, file => Assert.True(File.Exists(Path.Combine(Repository.Root, file)), $"{command} --help names {file}, which is not there."));
        }
    }

    [Theory]
    [InlineData("sattus")]
    [InlineData("up", "--prot", "80")]
    [InlineData("up", "--port", "eighty")]
    [InlineData("up", "--port", "70000")]
    public async Task What_is_not_understood_is_refused(params string[] arguments)
    {
        var said = await Bolyst.RunAsync(arguments);

        Assert.NotEqual(0, said.ExitCode);
        Assert.NotEmpty(said.Error);
    }

    [Fact]
    public async Task An_unknown_suite_is_refused_with_those_that_exist()
    {
        (await Bolyst.RunAsync("test", "--suite", "Nothing")).ShouldFail("There is no suite Nothing", "Cli", "Store");
    }
}
