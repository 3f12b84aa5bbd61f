using Bolyst.Rpc;
using Bolyst.Rpc.Health;
using Bolyst.Rpc.Hosting;
using Bolyst.Rpc.Methods;
using Bolyst.Rpc.Reflection;
using Google.Protobuf.Reflection;
using Grpc.Health.V1;
using Microsoft.AspNetCore.Cors;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ServiceDescriptor = Google.Protobuf.Reflection.ServiceDescriptor;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Mapping gRPC services to endpoints, to which authorization, rate limiting and other conventions apply as to any endpoint.</summary>
public static class RpcEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Serves a contract with the public methods of a class, found by name and shape:
    /// <c>Task&lt;TResponse&gt; Method(TRequest, ServerCallContext)</c> for a unary method, with <see cref="IAsyncStreamReader{T}"/> for the request
    /// and <see cref="IServerStreamWriter{T}"/> beside it for the streaming kinds.
    /// The class comes from the call's services when it is registered there, else one instance is made now and serves every call.
    /// </summary>
    /// <exception cref="InvalidOperationException">The class lacks a method of the contract.</exception>
    public static IEndpointConventionBuilder MapRpcService<TService>(this IEndpointRouteBuilder endpoints, ServiceDescriptor contract)
        where TService : class
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(contract);
        var services = endpoints.ServiceProvider;
        var runtime = services.GetService<RpcRuntime>()
            ?? throw new InvalidOperationException("The gRPC host is not added. Call builder.Services.AddRpc() before MapRpcService.");
        var methods = new MethodBinder<TService>(Source<TService>(services), runtime).Bind(contract);
        var mapped = services.GetRequiredService<MappedServices>();
        mapped.Add(contract);
        services.GetRequiredService<HealthStatuses>().SetStatus(contract.FullName, HealthCheckResponse.Types.ServingStatus.Serving);

        var conventions = new List<IEndpointConventionBuilder>();
        conventions.AddRange(methods.Select(method => MapMethod(endpoints, method)));
        conventions.Add(MapUnknownMethods(endpoints, contract, runtime));
        if (!mapped.AnswersUnknownServices)
        {
            mapped.AnswersUnknownServices = true;
            MapUnknownServices(endpoints, runtime);
        }

        return new CompositeConventionBuilder(conventions);
    }

    /// <summary>Serves grpc.health.v1: what <see cref="HealthStatuses"/> says about the server and each service.</summary>
    public static IEndpointConventionBuilder MapRpcHealth(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapRpcService<HealthService>(Contract(HealthReflection.Descriptor));

    /// <summary>Serves grpc.reflection.v1 and v1alpha, so that generic clients can find and call every mapped service.</summary>
    public static IEndpointConventionBuilder MapRpcReflection(this IEndpointRouteBuilder endpoints) => new CompositeConventionBuilder(
    [
        endpoints.MapRpcService<ReflectionService>(Contract(Grpc.Reflection.V1.ReflectionReflection.Descriptor)),
        endpoints.MapRpcService<ReflectionAlphaService>(Contract(Grpc.Reflection.V1Alpha.ReflectionReflection.Descriptor)),
    ]);

    private static ServiceDescriptor Contract(FileDescriptor file) => file.Services.Single();

    private static Func<HttpContext, TService> Source<TService>(IServiceProvider services)
        where TService : class
    {
        if (services.GetRequiredService<IServiceProviderIsService>().IsService(typeof(TService)))
        {
            return static http => http.RequestServices.GetRequiredService<TService>();
        }

        var instance = ActivatorUtilities.CreateInstance<TService>(services);
        return _ => instance;
    }

    private static IEndpointConventionBuilder MapMethod(IEndpointRouteBuilder endpoints, RpcMethod method)
    {
        string[] verbs = method.MayBeGot ? [HttpMethods.Post, HttpMethods.Get] : [HttpMethods.Post];
        var endpoint = endpoints.MapMethods(method.Path, verbs, method.HandleAsync).WithMetadata(method.Descriptor!).WithDisplayName(method.Path);
        if (method.Runtime.Cors is { } cors)
        {
            endpoint.WithMetadata(new CorsPolicyMetadata(cors));
        }

        return endpoint;
    }

    private static IEndpointConventionBuilder MapUnknownMethods(IEndpointRouteBuilder endpoints, ServiceDescriptor contract, RpcRuntime runtime)
    {
        var name = contract.FullName;
        return endpoints.Map($"/{name}/{{method}}", http =>
        {
            if (!HttpMethods.IsPost(http.Request.Method))
            {
                http.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
                http.Response.Headers.Allow = HttpMethods.Post;
                return Task.CompletedTask;
            }

            var method = (string)http.Request.RouteValues["method"]!;
            return new UnknownMethod(runtime, $"Service '{name}' has no method '{method}'.").HandleAsync(http);
        }).WithDisplayName($"/{name}: no such method");
    }

    private static void MapUnknownServices(IEndpointRouteBuilder endpoints, RpcRuntime runtime) =>
        endpoints.Map(UnknownServiceConstraint.Pattern, http =>
        {
            var path = http.Request.Path.Value!;
            return new UnknownMethod(runtime, $"No service answers to '{path}'.").HandleAsync(http);
        }).WithDisplayName("No such service").WithOrder(int.MaxValue - 1);
}
