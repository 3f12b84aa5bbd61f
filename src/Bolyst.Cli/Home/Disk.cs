namespace Bolyst.Cli.Home;

/// <summary>Free space, asked before work that would otherwise break half-way.</summary>
internal static class Disk
{
    private const long Megabyte = 1024 * 1024;

    /// <summary>Fails with a way out when the file system that holds the path has less than this many megabytes free.</summary>
    public static void Require(string path, long megabytes, string purpose)
    {
        var free = new DriveInfo(path).AvailableFreeSpace / Megabyte;
        if (free < megabytes)
        {
            throw Full(path, $"{purpose} needs {megabytes} MB, and {free} MB are free there");
        }
    }

    /// <summary>The failure for a full disk.</summary>
    public static CommandException Full(string path, string detail) => new(
        $"The disk that holds {path} is full: {detail}.",
        $"Free some space (see 'df -h {path}'), or",
        "set BOLYST_HOME to a folder on another disk. Nothing that was stored is lost.");
}
