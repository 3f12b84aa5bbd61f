using Grpc.Health.V1;
using Microsoft.Extensions.Hosting;
using static Grpc.Health.V1.HealthCheckResponse.Types;

namespace Bolyst.Rpc.Health;

/// <summary>grpc.health.v1 (https://github.com/grpc/grpc/blob/master/doc/health-checking.md).</summary>
internal sealed class HealthService(HealthStatuses statuses, IHostApplicationLifetime lifetime)
{
    public Task<HealthCheckResponse> Check(HealthCheckRequest request, ServerCallContext context) =>
        statuses.Current.TryGetValue(request.Service, out var status)
            ? Task.FromResult(new HealthCheckResponse { Status = status })
            : throw new RpcException(new Status(StatusCode.NotFound, $"No service '{request.Service}' is served here."));

    public Task<HealthListResponse> List(HealthListRequest request, ServerCallContext context)
    {
        var response = new HealthListResponse();
        foreach (var (service, status) in statuses.Current)
        {
            response.Statuses.Add(service, new HealthCheckResponse { Status = status });
        }

        return Task.FromResult(response);
    }

    public async Task Watch(HealthCheckRequest request, IServerStreamWriter<HealthCheckResponse> responseStream, ServerCallContext context)
    {
        // Watching never ends by itself; a server that stops ends it, so that it can stop.
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, lifetime.ApplicationStopping);
        ServingStatus? told = null;
        while (!stopping.IsCancellationRequested)
        {
            var (status, changed) = statuses.Watch(request.Service);
            if (status != told)
            {
                told = status;
                await responseStream.WriteAsync(new HealthCheckResponse { Status = status });
            }

            await changed.WaitAsync(stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        context.CancellationToken.ThrowIfCancellationRequested();
        await responseStream.WriteAsync(new HealthCheckResponse { Status = ServingStatus.NotServing });
        context.Status = new Status(StatusCode.Unavailable, "The server is stopping.");
    }
}
