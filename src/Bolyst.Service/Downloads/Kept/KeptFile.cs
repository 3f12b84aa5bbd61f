namespace Bolyst.Service.Downloads.Kept;

/// <summary>
/// A file that is made once, read by many, also while it grows. Whoever reads it holds a <see cref="KeptLease"/>; when the last of them
/// leaves before it is whole, making it is given up.
/// </summary>
/// <param name="path">Where it lies.</param>
/// <param name="mostBytes">The size that it may not pass.</param>
/// <param name="abandoned">Ends the making of it; without a timer, so nothing to dispose of.</param>
internal sealed class KeptFile(string path, long mostBytes, CancellationTokenSource abandoned)
{
    private readonly Lock gate = new();
    private TaskCompletionSource changed = NewSignal();
    private long length;
    private bool whole;
    private Exception? fault;

    /// <summary>Where it lies.</summary>
    public string Path { get; } = path;

    /// <summary>The size that it may not pass, in bytes.</summary>
    public long MostBytes { get; } = mostBytes;

    /// <summary>How many hold it; guarded by <see cref="KeptFiles"/>.</summary>
    public int Readers { get; set; }

    /// <summary>When it was last asked for, counted in requests; guarded by <see cref="KeptFiles"/>.</summary>
    public long LastAsked { get; set; }

    /// <summary>Cancelled when nobody waits for it any more.</summary>
    public CancellationToken Abandoned => abandoned.Token;

    /// <summary>Bytes that can be read.</summary>
    public long Length => Interlocked.Read(ref length);

    /// <summary>True when nothing will be added.</summary>
    public bool IsWhole
    {
        get
        {
            lock (gate)
                return whole;
        }
    }

    /// <summary>Waits until there is more than some length, or no more to come; throws what making it threw.</summary>
    /// <returns>How long it is now.</returns>
    public async ValueTask<long> LongerThanAsync(long known, CancellationToken cancellation)
    {
        while (true)
        {
            Task next;
            lock (gate)
            {
                if (fault is not null)
                    System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(fault);
                if (whole || length > known)
                    return length;
                next = changed.Task;
            }

            await next.WaitAsync(cancellation);
        }
    }

    /// <summary>Waits until it is whole; throws what making it threw.</summary>
    public ValueTask<long> WholeAsync(CancellationToken cancellation) => LongerThanAsync(long.MaxValue - 1, cancellation);

    /// <summary>Opens a file beside it, empty, for what can be written but not sent yet. It goes when it is closed.</summary>
    public FileStream Aside() => new(Path + ".aside", FileMode.CreateNew, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, 1 << 16, FileOptions.DeleteOnClose);

    public void Grown(long bytes) => Change(() => length += bytes);

    public void Completed() => Change(() => (length, whole) = (new FileInfo(Path).Length, true));

    public void Failed(Exception why) => Change(() => fault = why);

    public void Abandon() => abandoned.Cancel();

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Change(Action change)
    {
        TaskCompletionSource told;
        lock (gate)
        {
            change();
            (told, changed) = (changed, NewSignal());
        }

        told.SetResult();
    }
}
