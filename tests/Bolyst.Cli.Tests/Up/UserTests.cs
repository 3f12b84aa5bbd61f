using Bolyst.Cli.Tests.Harness;

namespace Bolyst.Cli.Tests.Up;

/// <summary>Who runs the command: root, whose PostgreSQL must run as another user, or an ordinary user.</summary>
public sealed class UserTests
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    [Fact]
    public async Task An_ordinary_user_runs_the_database_as_himself()
    {
        Privilege.RequireRoot();
        await using var home = new TemporaryHome(modeAbove: (UnixFileMode)0b111_111_111);
        var program = await Privilege.CopyProgramAsync(home.Above);

        var said = await Outcome.OfAsync(
            [.. Privilege.AsNobody, "sh", "-ec",
                $"export BOLYST_HOME={home.Path}; {program} up --detach {string.Join(' ', home.UpSwitches)}; stat -c 'owner %U' {home.Data}; {program} down"]);

        said.ShouldSucceed().ShouldSay("Bolyst is ready", "owner nobody", "stopped");
    }

    [Fact]
    public async Task Another_users_cluster_is_refused_by_name()
    {
        Privilege.RequireRoot();
        await using var home = new TemporaryHome(modeAbove: (UnixFileMode)0b111_111_111);
        var program = await Privilege.CopyProgramAsync(home.Above);
        (await home.UpAsync()).ShouldSucceed();
        (await home.DownAsync()).ShouldSucceed();

        var said = await Outcome.OfAsync([.. Privilege.AsNobody, "env", $"BOLYST_HOME={home.Path}", program, "up"]);

        said.ShouldFail("belongs to", "BOLYST_HOME");
    }

    [Fact]
    public async Task Under_root_a_home_that_others_may_not_enter_keeps_its_database_outside()
    {
        Privilege.RequireRoot();
        await using var home = new TemporaryHome(modeAbove: OwnerOnly);

        (await home.UpAsync()).ShouldSucceed();

        Assert.Equal("ready", await home.ReadyzAsync());
        Assert.StartsWith("/var/lib/bolyst/", new FileInfo(Path.Combine(home.Path, "postgres")).LinkTarget, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copied_home_gets_a_database_of_its_own_and_a_moved_one_takes_its_along()
    {
        Privilege.RequireRoot();
        await using var home = new TemporaryHome(modeAbove: OwnerOnly);
        (await home.UpAsync()).ShouldSucceed();
        await using var copy = new TemporaryHome(modeAbove: OwnerOnly);
        (await Outcome.OfAsync("cp", "-a", home.Path, copy.Path)).ShouldSucceed();

        // The original runs: its copy must neither take it for its own nor disturb it.
        (await copy.DownAsync()).ShouldSucceed().ShouldSay("nothing runs");
        (await copy.UpAsync()).ShouldSucceed();
        Assert.Equal("ready", await home.ReadyzAsync());
        Assert.NotEqual(LinkOf(home.Path), LinkOf(copy.Path));

        (await copy.DownAsync()).ShouldSucceed();
        var before = LinkOf(copy.Path);
        await using var moved = new TemporaryHome(modeAbove: OwnerOnly);
        Directory.Move(copy.Path, moved.Path);
        (await moved.UpAsync()).ShouldSucceed();
        Assert.Equal(before, LinkOf(moved.Path));

        static string? LinkOf(string path) => new FileInfo(Path.Combine(path, "postgres")).LinkTarget;
    }
}
