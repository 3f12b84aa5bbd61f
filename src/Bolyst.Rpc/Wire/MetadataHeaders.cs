using Microsoft.AspNetCore.Http;

namespace Bolyst.Rpc.Wire;

/// <summary>Metadata as HTTP headers: text as it is, bytes in base64.</summary>
internal static class MetadataHeaders
{
    /// <summary>The metadata of a request: every header that is not the protocol's own.</summary>
    public static Metadata Read(IHeaderDictionary headers)
    {
        var metadata = new Metadata();
        foreach (var (name, values) in headers)
        {
            if (IsProtocolHeader(name))
            {
                continue;
            }

            foreach (var value in values)
            {
                if (value is not null)
                {
                    Add(metadata, name, value);
                }
            }
        }

        return metadata;
    }

    public static void Write(IEnumerable<Metadata.Entry> metadata, IHeaderDictionary headers)
    {
        foreach (var entry in metadata)
        {
            headers.Append(entry.Key, Text(entry));
        }
    }

    /// <summary>The value of an entry as a header carries it.</summary>
    public static string Text(Metadata.Entry entry) =>
        entry.IsBinary ? Convert.ToBase64String(entry.ValueBytes).TrimEnd('=') : entry.Value;

    /// <exception cref="RpcException">A value of bytes is no base64.</exception>
    private static void Add(Metadata metadata, string name, string value)
    {
        if (!Metadata.IsBinaryKey(name))
        {
            // A value that no gRPC client may send, such as a browser's header in UTF-8, is not metadata.
            if (!value.AsSpan().ContainsAnyExceptInRange(' ', '~'))
            {
                metadata.Add(name, value);
            }

            return;
        }

        // Several values of a -bin name may have been joined by commas on the way.
        foreach (var part in value.Split(',', StringSplitOptions.TrimEntries))
        {
            metadata.Add(name, Base64Text.Decode(part) ?? throw new RpcException(
                new Status(StatusCode.Internal, $"The value of metadata '{name}' is not base64.")));
        }
    }

    private static bool IsProtocolHeader(string name) =>
        name.StartsWith(':')
        || name.Equals("te", StringComparison.OrdinalIgnoreCase)
        || name.Equals("host", StringComparison.OrdinalIgnoreCase)
        || name.Equals("content-type", StringComparison.OrdinalIgnoreCase)
        || name.Equals("content-length", StringComparison.OrdinalIgnoreCase)
        || name.Equals("grpc-timeout", StringComparison.OrdinalIgnoreCase)
        || name.Equals("grpc-encoding", StringComparison.OrdinalIgnoreCase)
        || name.Equals("grpc-accept-encoding", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("connect-", StringComparison.OrdinalIgnoreCase);
}
