using System.Globalization;
using System.Text.Json;
using Bolyst.Cli.Tests.Harness;
using Npgsql;

namespace Bolyst.Cli.Tests.Up;

/// <summary>kill -9 at every place: the next command clears up, and nothing that was stored is lost.</summary>
public sealed class CrashTests
{
    [Fact]
    public async Task A_killed_database_recovers_with_what_was_stored()
    {
        await using var home = new TemporaryHome();
        (await home.UpAsync()).ShouldSucceed();
        await ExecuteAsync(home, "CREATE TABLE kept AS SELECT 42 AS answer");
        var run = await StateAsync(home);
        await KillAsync(run.Supervisor, run.Service, PostmasterOf(home));

        (await home.UpAsync()).ShouldSucceed();

        Assert.Equal("ready", await home.ReadyzAsync());
        Assert.Equal(42, await ExecuteAsync(home, "SELECT answer FROM kept"));
    }

    [Fact]
    public async Task A_lock_whose_process_id_now_belongs_to_another_program_is_cleared()
    {
        await using var home = new TemporaryHome();
        (await home.UpAsync()).ShouldSucceed();
        (await home.DownAsync()).ShouldSucceed();
        // As after a restart of the machine: this test's own process bears the number that the database once had.
        var stale = $"{Environment.ProcessId}\n{home.Data}\n1700000000\n5432\n\n\n\nready\n";
        await File.WriteAllTextAsync(Path.Combine(home.Data, "postmaster.pid"), stale);
        await File.WriteAllTextAsync(Path.Combine(home.Path, "postgres", "socket", ".s.PGSQL.5432.lock"), stale);
        (await home.Command.RunAsync("doctor", "--port", "1", "--grpc-port", "2")).ShouldSay("clears its lock");

        (await home.UpAsync()).ShouldSucceed().ShouldSay("stale lock is cleared");

        Assert.Equal("ready", await home.ReadyzAsync());
    }

    [Fact]
    public async Task A_service_left_by_a_killed_up_is_ended_by_the_next_up()
    {
        await using var home = new TemporaryHome();
        (await home.UpAsync()).ShouldSucceed();
        var run = await StateAsync(home);
        await KillAsync(run.Supervisor);
        Assert.Equal("ready", await home.ReadyzAsync());
        var status = await home.Command.RunAsync("status");
        status.ShouldSay($"process {run.Service}");
        Assert.Equal(3, status.ExitCode);

        (await home.UpAsync()).ShouldSucceed().ShouldSay($"ending the service (process {run.Service})");

        Assert.Equal("ready", await home.ReadyzAsync());
        Assert.NotEqual(run.Service, (await StateAsync(home)).Service);
    }

    [Fact]
    public async Task Down_stops_what_a_killed_up_left_behind()
    {
        await using var home = new TemporaryHome();
        (await home.UpAsync()).ShouldSucceed();
        await KillAsync((await StateAsync(home)).Supervisor);

        (await home.DownAsync()).ShouldSucceed().ShouldSay("stopped");

        Assert.Null(await home.ReadyzAsync());
        Assert.Empty(Processes.In(home.Data));
    }

    [Fact]
    public async Task A_service_that_ends_by_itself_ends_up_with_an_error_and_stops_the_database()
    {
        await using var home = new TemporaryHome();
        var up = home.Command.Start(["up", .. home.UpSwitches]);
        while (await up.StandardOutput.ReadLineAsync() is { } line && !line.Contains("Bolyst is ready", StringComparison.Ordinal))
        {
        }

        await KillAsync((await StateAsync(home)).Service);

        (await Outcome.OfAsync(up)).ShouldFail("The service ended by itself");
        Assert.Empty(Processes.In(home.Data));
    }

    private static async Task<(int Supervisor, int Service)> StateAsync(TemporaryHome home)
    {
        using var state = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(home.Path, "run.json")));
        return (Id("supervisor"), Id("service"));

        int Id(string name) => state.RootElement.GetProperty(name).GetProperty("id").GetInt32();
    }

    private static int PostmasterOf(TemporaryHome home) =>
        int.Parse(File.ReadLines(Path.Combine(home.Data, "postmaster.pid")).First(), CultureInfo.InvariantCulture);

    private static async Task KillAsync(params int[] processes) =>
        (await Outcome.OfAsync("sh", "-c", $"kill -9 {string.Join(' ', processes)}")).ShouldSucceed();

    private static async Task<object?> ExecuteAsync(TemporaryHome home, string sql)
    {
        await using var source = NpgsqlDataSource.Create($"Host={Path.Combine(home.Path, "postgres", "socket")};Username=bolyst;Database=bolyst;Pooling=false");
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }
}
