namespace Bolyst.Service.Downloads.Kept;

/// <summary>
/// Writes a kept file from its beginning to its end. What was written is never changed, since it may have been sent: archives written to
/// it therefore put sizes after their entries.
/// </summary>
internal sealed class KeptWriter(KeptFile file) : Stream
{
    private const int Block = 1 << 16;

    private readonly FileStream output = new(file.Path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
    private readonly byte[] block = new byte[Block];
    private int used;
    private long written;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (buffer.Length > 0)
        {
            var part = Math.Min(Block - used, buffer.Length);
            buffer[..part].CopyTo(block.AsSpan(used));
            used += part;
            buffer = buffer[part..];
            if (used == Block)
                Flush();
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <summary>Writes a part of another file.</summary>
    /// <param name="from">The file; flushed.</param>
    /// <param name="start">Where the part begins.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="cancellation">Gives up.</param>
    public void Copy(FileStream from, long start, long end, CancellationToken cancellation)
    {
        while (start < end)
        {
            cancellation.ThrowIfCancellationRequested();
            var read = RandomAccess.Read(from.SafeFileHandle, block.AsSpan(used, (int)Math.Min(Block - used, end - start)), start);
            if (read == 0)
                throw new EndOfStreamException(from.Name);
            (used, start) = (used + read, start + read);
            if (used == Block)
                Flush();
        }
    }

    // The disk cache takes the bytes; there is nothing to wait for.
    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Write(buffer.Span);
        return ValueTask.CompletedTask;
    }

    public override void Flush()
    {
        if (used == 0)
            return;
        written += used;
        if (written > file.MostBytes)
            throw TooLarge(file.MostBytes);
        output.Write(block, 0, used);
        file.Grown(used);
        used = 0;
    }

    public override Task FlushAsync(CancellationToken cancellationToken)
    {
        Flush();
        return Task.CompletedTask;
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    /// <summary>The fault of a file that outgrows what may be kept.</summary>
    public static Rpc.RpcException TooLarge(long mostBytes) => Faults.Fault.InvalidArgument(
        V1.ErrorReason.FieldOutOfRange,
        "file",
        FormattableString.Invariant($"has more than {mostBytes} bytes, which is this service's limit (BOLYST_LIMITS__MaxDownloadBytes). Name fewer indicators or one kommune, or ask whoever runs the service for a higher limit."));

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            output.Dispose();
        base.Dispose(disposing);
    }
}
