namespace Bolyst.Service.Downloads.Kept;

/// <summary>
/// A folder of one running service. It goes when the service ends; those of services that ended without tidying up, told by a lock
/// that nobody holds, go when the next one starts.
/// </summary>
internal sealed class KeptFolder : IDisposable
{
    private const string Prefix = "bolyst-downloads-";
    private const string LockName = "lock";

    private readonly FileStream held;

    /// <param name="parent">Where to make it.</param>
    public KeptFolder(string parent)
    {
        Directory.CreateDirectory(parent);
        foreach (var left in Directory.EnumerateDirectories(parent, Prefix + "*"))
        {
            RemoveIfLeft(left);
        }

        Path = System.IO.Path.Combine(parent, Prefix + Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        held = new(System.IO.Path.Combine(Path, LockName), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
    }

    public string Path { get; }

    public void Dispose()
    {
        held.Dispose();
        Directory.Delete(Path, recursive: true);
    }

    private static void RemoveIfLeft(string folder)
    {
        try
        {
            using (new FileStream(System.IO.Path.Combine(folder, LockName), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
            {
            }

            Directory.Delete(folder, recursive: true);
        }
        catch (Exception held) when (held is IOException or UnauthorizedAccessException)
        {
            // Another service's, at work or just starting.
        }
    }
}
