using Bolyst.Rpc.Calls;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Bolyst.Rpc.Hosting;

/// <summary>Lets through requests that only an RPC client sends, so that any other unknown path stays the application's own 404.</summary>
internal sealed class UnknownServiceConstraint : IRouteConstraint
{
    public static RoutePattern Pattern { get; } =
        RoutePatternFactory.Parse("{**rpcPath}", defaults: null, parameterPolicies: new { rpcPath = new UnknownServiceConstraint() });

    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        httpContext is not null && Protocol.IsRpcContentType(httpContext.Request.ContentType);
}
