using Bolyst.Rpc;
using Bolyst.Store;

namespace Bolyst.Service.Faults;

/// <summary>Faults at the doors by HTTP: the sentence that a gRPC caller would get, as a problem document (RFC 9457).</summary>
internal static class HttpFaults
{
    /// <summary>Turns faults of every endpoint of the group into problem documents.</summary>
    public static RouteGroupBuilder WithFaults(this RouteGroupBuilder group) => group.AddEndpointFilter(async (context, next) =>
    {
        try
        {
            return await next(context);
        }
        catch (RpcException fault)
        {
            return Results.Problem(fault.Status.Detail, statusCode: StatusOf(fault.Status.StatusCode));
        }
        catch (StoreException fault) when (fault.Fault is StoreFault.DatabaseUnreachable or StoreFault.ConnectionLost)
        {
            return Results.Problem("The database does not answer. Try again in a few seconds.", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    });

    private static int StatusOf(StatusCode code) => code switch
    {
        StatusCode.NotFound => StatusCodes.Status404NotFound,
        StatusCode.InvalidArgument => StatusCodes.Status400BadRequest,
        StatusCode.FailedPrecondition => StatusCodes.Status409Conflict,
        StatusCode.Unavailable => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };
}
