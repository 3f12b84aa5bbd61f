using System.Globalization;

namespace Bolyst.Cli.Tests.Harness;

/// <summary>What runs, read from the kernel.</summary>
internal static class Processes
{
    /// <summary>The ids of the processes whose working directory is this folder.</summary>
    public static IReadOnlyList<int> In(string folder) =>
    [
        .. Directory.EnumerateDirectories("/proc")
            .Where(process => Path.GetFileName(process).All(char.IsAsciiDigit) && WorkingDirectory(process) == folder)
            .Select(process => int.Parse(Path.GetFileName(process), CultureInfo.InvariantCulture)),
    ];

    private static string? WorkingDirectory(string process)
    {
        try
        {
            return new FileInfo(Path.Combine(process, "cwd")).LinkTarget;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
