using System.Collections.Immutable;
using static Grpc.Health.V1.HealthCheckResponse.Types;

namespace Bolyst.Rpc.Health;

/// <summary>
/// The health of the server (the empty name) and of each service, as grpc.health.v1 tells it.
/// A mapped service serves until told otherwise; take it from the application's services to change that.
/// </summary>
public sealed class HealthStatuses
{
    private readonly Lock gate = new();
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The status of every service that has one.</summary>
    public ImmutableSortedDictionary<string, ServingStatus> Current { get; private set; } =
        ImmutableSortedDictionary.Create<string, ServingStatus>(StringComparer.Ordinal).Add("", ServingStatus.Serving);

    /// <summary>Sets the status of a service by its full name, or of the server by the empty name, and tells everyone who watches.</summary>
    public void SetStatus(string service, ServingStatus status)
    {
        ArgumentNullException.ThrowIfNull(service);
        lock (gate)
        {
            Current = Current.SetItem(service, status);
            changed.SetResult();
            changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    /// <summary>The status of a service, SERVICE_UNKNOWN without one, and a task that ends when any status changes.</summary>
    internal (ServingStatus Status, Task Changed) Watch(string service)
    {
        lock (gate)
        {
            return (Current.GetValueOrDefault(service, ServingStatus.ServiceUnknown), changed.Task);
        }
    }
}
