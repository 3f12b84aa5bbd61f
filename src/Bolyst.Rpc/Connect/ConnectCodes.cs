using Microsoft.AspNetCore.Http;

namespace Bolyst.Rpc.Connect;

/// <summary>Status codes as Connect spells them, and the HTTP status that goes with each (https://connectrpc.com/docs/protocol/#error-codes).</summary>
internal static class ConnectCodes
{
    public static (string Name, int HttpStatus) Of(StatusCode code) => code switch
    {
        StatusCode.Cancelled => ("canceled", StatusCodes.Status499ClientClosedRequest),
        StatusCode.InvalidArgument => ("invalid_argument", StatusCodes.Status400BadRequest),
        StatusCode.DeadlineExceeded => ("deadline_exceeded", StatusCodes.Status504GatewayTimeout),
        StatusCode.NotFound => ("not_found", StatusCodes.Status404NotFound),
        StatusCode.AlreadyExists => ("already_exists", StatusCodes.Status409Conflict),
        StatusCode.PermissionDenied => ("permission_denied", StatusCodes.Status403Forbidden),
        StatusCode.ResourceExhausted => ("resource_exhausted", StatusCodes.Status429TooManyRequests),
        StatusCode.FailedPrecondition => ("failed_precondition", StatusCodes.Status400BadRequest),
        StatusCode.Aborted => ("aborted", StatusCodes.Status409Conflict),
        StatusCode.OutOfRange => ("out_of_range", StatusCodes.Status400BadRequest),
        StatusCode.Unimplemented => ("unimplemented", StatusCodes.Status501NotImplemented),
        StatusCode.Internal => ("internal", StatusCodes.Status500InternalServerError),
        StatusCode.Unavailable => ("unavailable", StatusCodes.Status503ServiceUnavailable),
        StatusCode.DataLoss => ("data_loss", StatusCodes.Status500InternalServerError),
        StatusCode.Unauthenticated => ("unauthenticated", StatusCodes.Status401Unauthorized),
        _ => ("unknown", StatusCodes.Status500InternalServerError),
    };
}
