using Bolyst.Rpc.Calls;
using Bolyst.Rpc.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Bolyst.Rpc.Http2;

/// <summary>
/// The status of a call as gRPC's trailers. Clients refuse trailers beyond 8 kB, and would see a broken connection in place of the error:
/// what a long name in a request makes long is cut.
/// </summary>
internal static class GrpcTrailers
{
    private const int LongestMessage = 1000;
    private const int LongestDetails = 4000;

    public static void Write(IHeaderDictionary target, Status status, Metadata? trailers)
    {
        target[HeaderNames.GrpcStatus] = StatusText.Number(status.StatusCode);
        if (!string.IsNullOrEmpty(status.Detail))
        {
            target[HeaderNames.GrpcMessage] = PercentEncoding.Encode(
                status.Detail.Length <= LongestMessage ? status.Detail : string.Concat(status.Detail.AsSpan(0, LongestMessage), "…"));
        }

        if (status.StatusCode == StatusCode.Unimplemented)
        {
            // Tells a caller whose encoding was refused what to use instead.
            target[HeaderNames.GrpcAcceptEncoding] = Compression.Accepted;
        }

        if (trailers is not null)
        {
            MetadataHeaders.Write(trailers.Where(trailer => !IsTooLong(trailer)), target);
        }
    }

    private static bool IsTooLong(Metadata.Entry trailer) => trailer is { Key: RichStatus.TrailerName, ValueBytes.Length: > LongestDetails };
}
