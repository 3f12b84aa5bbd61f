using System.Globalization;
using Bolyst.Cli.Home;
using Bolyst.Cli.Tools;
using Npgsql;

namespace Bolyst.Cli.Cluster;

/// <summary>
/// A PostgreSQL with PostGIS of Bolyst's own, reachable only through a Unix socket in a folder private to its user:
/// no TCP port to collide on, no password to keep. See docs/decisions/0004-private-cluster.md.
/// </summary>
internal sealed class PrivateCluster(ClusterFolder folder, PostgresInstallation installation)
{
    private const string Name = "bolyst";
    private const long MegabytesToMake = 250;
    private const long MegabytesToStart = 64;

    private static readonly TimeSpan OrphansMayTake = TimeSpan.FromSeconds(10);

    /// <summary>For a cluster that runs with Bolyst's own settings.</summary>
    public static IReadOnlyDictionary<string, string> NoFurtherSettings { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What initdb, pg_ctl and postgres must not inherit: the caller's own PostgreSQL settings and language.</summary>
    private static readonly Dictionary<string, string?> CleanEnvironment = Environment.GetEnvironmentVariables().Keys.Cast<string>()
        .Where(name => name.StartsWith("PG", StringComparison.Ordinal))
        .ToDictionary(name => name, _ => (string?)null, StringComparer.Ordinal)
        .Append(new("LC_ALL", "C.UTF-8")).ToDictionary(StringComparer.Ordinal);

    public ClusterFolder Folder => folder;

    public PostgresInstallation Installation => installation;

    /// <summary>Connects to the cluster's database, as its superuser: migrations must create the extension.</summary>
    public string ConnectionString => ConnectionStringTo(folder);

    /// <summary>The cluster of a home: its folder, and the installed PostgreSQL that fits it.</summary>
    public static async Task<PrivateCluster> PrepareAsync(BolystHome home, CancellationToken cancellation)
    {
        var folder = await ClusterFolder.PrepareAsync(home, cancellation);
        return new PrivateCluster(folder, ClusterVersion.Choose(folder.Data, await PostgresInstallation.FindAsync(cancellation)));
    }

    /// <summary>Makes the cluster if there is none, starts it if it does not run, and makes its database if that is missing.</summary>
    /// <param name="settings">Settings of PostgreSQL on top of Bolyst's own.</param>
    public async Task StartAsync(IReadOnlyDictionary<string, string> settings, Action<string> say, CancellationToken cancellation)
    {
        if (!File.Exists(Path.Combine(folder.Data, "PG_VERSION")))
        {
            say($"making a private PostgreSQL {installation.Major} in {folder.Path}");
            await MakeAsync(cancellation);
        }

        if (ClusterProcesses.Find(folder.Data).Postmaster is null)
        {
            await ClearStaleLockAsync(say, cancellation);
            Disk.Require(folder.Data, MegabytesToStart, "starting PostgreSQL");
            await WriteSettingsAsync(settings, cancellation);
            await StartServerAsync(cancellation);
        }

        await MakeDatabaseAsync(cancellation);
    }

    /// <summary>Stops the cluster: sessions are ended, what was committed stays.</summary>
    public async Task StopAsync(CancellationToken cancellation)
    {
        if (ClusterProcesses.Find(folder.Data).Postmaster is null)
        {
            return;
        }

        var stopped = await RunAsync("pg_ctl", cancellation, "stop", "--pgdata", folder.Data, "--mode=fast", "--wait", "--timeout=60");
        if (!stopped.Succeeded && ClusterProcesses.Find(folder.Data).Postmaster is { } stubborn)
        {
            throw new CommandException(
                $"PostgreSQL in {folder.Data} (process {stubborn}) did not stop: {stopped.Output.Trim()}",
                $"Its log is {folder.Log}.");
        }
    }

    /// <summary>Stops the cluster and deletes all it holds: only for clusters that hold nothing of worth, such as the tests'.</summary>
    public async Task RemoveAsync(CancellationToken cancellation)
    {
        await StopAsync(cancellation);
        await RemoveAsync(folder.Data, cancellation);
    }

    /// <summary>Connects to the database of the cluster in a folder, if it runs.</summary>
    public static string ConnectionStringTo(ClusterFolder folder) => ConnectionTo(folder, Name);

    private static string ConnectionTo(ClusterFolder folder, string database) => new NpgsqlConnectionStringBuilder
    {
        Host = folder.Socket,
        Username = Name,
        Database = database,
    }.ConnectionString;

    private async Task MakeAsync(CancellationToken cancellation)
    {
        Disk.Require(folder.Path, MegabytesToMake, "a new PostgreSQL");
        // Made aside and moved into place: a half-made data folder never looks like a whole one.
        var aside = folder.Data + ".new";
        await RemoveAsync(aside, cancellation);
        var made = await RunAsync(
            "initdb", cancellation, "--pgdata", aside, "--username", Name, "--encoding=UTF8", "--locale=C.UTF-8", "--data-checksums",
            "--auth-local=trust", "--auth-host=reject");
        if (!made.Succeeded)
        {
            await RemoveAsync(aside, cancellation);
            throw Failure("initdb", made);
        }

        await File.AppendAllTextAsync(Path.Combine(aside, "postgresql.conf"), "include 'bolyst.conf'\n", cancellation);
        Directory.Move(aside, folder.Data);
    }

    private async Task RemoveAsync(string path, CancellationToken cancellation) =>
        await new Tool("rm", "--recursive", "--force", "--", path) { User = folder.User }.RunAsync(cancellation);

    /// <summary>After a kill -9 the lock file stays, and by the time of the next start its process id may be another program's.</summary>
    private async Task ClearStaleLockAsync(Action<string> say, CancellationToken cancellation)
    {
        string[] locks = [ClusterProcesses.LockFile(folder.Data), folder.SocketFile + ".lock"];
        if (!locks.Any(File.Exists))
        {
            return;
        }

        // Sessions of a killed server notice and leave by themselves; a new server beside them would destroy the data.
        var begun = TimeProvider.System.GetTimestamp();
        while (ClusterProcesses.Find(folder.Data).All is { Count: > 0 } orphans)
        {
            if (TimeProvider.System.GetElapsedTime(begun) > OrphansMayTake)
            {
                throw new CommandException(
                    $"PostgreSQL in {folder.Data} was killed, but its processes {string.Join(", ", orphans)} still work there.",
                    $"End them (kill {string.Join(' ', orphans)}) and run the command again.");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), cancellation);
        }

        say("PostgreSQL was killed last time; its stale lock is cleared and it recovers by itself");
        foreach (var stale in locks)
        {
            File.Delete(stale);
        }
    }

    private async Task WriteSettingsAsync(IReadOnlyDictionary<string, string> settings, CancellationToken cancellation)
    {
        var lines = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["listen_addresses"] = "",
            ["unix_socket_directories"] = folder.Socket,
            ["unix_socket_permissions"] = "0700",
            ["max_connections"] = "100",
            ["shared_buffers"] = "256MB",
            ["timezone"] = "UTC",
            ["log_timezone"] = "UTC",
        };
        foreach (var (name, value) in settings)
        {
            lines[name] = value;
        }

        var text = string.Concat(lines.Select(line => $"{line.Key} = '{line.Value.Replace("'", "''", StringComparison.Ordinal)}'\n"));
        await File.WriteAllTextAsync(
            Path.Combine(folder.Data, "bolyst.conf"), "# Written by bolyst at every start; your own settings go into postgresql.conf, below the include.\n" + text, cancellation);
    }

    private async Task StartServerAsync(CancellationToken cancellation)
    {
        // One start's log is what anyone asks for; the file does not grow for ever.
        File.Delete(folder.Log);
        var started = await RunAsync("pg_ctl", cancellation, "start", "--pgdata", folder.Data, "--log", folder.Log, "--wait", "--timeout=120", "--silent");
        if (!started.Succeeded)
        {
            var log = File.Exists(folder.Log) ? await File.ReadAllTextAsync(folder.Log, cancellation) : "";
            throw Failure("PostgreSQL", started with { Output = started.Output + log });
        }
    }

    private async Task MakeDatabaseAsync(CancellationToken cancellation)
    {
        await using var source = NpgsqlDataSource.Create(ConnectionTo(folder, "postgres"));
        await using var find = source.CreateCommand("SELECT count(*) FROM pg_database WHERE datname = $1");
        find.Parameters.AddWithValue(Name);
        if (Convert.ToInt64(await find.ExecuteScalarAsync(cancellation), CultureInfo.InvariantCulture) == 0)
        {
            await using var make = source.CreateCommand($"CREATE DATABASE {Name}");
            await make.ExecuteNonQueryAsync(cancellation);
        }
    }

    private CommandException Failure(string program, ToolResult result) =>
        result.Output.Contains("No space left on device", StringComparison.Ordinal)
            ? Disk.Full(folder.Path, $"{program} could not write")
            : new CommandException($"{program} failed in {folder.Path}:", [.. result.LastLines(8), $"Its log is {folder.Log}; 'bolyst doctor' looks at the machine."]);

    private async Task<ToolResult> RunAsync(string program, CancellationToken cancellation, params string[] arguments) =>
        await new Tool(installation.Program(program), arguments) { User = folder.User, Environment = CleanEnvironment }.RunAsync(cancellation);
}
