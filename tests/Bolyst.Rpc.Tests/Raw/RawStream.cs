namespace Bolyst.Rpc.Tests.Raw;

/// <summary>What has come back on one stream of a <see cref="RawConnection"/>.</summary>
internal sealed class RawStream
{
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long dataBytes;

    /// <summary>Headers and trailers.</summary>
    public Dictionary<string, string> Headers { get; } = new(StringComparer.Ordinal);

    /// <summary>Bytes of DATA frames so far.</summary>
    public long DataBytes => Interlocked.Read(ref dataBytes);

    /// <summary>Whether the server reset the stream rather than ending it.</summary>
    public bool WasReset { get; private set; }

    /// <summary>Done when headers have arrived.</summary>
    public Task Begun => begun.Task;

    /// <summary>Done when the server has ended or reset the stream, or the connection is gone.</summary>
    public Task Ended => ended.Task;

    public void TakeHeaders(ReadOnlySpan<byte> block)
    {
        lock (Headers)
        {
            HeaderBlock.Read(block, Headers);
        }

        begun.TrySetResult();
    }

    public void TakeData(int length) => Interlocked.Add(ref dataBytes, length);

    public void End(bool reset)
    {
        WasReset = reset;
        begun.TrySetResult();
        ended.TrySetResult();
    }
}
