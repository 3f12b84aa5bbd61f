using Bolyst.Rpc;
using Bolyst.Rpc.Health;
using Bolyst.Rpc.Hosting;
using Bolyst.Rpc.Http2;
using Bolyst.Rpc.Wire;
using Microsoft.AspNetCore.Hosting;
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
        var options = services.AddOptions<RpcOptions>()
            .Validate(options => options.MaxReceiveMessageSize > 0, "RpcOptions.MaxReceiveMessageSize must be positive.")
            .Validate(options => options.MaxSendMessageSize is null or > 0, "RpcOptions.MaxSendMessageSize must be positive, or null for no limit.")
            .Validate(options => options.ResponseCompression is null or Compression.Gzip, "RpcOptions.ResponseCompression must be 'gzip', or null for none.")
            .Validate(options => options.ConnectResponseCompression is null or Compression.Gzip, "RpcOptions.ConnectResponseCompression must be 'gzip', or null.")
            .Validate(options => options.MinCompressedMessageSize >= 0, "RpcOptions.MinCompressedMessageSize must be 0 or more.");
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
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IStartupFilter, ReusedStreams>());
        return services;
    }
}
