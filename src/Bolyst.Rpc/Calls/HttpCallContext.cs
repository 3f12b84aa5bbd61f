using Bolyst.Rpc.Methods;
using Bolyst.Rpc.Wire;
using Microsoft.AspNetCore.Http;

namespace Bolyst.Rpc.Calls;

/// <summary>What a handler can learn of its call from the HTTP exchange that carries it.</summary>
internal abstract class HttpCallContext(HttpContext http, RpcMethod method) : ServerCallContext
{
    private Metadata? requestHeaders;
    private string? responseCompression = method.Runtime.Options.ResponseCompression;

    public override string Method => method.Path;

    public override string Host => http.Request.Host.Value ?? "";

    public override string Peer => PeerName.Of(http.Connection);

    public override Metadata RequestHeaders => requestHeaders ??= MetadataHeaders.Read(http.Request.Headers);

    public override Metadata ResponseTrailers => TrailersIfAny ??= [];

    public override string? ResponseCompression
    {
        get => responseCompression;
        set
        {
            Compression.Require(value);
            responseCompression = value;
        }
    }

    protected HttpContext Http => http;

    protected RpcMethod RpcMethod => method;

    protected RpcOptions Options => method.Runtime.Options;

    /// <summary>Trailers, or null when none were asked for.</summary>
    protected Metadata? TrailersIfAny { get; private set; }

    /// <summary>Takes the encoding that callers by Connect get unless a handler chooses.</summary>
    protected void PreferConnectCompression() => responseCompression = Options.ConnectResponseCompression ?? responseCompression;

    public override HttpContext GetHttpContext() => http;
}
