using System.Globalization;
using System.Text.RegularExpressions;
using Bolyst.Cli.Tools;

namespace Bolyst.Cli.Cluster;

/// <summary>PostgreSQL programs found on this machine.</summary>
/// <param name="Major">The major version, such as 15.</param>
/// <param name="Bin">The folder that holds initdb, pg_ctl and postgres.</param>
/// <param name="HasPostgis">Whether PostGIS is installed for it.</param>
internal sealed partial record PostgresInstallation(int Major, string Bin, bool HasPostgis)
{
    /// <summary>
    /// Every installation found, newest first: the one on PATH, and where Debian (<c>/usr/lib/postgresql</c>) and
    /// Red Hat (<c>/usr/pgsql-N</c>) keep versions side by side, off PATH.
    /// </summary>
    public static async Task<IReadOnlyList<PostgresInstallation>> FindAsync(CancellationToken cancellation)
    {
        List<string> folders = [.. SubFolders("/usr/lib/postgresql", "*"), .. SubFolders("/usr", "pgsql-*")];
        var candidates = folders.Select(folder => Path.Combine(folder, "bin"));
        if (Tool.Which("pg_ctl") is { } onPath)
        {
            candidates = candidates.Append(Path.GetDirectoryName(onPath)!);
        }

        var found = new List<PostgresInstallation>();
        foreach (var bin in candidates.Distinct(StringComparer.Ordinal).Where(IsServer))
        {
            var version = await new Tool(Path.Combine(bin, "postgres"), "--version").RunAsync(cancellation);
            if (VersionNumber().Match(version.Output) is { Success: true } number)
            {
                found.Add(new PostgresInstallation(int.Parse(number.Value, CultureInfo.InvariantCulture), bin, await FindPostgisAsync(bin, cancellation)));
            }
        }

        return [.. found.OrderByDescending(installation => installation.Major)];
    }

    /// <summary>The path of one of its programs.</summary>
    public string Program(string name) => Path.Combine(Bin, name);

    private static IEnumerable<string> SubFolders(string folder, string pattern) =>
        Directory.Exists(folder) ? Directory.EnumerateDirectories(folder, pattern) : [];

    private static bool IsServer(string bin) =>
        Tool.Exists(Path.Combine(bin, "postgres")) && Tool.Exists(Path.Combine(bin, "initdb")) && Tool.Exists(Path.Combine(bin, "pg_ctl"));

    private static async Task<bool> FindPostgisAsync(string bin, CancellationToken cancellation)
    {
        var config = Path.Combine(bin, "pg_config");
        if (!Tool.Exists(config))
        {
            return false;
        }

        var share = await new Tool(config, "--sharedir").RunAsync(cancellation);
        return File.Exists(Path.Combine(share.Output.Trim(), "extension", "postgis.control"));
    }

    [GeneratedRegex(@"(?<=PostgreSQL\) )\d+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex VersionNumber();
}
