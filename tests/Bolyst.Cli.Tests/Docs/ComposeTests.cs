using Bolyst.Cli.Tests.Harness;
using Bolyst.Testing;

namespace Bolyst.Cli.Tests.Docs;

/// <summary>docker-compose.yml, read by docker-compose itself: where no container engine runs, that is what can be checked.</summary>
public sealed class ComposeTests
{
    [Fact]
    public async Task It_is_valid_and_starts_the_service_after_a_healthy_database()
    {
        var installed = (await Outcome.OfAsync("sh", "-c", "command -v docker-compose")).ExitCode == 0;
        Assert.SkipUnless(installed || Environment.GetEnvironmentVariable("CI") is { Length: > 0 }, "docker-compose is not installed (Debian: apt-get install docker-compose).");

        var read = (await Outcome.OfAsync("docker-compose", "--file", Path.Combine(Repository.Root, "docker-compose.yml"), "config")).ShouldSucceed();

        read.ShouldSay("condition: service_healthy", "postgis/postgis", "BOLYST_DATABASE: Host=database", "pg_isready", "5080", "5081", "/var/lib/postgresql/data");
    }
}
