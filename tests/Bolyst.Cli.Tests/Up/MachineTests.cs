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
        await Privilege.RequireMountsAsync();
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
    public async Task What_is_missing_is_installed_where_that_is_permitted()
    {
        await Privilege.RequireMountsAsync();
        await using var home = new TemporaryHome();
        // A machine whose PostgreSQL comes into sight when apt-get installs it; what apt-get does is Debian's to test, what it is asked is ours.
        var tools = Path.Combine(home.Above, "tools");
        Directory.CreateDirectory(tools);
        await File.WriteAllTextAsync(Path.Combine(tools, "apt-cache"), "#!/bin/sh\nprintf 'postgresql-9-postgis-3\\npostgresql-15-postgis-3\\npostgresql-15-postgis-3-scripts\\n'\n");
        await File.WriteAllTextAsync(
            Path.Combine(tools, "apt-get"),
            $"#!/bin/sh\necho \"apt-get $*\" | tee -a {home.Above}/asked\n[ \"$1\" = update ] && exit\ncat /etc/postgresql-common/createcluster.d/bolyst.conf >>{home.Above}/asked\numount /usr/lib/postgresql\n");

        var said = await Outcome.OfAsync(
            "unshare", "--mount", "bash", "-ec",
            $"""
            chmod +x {tools}/*; export PATH={tools}:$PATH BOLYST_HOME={home.Path}; unset BOLYST_DATABASE
            mount -t tmpfs none /usr/lib/postgresql
            {BolystCommand.Program} doctor || true
            {BolystCommand.Program} up --detach {string.Join(' ', home.UpSwitches)}
            {BolystCommand.Program} down
            """);

        said.ShouldSucceed().ShouldSay("'bolyst up' will install it", "installing PostgreSQL with PostGIS", "install.log", "Bolyst is ready");
        Assert.Equal(
            ["apt-get update", "apt-get install --yes --no-install-recommends postgresql-15-postgis-3", "create_main_cluster = false"],
            await File.ReadAllLinesAsync(Path.Combine(home.Above, "asked")));
        Assert.False(File.Exists("/etc/postgresql-common/createcluster.d/bolyst.conf"), "the machine's own PostgreSQL settings are as before");
    }

    [Fact]
    public async Task A_disk_too_small_for_a_database_is_said_before_anything_is_made()
    {
        await Privilege.RequireMountsAsync();
        await using var home = new TemporaryHome();

        var said = await InSmallDiskAsync(home, 100, $"{BolystCommand.Program} up");

        said.ShouldFail($"The disk that holds {home.Path}", "is full", "needs 250 MB", "set BOLYST_HOME to a folder on another disk");
    }

    [Fact]
    public async Task A_disk_that_fills_up_stops_the_next_start_and_freeing_it_mends_it()
    {
        await Privilege.RequireMountsAsync();
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
