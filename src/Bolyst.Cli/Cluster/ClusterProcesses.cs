using System.Globalization;

namespace Bolyst.Cli.Cluster;

/// <summary>
/// The processes that work in a data folder. A process id alone proves nothing after a crash or a restart of the machine: it may
/// be somebody else's by now. Every process of a PostgreSQL has its data folder as working directory, which nobody else has.
/// </summary>
/// <param name="Postmaster">The main process, if it lives.</param>
/// <param name="All">Every live process of the cluster, the main one among them.</param>
internal sealed record ClusterProcesses(int? Postmaster, IReadOnlyList<int> All)
{
    public static ClusterProcesses Find(string data)
    {
        var all = Directory.EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id != 0 && WorkingDirectory(id) == data)
            .ToList();
        var recorded = LockFile(data) is { } file && File.Exists(file)
            && int.TryParse(File.ReadLines(file).FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var postmaster)
            ? postmaster : 0;
        return new ClusterProcesses(all.Contains(recorded) ? recorded : null, all);
    }

    /// <summary>The file by which PostgreSQL locks its data folder.</summary>
    public static string LockFile(string data) => Path.Combine(data, "postmaster.pid");

    private static string? WorkingDirectory(int id)
    {
        try
        {
            return new FileInfo($"/proc/{id}/cwd").LinkTarget;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // Ended meanwhile, or another user's.
            return null;
        }
    }
}
