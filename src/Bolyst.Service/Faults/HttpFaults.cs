using Bolyst.Rpc;
using Bolyst.Statistics;
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
        catch (Exception fault) when (!context.HttpContext.RequestAborted.IsCancellationRequested)
        {
            return Translate(fault, context.HttpContext);
        }
    });

    private static IResult Translate(Exception fault, HttpContext http)
    {
        var log = http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(HttpFaults));
        switch (fault)
        {
            case RpcException told:
                return Problem(told);
            case DefinitionRefusedException refused:
                return Problem(FaultInterceptor.Refused(refused));
            case StoreException { Fault: StoreFault.DatabaseUnreachable or StoreFault.ConnectionLost }:
                ServiceLog.DatabaseUnavailable(log, http.Request.Path, fault);
                return Results.Problem("The database does not answer. Try again in a few seconds.", statusCode: StatusCodes.Status503ServiceUnavailable);
            default:
                var id = Guid.NewGuid().ToString("N");
                ServiceLog.CallFailed(log, http.Request.Path, id, fault);
                return Problem(Fault.Internal(id));
        }
    }

    private static IResult Problem(RpcException fault) => Results.Problem(fault.Status.Detail, statusCode: fault.Status.StatusCode switch
    {
        StatusCode.NotFound => StatusCodes.Status404NotFound,
        StatusCode.InvalidArgument => StatusCodes.Status400BadRequest,
        StatusCode.FailedPrecondition => StatusCodes.Status409Conflict,
        StatusCode.Unavailable => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    });
}
