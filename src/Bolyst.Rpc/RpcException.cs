namespace Bolyst.Rpc;

/// <summary>Ends a call with a status of the handler's choice. Any other exception becomes <see cref="StatusCode.Internal"/>.</summary>
public sealed class RpcException : Exception
{
    /// <summary>Ends the call with a status.</summary>
    public RpcException(Status status)
        : this(status, [])
    {
    }

    /// <summary>Ends the call with a status and trailing metadata, such as rich error details.</summary>
    public RpcException(Status status, Metadata trailers)
        : base($"{status.StatusCode}: {status.Detail}")
    {
        Status = status;
        Trailers = trailers;
    }

    /// <summary>The status the caller gets.</summary>
    public Status Status { get; }

    /// <summary>The code of <see cref="Status"/>.</summary>
    public StatusCode StatusCode => Status.StatusCode;

    /// <summary>Metadata sent after the status, beside the context's own response trailers.</summary>
    public Metadata Trailers { get; }
}
