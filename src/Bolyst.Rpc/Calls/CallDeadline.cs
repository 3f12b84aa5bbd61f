namespace Bolyst.Rpc.Calls;

/// <summary>
/// The deadline of a call. It cancels the handler's token and ends the call by itself, whether or not the handler listens;
/// handler and deadline take turns at the response.
/// </summary>
internal sealed class CallDeadline : IDisposable
{
    /// <summary>Timers reach 49 days; a longer deadline is told to the handler and not waited for.</summary>
    private static readonly TimeSpan LongestTimer = TimeSpan.FromDays(49);

    private readonly Lock gate = new();
    private readonly CancellationTokenSource source;
    private readonly CancellationTokenRegistration onAbort;
    private readonly Func<bool, Task<Status>> expire;
    private Task<Status>? expiry;
    private bool writing;
    private bool ended;
    private volatile bool aborted;

    public CallDeadline(TimeSpan timeout, TimeProvider time, Func<bool, Task<Status>> expire, CancellationToken aborted)
    {
        this.expire = expire;
        var now = time.GetUtcNow().UtcDateTime;
        At = timeout < DateTime.MaxValue - now ? now + timeout : DateTime.MaxValue;
        source = timeout < LongestTimer ? new CancellationTokenSource(timeout, time) : new CancellationTokenSource();
        Token = source.Token;
        Token.UnsafeRegister(static deadline => ((CallDeadline)deadline!).Pass(), this);
        onAbort = aborted.UnsafeRegister(static deadline => ((CallDeadline)deadline!).Abort(), this);
    }

    public DateTime At { get; }

    /// <summary>Fires when the deadline passes or the caller is lost.</summary>
    public CancellationToken Token { get; }

    /// <summary>
    /// Whether the deadline, not a lost caller, fired the token. Asked of the token itself: whoever waits on it is told before
    /// <see cref="Pass"/> is, for the last to register is the first to be called.
    /// </summary>
    public bool HasPassed => source.IsCancellationRequested && !aborted;

    /// <summary>Takes the response for a write. False when the call has ended.</summary>
    public bool TryEnter()
    {
        lock (gate)
        {
            writing = !ended;
            return writing;
        }
    }

    /// <summary>Gives the response back.</summary>
    public void Leave()
    {
        lock (gate)
        {
            writing = false;
        }
    }

    /// <summary>Takes the response for the last time. False when the deadline has.</summary>
    public bool TryEnd()
    {
        lock (gate)
        {
            var first = !ended;
            ended = true;
            return first;
        }
    }

    /// <summary>The status that the deadline ended the call with.</summary>
    public Task<Status> EndedAsync() => expiry!;

    public void Dispose()
    {
        onAbort.Dispose();
        source.Dispose();
    }

    private void Abort()
    {
        aborted = !source.IsCancellationRequested;
        lock (gate)
        {
            ended = true;
            expiry ??= Task.FromResult(Status.DefaultCancelled);
        }

        source.Cancel();
    }

    private void Pass()
    {
        lock (gate)
        {
            if (ended)
            {
                return;
            }

            ended = true;
            expiry = expire(writing);
        }
    }
}
