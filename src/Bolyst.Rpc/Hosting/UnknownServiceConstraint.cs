using Bolyst.Rpc.Calls;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Bolyst.Rpc.Hosting;

/// <summary>
/// Lets through requests that only an RPC client sends, so that any other unknown path stays the application's own 404. The verb is asked
/// for here and not on the endpoint: routing would answer 405 to a GET of any path at all.
/// </summary>
internal sealed class UnknownServiceConstraint : IRouteConstraint
{
    public static RoutePattern Pattern { get; } =
        RoutePatternFactory.Parse("{**rpcPath}", defaults: null, parameterPolicies: new { rpcPath = new UnknownServiceConstraint() });

    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        httpContext is not null && HttpMethods.IsPost(httpContext.Request.Method) && Protocol.IsRpcContentType(httpContext.Request.ContentType);
}
