using System.Diagnostics.Metrics;
using Bolyst.Rpc.Calls;
using Bolyst.Rpc.Hosting;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bolyst.Rpc;

/// <summary>What every call of a host shares.</summary>
internal sealed class RpcRuntime(
    IOptions<RpcOptions> options, ILogger<RpcRuntime> log, TimeProvider time, IMeterFactory meters, IServiceProvider services)
{
    public RpcOptions Options { get; } = options.Value;

    public ILogger Log { get; } = log;

    public TimeProvider Time { get; } = time;

    public CorsPolicy? Cors { get; } = CorsPolicies.Make(options.Value);

    public CallTelemetry Telemetry { get; } = new(meters, time);

    public Interceptor[] InterceptorsFromInnermost { get; } = [.. options.Value.Interceptors.Make(services).Reverse()];
}
