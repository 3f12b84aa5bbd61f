namespace Bolyst.Cli.Home;

/// <summary>
/// A lock that dies with its holder: the kernel drops it when the process ends, however it ends, so it is never stale.
/// The file names the holder for those who find it taken.
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
            // FileShare.None is flock(LOCK_EX) here; a reader that shares everything takes no lock and may still read the holder.
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

        stream.SetLength(0);
        using (var writer = new StreamWriter(stream, leaveOpen: true))
        {
            writer.Write(holder);
        }

        return new FileLock(stream);
    }

    /// <summary>Who holds the lock, in its own words; null if nobody does.</summary>
    public static string? Holder(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        using (var taken = TryTake(path, ""))
        {
            if (taken is not null)
            {
                return null;
            }
        }

        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd();
    }

    public void Dispose() => stream.Dispose();
}
