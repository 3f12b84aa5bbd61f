using Bolyst.Service.Faults;
using Microsoft.Net.Http.Headers;

namespace Bolyst.Service.Hosting;

/// <summary>
/// A door by HTTP that anybody may read through: pages of every origin too, by GET and HEAD, with faults as problem documents. What is not there, or is
/// asked for by another method, is told as every other fault.
/// </summary>
internal static class OpenDoor
{
    private const string PreflightSeconds = "7200";

    private static readonly string[] Reads = [HttpMethods.Get, HttpMethods.Head];
    private static readonly string Allowed = string.Join(", ", [.. Reads, HttpMethods.Options]);

    /// <summary>Opens a door.</summary>
    /// <param name="routes">Where.</param>
    /// <param name="path">What its addresses begin with.</param>
    /// <param name="exposed">Headers of its answers that scripts of other origins may read, beside those they may anyway.</param>
    public static RouteGroupBuilder MapDoor(this IEndpointRouteBuilder routes, string path, string exposed = "ETag")
    {
        // Outside the faults: a script must be able to read what is wrong.
        var door = routes.MapGroup(path).AddEndpointFilter(async (context, next) =>
        {
            var headers = context.HttpContext.Response.Headers;
            headers[HeaderNames.AccessControlAllowOrigin] = "*";
            headers[HeaderNames.AccessControlExposeHeaders] = exposed;
            headers[HeaderNames.XContentTypeOptions] = "nosniff";
            return AddressLength.Refuse(context.HttpContext) ?? await next(context);
        }).WithFaults();
        door.Map("/{**rest}", AnswerOther);
        return door;
    }

    /// <summary>Maps an address of a door.</summary>
    public static RouteHandlerBuilder MapRead(this IEndpointRouteBuilder door, string pattern, Delegate handler) => door.MapMethods(pattern, Reads, handler);

    private static IResult AnswerOther(HttpContext http)
    {
        var headers = http.Response.Headers;
        if (HttpMethods.IsOptions(http.Request.Method))
        {
            headers.Allow = Allowed;
            headers[HeaderNames.AccessControlAllowMethods] = Allowed;
            headers[HeaderNames.AccessControlAllowHeaders] = "*";
            headers[HeaderNames.AccessControlMaxAge] = PreflightSeconds;
            return Results.NoContent();
        }

        if (Reads.Contains(http.Request.Method, StringComparer.Ordinal))
            return HttpFaults.Problem(http, $"There is nothing at {http.Request.Path}.", StatusCodes.Status404NotFound);
        headers.Allow = Allowed;
        return HttpFaults.Problem(http, $"{http.Request.Path} can be read alone, by GET.", StatusCodes.Status405MethodNotAllowed);
    }
}
