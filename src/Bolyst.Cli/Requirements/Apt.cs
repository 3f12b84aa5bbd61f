using System.Globalization;
using System.Text.RegularExpressions;
using Bolyst.Cli.Tools;

namespace Bolyst.Cli.Requirements;

/// <summary>The package manager of Debian and Ubuntu, where this user may use it: as root, or by sudo without a password.</summary>
internal sealed partial class Apt
{
    private const string NoMainCluster = "/etc/postgresql-common/createcluster.d/bolyst.conf";

    private readonly string[] asRoot;

    private Apt(string[] asRoot) => this.asRoot = asRoot;

    /// <summary>Null where there is no apt-get, or no right to install.</summary>
    public static async Task<Apt?> FindAsync(CancellationToken cancellation)
    {
        if (!Tool.IsOnPath("apt-get"))
        {
            return null;
        }

        if (Environment.IsPrivilegedProcess)
        {
            return new Apt([]);
        }

        return Tool.IsOnPath("sudo") && (await new Tool("sudo", "--non-interactive", "true").RunAsync(cancellation)).Succeeded
            ? new Apt(["sudo", "--non-interactive"])
            : null;
    }

    /// <summary>Installs packages; a name that begins with ^ is a pattern, of which the highest-numbered match is taken.</summary>
    public async Task InstallAsync(IReadOnlyList<string> packages, string logFile, CancellationToken cancellation)
    {
        await using var log = new StreamWriter(logFile, append: false) { AutoFlush = true };
        await RunAsync(log, cancellation, "apt-get", "update");
        var names = new List<string>();
        foreach (var package in packages)
        {
            names.Add(package.StartsWith('^') ? await NewestAsync(package, cancellation) : package);
        }

        // Debian would make and start a cluster of its own on port 5432, which nobody asked for.
        await RunAsync(log, cancellation, "sh", "-c", $"mkdir -p {Path.GetDirectoryName(NoMainCluster)} && echo 'create_main_cluster = false' > {NoMainCluster}");
        try
        {
            await RunAsync(log, cancellation, ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install", "--yes", "--no-install-recommends", .. names]);
        }
        finally
        {
            await RunAsync(log, CancellationToken.None, "rm", "-f", NoMainCluster);
        }
    }

    private static async Task<string> NewestAsync(string pattern, CancellationToken cancellation)
    {
        var found = await new Tool("apt-cache", "pkgnames").RunAsync(cancellation);
        return found.Output.Split('\n', StringSplitOptions.TrimEntries)
            .Where(name => Regex.IsMatch(name, pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)))
            .MaxBy(name => int.Parse(FirstNumber().Match(name).Value, CultureInfo.InvariantCulture))
            ?? throw new CommandException($"apt-get knows no package {pattern}.", "Look at the package sources of this machine, or run 'docker compose up' instead.");
    }

    private async Task RunAsync(StreamWriter log, CancellationToken cancellation, params string[] command)
    {
        string[] call = [.. asRoot, .. command];
        var result = await new Tool(call[0], call[1..]) { OnLine = line => { lock (log) { log.WriteLine(line); } } }.RunAsync(cancellation);
        if (!result.Succeeded)
        {
            throw new CommandException($"'{string.Join(' ', command)}' failed:", [.. result.LastLines(5)]);
        }
    }

    [GeneratedRegex("[0-9]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FirstNumber();
}
