using System.Text;
using Bolyst.Rpc.Calls;
using Bolyst.Rpc.Http2;
using Bolyst.Rpc.Methods;
using Bolyst.Rpc.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Bolyst.Rpc.GrpcWeb;

/// <summary>
/// A call by gRPC-Web (https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-WEB.md), which browsers can make:
/// as gRPC, by any HTTP version, with the trailers in a last envelope.
/// </summary>
internal class GrpcWebCall(HttpContext http, RpcMethod method, MessageFormat format) : EnvelopedCall(http, method, format)
{
    public override string Protocol => "grpc";

    protected virtual string MediaType => "application/grpc-web";

    protected override TimeSpan? Open()
    {
        var headers = Http.Request.Headers;
        ReadEncodings(headers[HeaderNames.GrpcEncoding], headers[HeaderNames.GrpcAcceptEncoding]);
        return GrpcTimeout.Parse(headers[HeaderNames.GrpcTimeout]);
    }

    protected override void WriteHeaders()
    {
        var headers = Http.Response.Headers;
        headers.ContentType = MediaType + (Format == MessageFormat.Proto ? "+proto" : "+json");
        if (SettleCompression() is { } encoding)
        {
            headers[HeaderNames.GrpcEncoding] = encoding;
        }
    }

    protected override ValueTask EndAsync(Status status)
    {
        EnsureHeaders();
        var trailers = new HeaderDictionary();
        GrpcTrailers.Write(trailers, status, TrailersIfAny);
        var text = new StringBuilder();
        foreach (var (name, values) in trailers)
        {
            foreach (var value in values)
            {
                text.Append(name.ToLowerInvariant()).Append(": ").Append(value).Append("\r\n");
            }
        }

        WriteEnvelope(Envelope.WebTrailers, Encoding.ASCII.GetBytes(text.ToString()));
        return ValueTask.CompletedTask;
    }
}
