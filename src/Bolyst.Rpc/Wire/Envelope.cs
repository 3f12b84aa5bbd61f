using System.Buffers;
using System.Buffers.Binary;

namespace Bolyst.Rpc.Wire;

/// <summary>A message on the wire of gRPC, gRPC-Web and Connect streams: a byte of flags, four bytes of length (big-endian), and the message.</summary>
internal static class Envelope
{
    public const int HeaderLength = 5;

    /// <summary>The message is compressed with the encoding that the headers name.</summary>
    public const byte Compressed = 0x01;

    /// <summary>Connect: the last envelope, which carries the status.</summary>
    public const byte ConnectEnd = 0x02;

    /// <summary>gRPC-Web: the last envelope, which carries the trailers.</summary>
    public const byte WebTrailers = 0x80;

    /// <summary>Finds the first envelope of what has arrived. False when it has not arrived whole.</summary>
    /// <exception cref="RpcException">The length is beyond the limit.</exception>
    public static bool TryRead(in ReadOnlySequence<byte> arrived, int limit, out byte flags, out ReadOnlySequence<byte> message)
    {
        flags = 0;
        message = default;
        if (arrived.Length < HeaderLength)
        {
            return false;
        }

        Span<byte> header = stackalloc byte[HeaderLength];
        arrived.Slice(0, HeaderLength).CopyTo(header);
        flags = header[0];
        var length = BinaryPrimitives.ReadUInt32BigEndian(header[1..HeaderLength]);
        if (length > limit)
        {
            throw TooLarge("received", length, limit);
        }

        if (arrived.Length - HeaderLength < length)
        {
            return false;
        }

        message = arrived.Slice(HeaderLength, length);
        return true;
    }

    public static void WriteHeader(Span<byte> header, byte flags, int length)
    {
        header[0] = flags;
        BinaryPrimitives.WriteInt32BigEndian(header[1..HeaderLength], length);
    }

    public static RpcException TooLarge(string direction, long length, int limit) => new(new Status(
        StatusCode.ResourceExhausted, FormattableString.Invariant($"A message {direction} has {length} bytes; the limit is {limit}.")));
}
