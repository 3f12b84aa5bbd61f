using Bolyst.Cli.Tests.Harness;

namespace Bolyst.Cli.Tests.Up;

/// <summary>Machines that lack something: PostgreSQL, space, the right version.</summary>
public sealed class MachineTests
{
    [Fact]
    public async Task A_cluster_of_another_major_version_is_left_alone_with_three_ways_out()
    {
        await using var home = new TemporaryHome();
        (await home.UpAsync()).ShouldSucceed();
        (await home.DownAsync()).ShouldSucceed();
        var version = Path.Combine(home.Data, "PG_VERSION");
        var made = (await File.ReadAllTextAsync(version)).Trim();
        await File.WriteAllTextAsync(version, "11\n");

        (await home.UpAsync()).ShouldFail("made by PostgreSQL 11", $"this machine has PostgreSQL {made}", "postgresql-11-postgis-3", "pg_upgrade", $"mv {home.Data} {home.Data}-11");
        (await home.Command.RunAsync("doctor", "--port", "1", "--grpc-port", "2")).ShouldFail("made by PostgreSQL 11");

        await File.WriteAllTextAsync(version, made + "\n");
        (await home.UpAsync()).ShouldSucceed();
    }

    [Fact]
    public async Task Without_PostgreSQL_and_without_the_right_to_install_it_the_ways_out_are_said()
    {
        Privilege.RequireRoot();
        await using var home = new TemporaryHome(modeAbove: (UnixFileMode)0b111_111_111);
        var program = await Privilege.CopyProgramAsync(home.Above);

        foreach (var command in new[] { "up", "doctor" })
        {
            var said = await Outcome.OfAsync(
                "unshare", "--mount", "sh", "-c",
                $"mount -t tmpfs none /usr/lib/postgresql && export BOLYST_HOME={home.Path} && exec {string.Join(' ', Privilege.AsNobody)} {program} {command}");

            said.ShouldFail("PostgreSQL with PostGIS", "may not install packages", "apt-get install", "docker compose up", "BOLYST_DATABASE");
        }
    }

    [Fact]
    public async Task A_disk_too_small_for_a_database_is_said_before_anything_is_made()
    {
        Privilege.RequireRoot();
        await using var home = new TemporaryHome();

        var said = await InSmallDiskAsync(home, 100, $"{BolystCommand.Program} up");

        said.ShouldFail($"The disk that holds {home.Path}", "is full", "needs 250 MB", "set BOLYST_HOME to a folder on another disk");
    }

    [Fact]
    public async Task A_disk_that_fills_up_stops_the_next_start_and_freeing_it_mends_it()
    {
        Privilege.RequireRoot();
        await using var home = new TemporaryHome();
        var up = $"{BolystCommand.Program} up --detach {string.Join(' ', home.UpSwitches)}";

        var said = await InSmallDiskAsync(
            home,
            400,
            $"{up} && {BolystCommand.Program} down && (head -c 500M /dev/zero >{home.Path}/ballast || true)",
            $"{up} && exit 9; echo refused",
            $"rm {home.Path}/ballast && {up} && {BolystCommand.Program} down");

        said.ShouldSucceed().ShouldSay("is full", "Nothing that was stored is lost", "refused");
    }

    /// <summary>Runs shell lines with a small disk of its own, in megabytes, at the place of the home; the first that fails ends it.</summary>
    private static Task<Outcome> InSmallDiskAsync(TemporaryHome home, int megabytes, params string[] lines) => Outcome.OfAsync(
        "unshare", "--mount", "bash", "-c",
        $"set -e; mkdir -p {home.Path}; mount -t tmpfs -o size={megabytes}m,mode=755 none {home.Path}; export BOLYST_HOME={home.Path}; unset BOLYST_DATABASE\n{string.Join('\n', lines)}");
}
