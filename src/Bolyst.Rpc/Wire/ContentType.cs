namespace Bolyst.Rpc.Wire;

/// <summary>Reads a content type as a protocol and the format of its messages.</summary>
internal static class ContentType
{
    /// <summary>
    /// <c>application/grpc-web+json; charset=utf-8</c> is <c>application/grpc-web</c> in JSON, <c>application/json</c> is <c>application</c> in JSON,
    /// and without a format gRPC's types mean proto. The format is null when it is not known.
    /// </summary>
    public static (string? Protocol, MessageFormat? Format) Parse(string? contentType)
    {
        var type = (contentType ?? "").Split(';')[0].Trim().ToLowerInvariant();
        var format = type.LastIndexOfAny(['+', '/']);
        if (format < 0)
        {
            return (null, null);
        }

        return type[(format + 1)..] switch
        {
            "proto" => (type[..format], MessageFormat.Proto),
            "json" => (type[..format], MessageFormat.Json),
            "grpc" or "grpc-web" or "grpc-web-text" => (type, MessageFormat.Proto),
            _ => (null, null),
        };
    }
}
