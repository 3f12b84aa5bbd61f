using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using Bolyst.Rpc.Methods;
using Bolyst.Rpc.Wire;
using Google.Protobuf;
using Microsoft.AspNetCore.Http;

namespace Bolyst.Rpc.Calls;

/// <summary>A call whose messages travel in envelopes. Messages are parsed where they lie in the request's pipe and written into the response's.</summary>
internal abstract class EnvelopedCall(HttpContext http, RpcMethod method, MessageFormat format) : RpcCall(http, method)
{
    /// <summary>Up to here a message is written into one buffer; a larger one goes by the pipe's blocks of 4 kB, which is slower and asks for no large buffer.</summary>
    private const int OnePieceLimit = 128 * 1024;

    private bool requestIsCompressed;
    private bool callerAcceptsGzip;
    private bool requestEnded;

    protected MessageFormat Format => format;

    /// <summary>Whether answers are compressed, settled when the headers are sent.</summary>
    protected bool Compresses { get; private set; }

    protected virtual PipeReader Input => Http.Request.BodyReader;

    protected virtual IBufferWriter<byte> Output => Http.Response.BodyWriter;

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    protected override async ValueTask<IMessage?> ReadMessageAsync(CancellationToken cancellationToken)
    {
        while (!requestEnded)
        {
            var result = await Input.ReadAsync(cancellationToken);
            var arrived = result.Buffer;

            // What is refused counts as taken: with a read left open Kestrel would close the connection under the next request.
            var (taken, examined) = (arrived.End, arrived.End);
            try
            {
                if (Envelope.TryRead(arrived, Options.MaxReceiveMessageSize, out var flags, out var content))
                {
                    taken = examined = content.End;
                    requestEnded = result.IsCompleted && taken.Equals(arrived.End);
                    return Parse(flags, content);
                }

                requestEnded = result.IsCompleted;
                if (requestEnded && !arrived.IsEmpty)
                {
                    throw new RpcException(new Status(StatusCode.Internal, "The request ends in the middle of a message."));
                }

                taken = arrived.Start;
            }
            finally
            {
                Input.AdvanceTo(taken, examined);
            }
        }

        return null;
    }

    /// <summary>Takes what the request's headers say of encodings.</summary>
    protected void ReadEncodings(string? encoding, string? accepted)
    {
        callerAcceptsGzip = Compression.AcceptsGzip(accepted);
        requestIsCompressed = Compression.IsCompressed(encoding);
    }

    /// <summary>The encoding to declare in the response's headers, or null.</summary>
    protected string? SettleCompression()
    {
        Compresses = callerAcceptsGzip && ResponseCompression is not null;
        return Compresses ? ResponseCompression : null;
    }

    protected override void WriteMessage(IMessage message, WriteFlags flags)
    {
        EnsureHeaders();
        var mayCompress = Compresses && !flags.HasFlag(WriteFlags.NoCompress);
        if (mayCompress || format == MessageFormat.Json)
        {
            var bytes = format == MessageFormat.Json ? RpcMethod.Codec!.WriteJson(message) : message.ToByteArray();
            RequireSendable(bytes.Length);
            var compress = mayCompress && bytes.Length >= Options.MinCompressedMessageSize;
            WriteEnvelope(
                compress ? Envelope.Compressed : (byte)0,
                compress ? Compression.Compress(bytes, Options.ResponseCompressionLevel) : bytes);
            return;
        }

        var size = message.CalculateSize();
        RequireSendable(size);
        var inOnePiece = size <= OnePieceLimit;
        var span = Output.GetSpan(inOnePiece ? Envelope.HeaderLength + size : Envelope.HeaderLength);
        Envelope.WriteHeader(span, flags: 0, size);
        if (inOnePiece)
        {
            message.WriteTo(span.Slice(Envelope.HeaderLength, size));
            Output.Advance(Envelope.HeaderLength + size);
        }
        else
        {
            Output.Advance(Envelope.HeaderLength);
            message.WriteTo(Output);
        }
    }

    protected void WriteEnvelope(byte flags, ReadOnlySpan<byte> content)
    {
        Envelope.WriteHeader(Output.GetSpan(Envelope.HeaderLength), flags, content.Length);
        Output.Advance(Envelope.HeaderLength);
        Output.Write(content);
    }

    private IMessage Parse(byte flags, in ReadOnlySequence<byte> content)
    {
        if ((flags & ~Envelope.Compressed) != 0)
        {
            throw new RpcException(new Status(StatusCode.Internal, FormattableString.Invariant($"A message has unknown flags 0x{flags:X2}.")));
        }

        var compressed = (flags & Envelope.Compressed) != 0;
        if (compressed && !requestIsCompressed)
        {
            throw new RpcException(new Status(StatusCode.Internal, "A message is marked as compressed and the headers name no encoding."));
        }

        return RpcMethod.Codec!.Read(format, compressed ? Compression.Decompress(content, Options.MaxReceiveMessageSize) : content);
    }

    private void RequireSendable(int size)
    {
        if (Options.MaxSendMessageSize is { } limit && size > limit)
        {
            throw Envelope.TooLarge("to send", size, limit);
        }
    }
}
