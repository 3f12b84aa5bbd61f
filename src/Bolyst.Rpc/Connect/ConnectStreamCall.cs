using Bolyst.Rpc.Calls;
using Bolyst.Rpc.Methods;
using Bolyst.Rpc.Wire;
using Microsoft.AspNetCore.Http;

namespace Bolyst.Rpc.Connect;

/// <summary>A streaming call by Connect (https://connectrpc.com/docs/protocol/#streaming-rpcs): HTTP status 200 always, the status in a last envelope.</summary>
internal sealed class ConnectStreamCall(HttpContext http, RpcMethod method, MessageFormat format) : EnvelopedCall(http, method, format)
{
    public override string Protocol => "connectrpc";

    protected override TimeSpan? Open()
    {
        PreferConnectCompression();
        var headers = Http.Request.Headers;
        ReadEncodings(headers["Connect-Content-Encoding"], headers["Connect-Accept-Encoding"]);
        return ConnectHeaders.Open(headers);
    }

    protected override void WriteHeaders()
    {
        var headers = Http.Response.Headers;
        headers.ContentType = Format == MessageFormat.Proto ? "application/connect+proto" : "application/connect+json";
        if (SettleCompression() is { } encoding)
        {
            headers["Connect-Content-Encoding"] = encoding;
        }
    }

    protected override ValueTask EndAsync(Status status)
    {
        EnsureHeaders();
        if (status.StatusCode == StatusCode.Unimplemented && !Http.Response.HasStarted)
        {
            Http.Response.Headers["Connect-Accept-Encoding"] = Compression.Accepted;
        }

        WriteEnvelope(Envelope.ConnectEnd, ConnectJson.EndOfStream(status, TrailersIfAny));
        return ValueTask.CompletedTask;
    }
}
