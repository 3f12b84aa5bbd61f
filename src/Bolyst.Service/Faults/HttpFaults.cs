using System.Globalization;
using Bolyst.Rpc;
using Bolyst.Statistics;
using Bolyst.Store;
using Microsoft.Net.Http.Headers;

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
                return Problem(http, told);
            case DefinitionRefusedException refused:
                return Problem(http, FaultInterceptor.Refused(refused));
            case StoreException { Fault: StoreFault.DatabaseUnreachable or StoreFault.ConnectionLost }:
                ServiceLog.DatabaseUnavailable(log, http.Request.Path, fault);
                http.Response.Headers.RetryAfter = FaultInterceptor.RetryAfter.TotalSeconds.ToString(CultureInfo.InvariantCulture);
                return Problem(http, "The database does not answer. Try again in a few seconds.", StatusCodes.Status503ServiceUnavailable);
            default:
                var id = Guid.NewGuid().ToString("N");
                ServiceLog.CallFailed(log, http.Request.Path, id, fault);
                return Problem(http, Fault.Internal(id));
        }
    }

    /// <summary>
    /// A problem document that no cache keeps: what was said of the answer that should have come (its tag, how long it lasts) is not true of this one.
    /// </summary>
    public static IResult Problem(HttpContext http, string detail, int status)
    {
        http.Response.Headers.Remove(HeaderNames.ETag);
        http.Response.Headers.CacheControl = "no-store";
        return Results.Problem(detail, statusCode: status);
    }

    private static IResult Problem(HttpContext http, RpcException fault) => Problem(http, fault.Status.Detail, fault.Status.StatusCode switch
    {
        StatusCode.NotFound => StatusCodes.Status404NotFound,
        StatusCode.InvalidArgument => StatusCodes.Status400BadRequest,
        StatusCode.FailedPrecondition => StatusCodes.Status409Conflict,
        StatusCode.Unavailable => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    });
}
