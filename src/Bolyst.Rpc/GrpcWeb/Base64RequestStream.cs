using System.Buffers;
using System.Buffers.Text;
using System.IO.Pipelines;

namespace Bolyst.Rpc.GrpcWeb;

/// <summary>The bytes of a body in base64, which may be several encoded pieces after one another, each with its own padding.</summary>
internal sealed class Base64RequestStream(PipeReader text) : Stream
{
    private const int GroupLength = 4;
    private const int BytesPerGroup = 3;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            var result = await text.ReadAsync(cancellationToken);
            var groups = Math.Min(result.Buffer.Length / GroupLength, buffer.Length / BytesPerGroup);
            if (groups > 0)
            {
                var used = result.Buffer.Slice(0, groups * GroupLength);
                try
                {
                    return Decode(used, buffer.Span);
                }
                finally
                {
                    text.AdvanceTo(used.End);
                }
            }

            var left = result.Buffer.Length;
            text.AdvanceTo(result.Buffer.Start, result.Buffer.End);
            if (result.IsCompleted)
            {
                return left == 0 ? 0 : throw NotBase64();
            }
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private static int Decode(ReadOnlySequence<byte> groups, Span<byte> bytes)
    {
        Span<byte> group = stackalloc byte[GroupLength];
        var written = 0;
        for (var rest = groups; !rest.IsEmpty; rest = rest.Slice(GroupLength))
        {
            rest.Slice(0, GroupLength).CopyTo(group);
            if (Base64.DecodeFromUtf8(group, bytes[written..], out _, out var count) != OperationStatus.Done)
            {
                throw NotBase64();
            }

            written += count;
        }

        return written;
    }

    private static RpcException NotBase64() => new(new Status(StatusCode.Internal, "The body of a grpc-web-text request is not base64."));
}
