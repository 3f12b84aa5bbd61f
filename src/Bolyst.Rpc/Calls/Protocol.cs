using System.Net.Mime;
using Bolyst.Rpc.Http2;
using Bolyst.Rpc.Methods;
using Bolyst.Rpc.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Bolyst.Rpc.Calls;

/// <summary>Tells by the content type which protocol a request speaks.</summary>
internal static class Protocol
{
    private const string Accepted = "application/grpc, application/grpc+proto, application/grpc+json";

    /// <summary>The call that a request makes, or null when it makes none that can be answered.</summary>
    public static RpcCall? Open(HttpContext http, RpcMethod method) => http.Request.ContentType switch
    {
        "application/grpc" when !IsHttp1(http) => new GrpcCall(http, method, MessageFormat.Proto),
        { } type when !IsHttp1(http) && FormatOf(type, "application/grpc") is { } format => new GrpcCall(http, method, format),
        _ => null,
    };

    /// <summary>Answers a request that makes no call with what would be one.</summary>
    public static Task RefuseAsync(HttpContext http, RpcMethod method)
    {
        var contentType = http.Request.ContentType;
        if (IsHttp1(http) && FormatOf(contentType, "application/grpc") is not null)
        {
            const string detail = "gRPC needs HTTP/2 and this request came by HTTP/1.1. Call the HTTP/2 address, or use gRPC-Web or Connect.";
            http.Response.Headers[HeaderNames.Upgrade] = "h2c";
            http.Response.Headers[HeaderNames.GrpcStatus] = StatusText.Number(StatusCode.Internal);
            http.Response.Headers[HeaderNames.GrpcMessage] = PercentEncoding.Encode(detail);
            return RefuseAsync(http, StatusCodes.Status426UpgradeRequired, detail);
        }

        http.Response.Headers["Accept-Post"] = Accepted;
        return RefuseAsync(
            http,
            StatusCodes.Status415UnsupportedMediaType,
            $"Content-Type '{contentType}' is not one that {method.Path} takes. It takes {Accepted}.");
    }

    /// <summary>Whether only an RPC client sends this content type.</summary>
    public static bool IsRpcContentType(string? contentType) => FormatOf(contentType, "application/grpc") is not null;

    /// <summary>The message format that a content type such as <c>application/grpc+json; charset=utf-8</c> names, or null.</summary>
    private static MessageFormat? FormatOf(string? contentType, string protocol)
    {
        var type = contentType.AsSpan();
        var parameters = type.IndexOf(';');
        if (parameters >= 0)
        {
            type = type[..parameters];
        }

        type = type.Trim();
        return !type.StartsWith(protocol, StringComparison.OrdinalIgnoreCase) ? null : type[protocol.Length..] switch
        {
            "" or "+proto" => MessageFormat.Proto,
            "+json" => MessageFormat.Json,
            _ => null,
        };
    }

    private static bool IsHttp1(HttpContext http) => HttpProtocol.IsHttp11(http.Request.Protocol) || HttpProtocol.IsHttp10(http.Request.Protocol);

    private static Task RefuseAsync(HttpContext http, int statusCode, string detail)
    {
        http.Response.StatusCode = statusCode;
        http.Response.ContentType = MediaTypeNames.Text.Plain;
        return http.Response.WriteAsync(detail + "\n", http.RequestAborted);
    }
}
