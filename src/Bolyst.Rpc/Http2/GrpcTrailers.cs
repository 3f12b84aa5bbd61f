using Bolyst.Rpc.Calls;
using Bolyst.Rpc.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Bolyst.Rpc.Http2;

/// <summary>The status of a call as gRPC's trailers.</summary>
internal static class GrpcTrailers
{
    public static void Write(IHeaderDictionary target, Status status, Metadata? trailers)
    {
        target[HeaderNames.GrpcStatus] = StatusText.Number(status.StatusCode);
        if (!string.IsNullOrEmpty(status.Detail))
        {
            target[HeaderNames.GrpcMessage] = PercentEncoding.Encode(status.Detail);
        }

        if (status.StatusCode == StatusCode.Unimplemented)
        {
            // Tells a caller whose encoding was refused what to use instead.
            target[HeaderNames.GrpcAcceptEncoding] = Compression.Accepted;
        }

        if (trailers is not null)
        {
            MetadataHeaders.Write(trailers, target);
        }
    }
}
