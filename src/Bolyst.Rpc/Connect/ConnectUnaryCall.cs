using System.Buffers;
using Bolyst.Rpc.Calls;
using Bolyst.Rpc.Methods;
using Bolyst.Rpc.Wire;
using Google.Protobuf;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Bolyst.Rpc.Connect;

/// <summary>
/// A unary call by Connect (https://connectrpc.com/docs/protocol/#unary-rpcs): the bare message is the body and the status is HTTP's,
/// so that curl can make it. The answer waits for the status.
/// </summary>
internal sealed class ConnectUnaryCall(HttpContext http, RpcMethod method, MessageFormat format) : RpcCall(http, method)
{
    private const string TrailerPrefix = "trailer-";

    private bool requestTaken;
    private IMessage? response;

    public override string Protocol => "connectrpc";

    private bool IsGet => HttpMethods.IsGet(Http.Request.Method);

    protected override async ValueTask<IMessage?> ReadMessageAsync(CancellationToken cancellationToken)
    {
        if (requestTaken)
        {
            return null;
        }

        requestTaken = true;
        var (body, encoding) = IsGet
            ? ConnectGet.Read(Http.Request.Query)
            : (await ReadBodyAsync(cancellationToken), Http.Request.Headers.ContentEncoding.ToString());
        try
        {
            return RpcMethod.Codec!.Read(format, Compression.IsCompressed(encoding) ? Compression.Decompress(body, Options.MaxReceiveMessageSize) : body);
        }
        finally
        {
            // Also when it is refused: with a read left open Kestrel would close the connection under the next request.
            if (!IsGet)
            {
                Http.Request.BodyReader.AdvanceTo(body.End);
            }
        }
    }

    protected override TimeSpan? Open()
    {
        PreferConnectCompression();
        return ConnectHeaders.Open(Http.Request.Headers);
    }

    protected override void WriteHeaders() => Http.Response.ContentType = format == MessageFormat.Json ? "application/json" : "application/proto";

    protected override void WriteMessage(IMessage message, WriteFlags flags) => response = message;

    protected override ValueTask FlushAsync() => ValueTask.CompletedTask;

    protected override ValueTask EndAsync(Status status)
    {
        foreach (var trailer in ConnectJson.WithoutDetails(TrailersIfAny))
        {
            Http.Response.Headers.Append(TrailerPrefix + trailer.Key, MetadataHeaders.Text(trailer));
        }

        if (status.StatusCode == StatusCode.OK && response is not null)
        {
            WriteAnswer(response);
        }
        else
        {
            WriteError(status);
        }

        return ValueTask.CompletedTask;
    }

    private async ValueTask<ReadOnlySequence<byte>> ReadBodyAsync(CancellationToken cancellationToken)
    {
        var body = Http.Request.BodyReader;
        while (true)
        {
            var result = await body.ReadAsync(cancellationToken);
            var length = result.Buffer.Length;
            if (length > Options.MaxReceiveMessageSize)
            {
                body.AdvanceTo(result.Buffer.End);
                throw Envelope.TooLarge("received", length, Options.MaxReceiveMessageSize);
            }

            if (result.IsCompleted)
            {
                return result.Buffer;
            }

            body.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        }
    }

    private void WriteAnswer(IMessage message)
    {
        var bytes = format == MessageFormat.Json ? RpcMethod.Codec!.WriteJson(message) : message.ToByteArray();
        if (Options.MaxSendMessageSize is { } limit && bytes.Length > limit)
        {
            WriteError(Envelope.TooLarge("to send", bytes.Length, limit).Status);
            return;
        }

        if (IsGet && ConnectGet.IsKnown(Http, bytes, Options))
        {
            Http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        EnsureHeaders();
        if (ResponseCompression is { } encoding && bytes.Length >= Options.MinCompressedMessageSize && Compression.AcceptsGzip(Http.Request.Headers.AcceptEncoding))
        {
            Http.Response.Headers.ContentEncoding = encoding;
            Http.Response.BodyWriter.Write(Compression.Compress(bytes, Options.ResponseCompressionLevel));
        }
        else
        {
            Http.Response.BodyWriter.Write(bytes);
        }
    }

    private void WriteError(Status status)
    {
        var headers = Http.Response.Headers;
        headers.Remove(HeaderNames.ETag);
        headers.CacheControl = "no-store";
        headers.ContentType = "application/json";
        Http.Response.StatusCode = ConnectCodes.Of(status.StatusCode).HttpStatus;
        if (status.StatusCode == StatusCode.Unimplemented)
        {
            headers.AcceptEncoding = Compression.Accepted;
        }

        Http.Response.BodyWriter.Write(ConnectJson.Error(status, TrailersIfAny));
    }
}
