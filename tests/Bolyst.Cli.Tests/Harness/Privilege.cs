namespace Bolyst.Cli.Tests.Harness;

/// <summary>Some situations only root can set up: another user, a small disk, a machine without PostgreSQL.</summary>
internal static class Privilege
{
    /// <summary>A user without a home, without sudo.</summary>
    public static string[] AsNobody => ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups", "--"];

    /// <summary>Skips a test that only root can set up.</summary>
    public static void RequireRoot() => Assert.SkipUnless(Environment.IsPrivilegedProcess, "Only root can set this up (users, mounts).");

    /// <summary>Skips a test that needs a view of the file system of its own: root of a machine may have one, root of a container often not.</summary>
    public static async Task RequireMountsAsync()
    {
        RequireRoot();
        Assert.SkipUnless((await Outcome.OfAsync("unshare", "--mount", "mount", "-t", "tmpfs", "none", "/mnt")).ExitCode == 0, "This root may not mount (a container without CAP_SYS_ADMIN).");
    }

    /// <summary>The program with its service, copied to where every user can run it: a checkout may lie in a home that nobody else enters.</summary>
    public static async Task<string> CopyProgramAsync(string folder)
    {
        var configuration = Path.GetFileName(Path.GetDirectoryName(BolystCommand.Program)!);
        foreach (var project in new[] { "Bolyst.Cli", "Bolyst.Service" })
        {
            var target = Path.Combine(folder, "bin", project);
            Directory.CreateDirectory(target);
            var source = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(BolystCommand.Program)!, "..", "..", project, configuration));
            (await Outcome.OfAsync("cp", "-r", source, Path.Combine(target, configuration))).ShouldSucceed();
        }

        return Path.Combine(folder, "bin", "Bolyst.Cli", configuration, "bolyst");
    }
}
