using System.Buffers;
using System.Text;
using Bolyst.Rpc.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Bolyst.Rpc.Connect;

/// <summary>A unary call as a GET, which caches can keep (https://connectrpc.com/docs/protocol/#unary-get-request).</summary>
internal static class ConnectGet
{
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

    /// <summary>Whether the caller has this answer already, by the entity tag that the handler gave it.</summary>
    public static bool IsKnown(HttpRequest request, StringValues entityTag) =>
        EntityTagHeaderValue.TryParse(entityTag.ToString(), out var tag)
        && request.GetTypedHeaders().IfNoneMatch.Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: false));

    private static RpcException Invalid(string detail) => new(new Status(StatusCode.InvalidArgument, detail));
}
