using Bolyst.Rpc;
using Bolyst.Rpc.Health;
using Bolyst.Rpc.Hosting;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adding the gRPC host to an application.</summary>
public static class RpcServiceCollectionExtensions
{
    /// <summary>Adds what <c>MapRpcService</c>, <c>MapRpcHealth</c> and <c>MapRpcReflection</c> need.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="configure">Settings that differ from the defaults.</param>
    public static IServiceCollection AddRpc(this IServiceCollection services, Action<RpcOptions>? configure = null)
    {
        var options = services.AddOptions<RpcOptions>();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        services.AddRouting();
        services.AddCors();
        services.AddMetrics();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<RpcRuntime>();
        services.TryAddSingleton<MappedServices>();
        services.TryAddSingleton<HealthStatuses>();
        return services;
    }
}
