namespace Bolyst.Rpc;

/// <summary>
/// The codes a call can end with. The numbers are sent
/// (https://github.com/grpc/grpc/blob/master/doc/statuscodes.md).
/// </summary>
public enum StatusCode
{
    /// <summary>The call succeeded.</summary>
    OK = 0,

    /// <summary>The caller gave up.</summary>
    Cancelled = 1,

    /// <summary>An error from elsewhere that carries no better code.</summary>
    Unknown = 2,

    /// <summary>The request is wrong whatever the state of the server.</summary>
    InvalidArgument = 3,

    /// <summary>The deadline passed before the call ended.</summary>
    DeadlineExceeded = 4,

    /// <summary>What was asked for does not exist.</summary>
    NotFound = 5,

    /// <summary>What was to be made exists already.</summary>
    AlreadyExists = 6,

    /// <summary>The caller is known and may not do this.</summary>
    PermissionDenied = 7,

    /// <summary>A quota or a size limit is used up.</summary>
    ResourceExhausted = 8,

    /// <summary>The system is not in the state that the call needs.</summary>
    FailedPrecondition = 9,

    /// <summary>The call lost against a concurrent one; retry it from its beginning.</summary>
    Aborted = 10,

    /// <summary>The request goes past the end of what exists.</summary>
    OutOfRange = 11,

    /// <summary>The method, or something the request asks for, is not implemented.</summary>
    Unimplemented = 12,

    /// <summary>A fault of the server or of the protocol.</summary>
    Internal = 13,

    /// <summary>Not served now; retry with back-off.</summary>
    Unavailable = 14,

    /// <summary>Data was lost or is corrupt.</summary>
    DataLoss = 15,

    /// <summary>The caller is not known.</summary>
    Unauthenticated = 16,
}
