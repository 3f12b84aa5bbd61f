using Bolyst.Cli.Home;

namespace Bolyst.Cli.Requirements;

/// <summary>Brings what is missing where that is permitted, and says what to do where it is not.</summary>
internal static class Installer
{
    /// <summary>The requirements that this machine does not meet.</summary>
    public static async Task<IReadOnlyList<Requirement>> FindMissingAsync(IEnumerable<Requirement> requirements, CancellationToken cancellation)
    {
        var missing = new List<Requirement>();
        foreach (var requirement in requirements)
        {
            if (await requirement.Find(cancellation) is null)
            {
                missing.Add(requirement);
            }
        }

        return missing;
    }

    /// <summary>Installs what is missing, or fails with the ways to have it installed.</summary>
    public static async Task EnsureAsync(IEnumerable<Requirement> requirements, BolystHome home, Action<string> say, CancellationToken cancellation)
    {
        var missing = await FindMissingAsync(requirements, cancellation);
        if (missing.Count == 0)
        {
            return;
        }

        var named = string.Join(" and ", missing);
        if (await Apt.FindAsync(cancellation) is not { } apt)
        {
            throw new CommandException($"Missing: {named}.", WaysOut(missing));
        }

        say($"installing {named} with apt-get (log: {home.InstallLog})");
        await apt.InstallAsync([.. missing.Select(requirement => requirement.AptPackage)], home.InstallLog, cancellation);
        if (await FindMissingAsync(missing, cancellation) is { Count: > 0 } still)
        {
            throw new CommandException($"apt-get installed its packages, but {string.Join(" and ", still)} is still not found.", $"The log is {home.InstallLog}.");
        }
    }

    /// <summary>What a person can do where Bolyst may not install by itself.</summary>
    public static IReadOnlyList<string> WaysOut(IReadOnlyList<Requirement> missing) =>
    [
        "This user may not install packages here (not root, no sudo without a password, or no apt-get).",
        $"Have them installed (Debian, Ubuntu: sudo apt-get install {string.Join(' ', missing.Select(AptName))}), or",
        "run 'docker compose up' instead, or name a PostGIS elsewhere in BOLYST_DATABASE.",
    ];

    private static string AptName(Requirement requirement) =>
        requirement == Requirement.Postgis ? "postgresql postgresql-postgis" : requirement.AptPackage;
}
