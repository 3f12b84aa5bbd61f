using System.Buffers;
using System.IO.Compression;

namespace Bolyst.Rpc.Wire;

/// <summary>The encodings of messages: gzip, and none.</summary>
internal static class Compression
{
    public const string Gzip = "gzip";
    public const string Identity = "identity";
    public const string Accepted = "gzip,identity";

    private const int ChunkSize = 16 * 1024;

    /// <exception cref="ArgumentException">The host cannot write this encoding.</exception>
    public static void Require(string? encoding)
    {
        if (encoding is not (null or Gzip))
        {
            throw new ArgumentException($"Encoding '{encoding}' is not known; 'gzip' or null are.", nameof(encoding));
        }
    }

    /// <summary>Whether messages that a request header says to be encoded so are compressed.</summary>
    /// <exception cref="RpcException">The encoding is not known.</exception>
    public static bool IsCompressed(string? encoding) => encoding switch
    {
        null or "" or Identity => false,
        Gzip => true,
        _ => throw new RpcException(new Status(StatusCode.Unimplemented, $"Encoding '{encoding}' is not known; {Accepted} are.")),
    };

    /// <summary>Whether a list such as <c>identity, gzip;q=1</c> names gzip; <c>gzip;q=0</c> declines it.</summary>
    public static bool AcceptsGzip(string? list)
    {
        foreach (var range in list.AsSpan().Split(','))
        {
            var name = list.AsSpan()[range];
            var quality = name.IndexOf(';');
            if ((quality < 0 ? name : name[..quality]).Trim().SequenceEqual(Gzip))
            {
                return quality < 0 || !IsZero(name[(quality + 1)..]);
            }
        }

        return false;
    }

    /// <summary>Whether a parameter is <c>q=0</c>, however many decimals it has.</summary>
    private static bool IsZero(ReadOnlySpan<char> parameter) =>
        parameter.Trim() is var weight && weight.StartsWith("q=0", StringComparison.OrdinalIgnoreCase) && weight[3..].TrimStart('.').TrimStart('0').IsEmpty;

    /// <summary>Decompresses a message; memory grows with what comes out, never beyond the limit.</summary>
    /// <exception cref="RpcException">The message is no gzip, or larger than the limit.</exception>
    public static ReadOnlySequence<byte> Decompress(in ReadOnlySequence<byte> compressed, int limit)
    {
        using var gzip = new GZipStream(new MemoryStream(compressed.ToArray()), CompressionMode.Decompress);
        var output = new MemoryStream();
        var chunk = ArrayPool<byte>.Shared.Rent(ChunkSize);
        try
        {
            int read;
            while ((read = gzip.Read(chunk)) > 0)
            {
                if (output.Length + read > limit)
                {
                    throw Envelope.TooLarge("received, decompressed,", output.Length + read, limit);
                }

                output.Write(chunk, 0, read);
            }
        }
        catch (InvalidDataException exception)
        {
            throw new RpcException(new Status(StatusCode.Internal, $"A message marked as gzip is not: {exception.Message}"));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }

        return new ReadOnlySequence<byte>(output.GetBuffer(), 0, (int)output.Length);
    }

    public static ReadOnlySpan<byte> Compress(ReadOnlySpan<byte> message, CompressionLevel level)
    {
        var output = new MemoryStream();
        using (var gzip = new GZipStream(output, level, leaveOpen: true))
        {
            gzip.Write(message);
        }

        return output.GetBuffer().AsSpan(0, (int)output.Length);
    }
}
