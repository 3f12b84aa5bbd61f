using Bolyst.Rpc.Connect;
using Bolyst.Rpc.GrpcWeb;
using Bolyst.Rpc.Http2;
using Bolyst.Rpc.Methods;
using Bolyst.Rpc.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Bolyst.Rpc.Calls;

/// <summary>Tells by the content type which protocol a request speaks.</summary>
internal static class Protocol
{
    private const string AcceptedByAll = "application/grpc, application/grpc+proto, application/grpc+json, application/grpc-web, "
        + "application/grpc-web+proto, application/grpc-web+json, application/grpc-web-text, application/grpc-web-text+proto";

    private const string AcceptedByUnary = AcceptedByAll + ", application/json, application/proto";
    private const string AcceptedByStreaming = AcceptedByAll + ", application/connect+json, application/connect+proto";

    /// <summary>The call that a request makes, or null when it makes none that can be answered.</summary>
    public static RpcCall? Open(HttpContext http, RpcMethod method)
    {
        if (HttpMethods.IsGet(http.Request.Method))
        {
            return new ConnectUnaryCall(http, method, ConnectGet.FormatOf(http.Request.Query));
        }

        var contentType = http.Request.ContentType;
        if (contentType is ("application/grpc" or "application/grpc+proto") && !IsHttp1(http))
        {
            return new GrpcCall(http, method, MessageFormat.Proto);
        }

        return ContentType.Parse(contentType) switch
        {
            ("application/grpc", { } format) when !IsHttp1(http) => new GrpcCall(http, method, format),
            ("application/grpc-web", { } format) => new GrpcWebCall(http, method, format),
            ("application/grpc-web-text", { } format) => new GrpcWebTextCall(http, method, format),
            ("application/connect", { } format) when method.MayStream => new ConnectStreamCall(http, method, format),
            ("application", { } format) when method.MayBeUnary => new ConnectUnaryCall(http, method, format),
            _ => null,
        };
    }

    /// <summary>Answers a request that makes no call with what would be one.</summary>
    public static Task RefuseAsync(HttpContext http, RpcMethod method)
    {
        var contentType = http.Request.ContentType;
        if (IsHttp1(http) && ContentType.Parse(contentType).Protocol is "application/grpc")
        {
            const string detail = "gRPC needs HTTP/2 and this request came by HTTP/1.1. Call the HTTP/2 address, or use gRPC-Web or Connect.";
            http.Response.Headers[HeaderNames.Upgrade] = "h2c";
            http.Response.Headers[HeaderNames.GrpcStatus] = StatusText.Number(StatusCode.Internal);
            http.Response.Headers[HeaderNames.GrpcMessage] = PercentEncoding.Encode(detail);
            return RefuseAsync(http, StatusCodes.Status426UpgradeRequired, detail);
        }

        var accepted = method.MayBeUnary ? AcceptedByUnary : AcceptedByStreaming;
        http.Response.Headers["Accept-Post"] = accepted;
        return RefuseAsync(
            http,
            StatusCodes.Status415UnsupportedMediaType,
            $"Content-Type '{contentType}' is not one that {http.Request.Path} takes. It takes {accepted}.");
    }

    /// <summary>Whether only an RPC client sends this content type.</summary>
    public static bool IsRpcContentType(string? contentType) => ContentType.Parse(contentType) is (not (null or "application"), not null);

    private static bool IsHttp1(HttpContext http) => HttpProtocol.IsHttp11(http.Request.Protocol) || HttpProtocol.IsHttp10(http.Request.Protocol);

    private static Task RefuseAsync(HttpContext http, int statusCode, string detail)
    {
        http.Response.StatusCode = statusCode;
        http.Response.ContentType = "text/plain";
        return http.Response.WriteAsync(detail + "\n", http.RequestAborted);
    }
}
