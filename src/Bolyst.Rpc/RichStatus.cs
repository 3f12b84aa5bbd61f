using Google.Protobuf;

namespace Bolyst.Rpc;

/// <summary>
/// The richer error model: a <c>google.rpc.Status</c> with details (ErrorInfo, BadRequest, RetryInfo …) travels in the trailer
/// <c>grpc-status-details-bin</c>, and as <c>details</c> in a Connect error (https://grpc.io/docs/guides/error/).
/// </summary>
public static class RichStatus
{
    internal const string TrailerName = "grpc-status-details-bin";

    /// <summary>An exception that ends the call with this status, its message and its details.</summary>
    public static RpcException ToRpcException(this Google.Rpc.Status status)
    {
        ArgumentNullException.ThrowIfNull(status);
        return new RpcException(
            new Status((StatusCode)status.Code, status.Message),
            new Metadata { { TrailerName, status.ToByteArray() } });
    }

    internal static Google.Rpc.Status? FromTrailers(Metadata trailers) =>
        trailers.GetValueBytes(TrailerName) is { } bytes ? Google.Rpc.Status.Parser.ParseFrom(bytes) : null;
}
