namespace Bolyst.Cli.Home;

/// <summary>
/// A lock that dies with its holder: the kernel drops it when the process ends, however it ends, so it is never stale.
/// A note beside it names the holder for those who find it taken: a locked file itself cannot be read.
/// </summary>
internal sealed class FileLock : IDisposable
{
    private const int WouldBlock = 11;

    private readonly FileStream stream;

    private FileLock(FileStream stream) => this.stream = stream;

    /// <summary>Takes the lock, or returns null if another process holds it.</summary>
    public static FileLock? TryTake(string path, string holder)
    {
        FileStream stream;
        try
        {
            // FileShare.None is flock(LOCK_EX | LOCK_NB) here.
            stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException)
        {
            throw new CommandException(
                $"{path} belongs to another user.",
                "Run as the user who made it, or set BOLYST_HOME to a folder of your own.");
        }
        catch (IOException fault) when (fault.HResult == WouldBlock)
        {
            return null;
        }

        File.WriteAllText(Note(path), holder);
        return new FileLock(stream);
    }

    /// <summary>Who holds the lock, in its own words; null if nobody does.</summary>
    public static string? Holder(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        using var taken = TryTake(path, "");
        return taken is null ? File.ReadAllText(Note(path)) : null;
    }

    public void Dispose() => stream.Dispose();

    private static string Note(string path) => path + ".holder";
}
