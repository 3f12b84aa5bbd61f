using Bolyst.Rpc.Calls;
using Bolyst.Rpc.Methods;
using Bolyst.Rpc.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace Bolyst.Rpc.Http2;

/// <summary>A call by gRPC over HTTP/2 (https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md).</summary>
internal class GrpcCall(HttpContext http, RpcMethod method, MessageFormat format) : EnvelopedCall(http, method, format)
{
    public override string Protocol => "grpc";

    protected virtual string ContentType => Format == MessageFormat.Proto ? "application/grpc" : "application/grpc+json";

    protected override TimeSpan? Open()
    {
        var headers = Http.Request.Headers;
        ReadEncodings(headers[HeaderNames.GrpcEncoding], headers[HeaderNames.GrpcAcceptEncoding]);
        return GrpcTimeout.Parse(headers[HeaderNames.GrpcTimeout]);
    }

    protected override void WriteHeaders()
    {
        var headers = Http.Response.Headers;
        headers.ContentType = ContentType;
        if (SettleCompression() is { } encoding)
        {
            headers[HeaderNames.GrpcEncoding] = encoding;
        }
    }

    protected override ValueTask EndAsync(Status status)
    {
        // Without a message before it, the status travels in the headers: a trailers-only answer.
        var target = HeadersSent ? Http.Features.GetRequiredFeature<IHttpResponseTrailersFeature>().Trailers : Http.Response.Headers;
        EnsureHeaders();
        GrpcTrailers.Write(target, status, TrailersIfAny);
        return ValueTask.CompletedTask;
    }
}
