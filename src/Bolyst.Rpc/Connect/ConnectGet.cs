using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Bolyst.Rpc.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Bolyst.Rpc.Connect;

/// <summary>A unary call as a GET, which caches can keep (https://connectrpc.com/docs/protocol/#unary-get-request).</summary>
internal static class ConnectGet
{
    private const int TagBytes = 16;

    public static MessageFormat FormatOf(IQueryCollection query) =>
        query["encoding"].ToString() is "proto" ? MessageFormat.Proto : MessageFormat.Json;

    /// <summary>The message and its encoding, from the query.</summary>
    /// <exception cref="RpcException">The query lacks something, or is not understood.</exception>
    public static (ReadOnlySequence<byte> Message, string? Encoding) Read(IQueryCollection query)
    {
        if (query["connect"].ToString() is not ("" or "v1"))
        {
            throw Invalid($"connect={query["connect"]} is not known; connect=v1 is.");
        }

        if (query["encoding"].ToString() is not ("json" or "proto"))
        {
            throw Invalid($"encoding={query["encoding"]} is not known; encoding=json and encoding=proto are.");
        }

        if (!query.TryGetValue("message", out var message))
        {
            throw Invalid("The query has no message. Give the request in it: ?encoding=json&message={…}, or base64=1 and the message in base64.");
        }

        var text = message.ToString();
        var bytes = query["base64"].ToString() is "1"
            ? Base64Text.Decode(text) ?? throw Invalid("The message in the query is not base64.")
            : Encoding.UTF8.GetBytes(text);
        return (new ReadOnlySequence<byte>(bytes), query["compression"]);
    }

    /// <summary>Says how the answer may be cached, and whether the caller has it already: by the handler's entity tag, else by one of the answer's bytes.</summary>
    public static bool IsKnown(HttpContext http, byte[] answer, RpcOptions options)
    {
        var headers = http.Response.Headers;
        headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        if (headers.CacheControl.Count == 0)
        {
            headers.CacheControl = options.GetCacheControl;
        }

        if (headers.ETag.Count == 0)
        {
            // Weak: the same answer may travel compressed or not.
            headers.ETag = $"W/\"{Convert.ToHexStringLower(SHA256.HashData(answer).AsSpan(0, TagBytes))}\"";
        }

        return EntityTagHeaderValue.TryParse(headers.ETag.ToString(), out var tag)
            && http.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: false));
    }

    private static RpcException Invalid(string detail) => new(new Status(StatusCode.InvalidArgument, detail));
}
