using System.Globalization;

namespace Bolyst.Cli.Cluster;

/// <summary>Which installed PostgreSQL fits a data folder: a cluster runs only under the major version that made it.</summary>
internal static class ClusterVersion
{
    /// <summary>The newest installation with PostGIS for a new folder; the one of the same major version for an existing one.</summary>
    public static PostgresInstallation Choose(string data, IReadOnlyList<PostgresInstallation> installed)
    {
        var usable = installed.Where(installation => installation.HasPostgis).ToList();
        if (usable.Count == 0)
        {
            throw installed.Count == 0
                ? new CommandException("PostgreSQL with PostGIS is not installed.", "'bolyst doctor' says how to get it.")
                : new CommandException($"PostgreSQL {installed[0].Major} is installed without PostGIS.", "'bolyst doctor' says how to get it.");
        }

        if (Of(data) is not { } made)
        {
            return usable[0];
        }

        return usable.FirstOrDefault(installation => installation.Major == made) ?? throw Mismatch(data, made, usable[0]);
    }

    /// <summary>The major version that made a data folder; null if there is none.</summary>
    public static int? Of(string data)
    {
        var file = Path.Combine(data, "PG_VERSION");
        return File.Exists(file) ? int.Parse(File.ReadAllText(file).Trim(), CultureInfo.InvariantCulture) : null;
    }

    private static CommandException Mismatch(string data, int made, PostgresInstallation here) => new(
        $"The cluster in {data} was made by PostgreSQL {made}; this machine has PostgreSQL {here.Major}. Nothing was changed.",
        $"Keep it as it is: install PostgreSQL {made} with PostGIS (Debian: postgresql-{made}-postgis-3), or",
        $"bring it to {here.Major}: with both versions installed, {here.Program("pg_upgrade")} --old-bindir=… --new-bindir={here.Bin} --old-datadir={data} --new-datadir=… (see its --help), or",
        $"begin anew: mv {data} {data}-{made}, then run the command again and import the deliveries into the new, empty store.");
}
