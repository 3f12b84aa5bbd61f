using Bolyst.Rpc;
using Bolyst.Statistics;
using Bolyst.Store;

namespace Bolyst.Service.Faults;

/// <summary>
/// Stands around every call and turns what the rooms below throw into errors for clients. No message of an exception that was not
/// written for a caller gets out, and no stack trace ever.
/// </summary>
internal sealed class FaultInterceptor(ILogger<FaultInterceptor> log) : Interceptor
{
    /// <summary>When a caller may try again whom the database did not answer.</summary>
    public static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(2);

    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        // A warm answer completes at once; it should not pay for a state machine.
        var call = Start(() => continuation(request, context));
        return call.IsCompletedSuccessfully ? call : AwaitAsync(call, context);
    }

    public override async Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            await continuation(request, responseStream, context);
        }
        catch (Exception fault) when (!IsForCaller(fault, context))
        {
            throw Translate(fault, context);
        }
    }

    private static Task<T> Start<T>(Func<Task<T>> call)
    {
        try
        {
            return call();
        }
        catch (Exception fault)
        {
            return Task.FromException<T>(fault);
        }
    }

    private async Task<T> AwaitAsync<T>(Task<T> call, ServerCallContext context)
    {
        try
        {
            return await call;
        }
        catch (Exception fault) when (!IsForCaller(fault, context))
        {
            throw Translate(fault, context);
        }
    }

    /// <summary>An error that was written for the caller, or the end of a call whose caller has left.</summary>
    private static bool IsForCaller(Exception fault, ServerCallContext context) =>
        fault is RpcException || (fault is OperationCanceledException && context.CancellationToken.IsCancellationRequested);

    private RpcException Translate(Exception fault, ServerCallContext context)
    {
        switch (fault)
        {
            case DefinitionRefusedException refused:
                return Refused(refused);
            case StoreException { Fault: StoreFault.DatabaseUnreachable or StoreFault.ConnectionLost } lost:
                ServiceLog.DatabaseUnavailable(log, context.Method, lost);
                return Fault.Unavailable("The database does not answer. Try again in a few seconds.", RetryAfter);
            case StoreException { Fault: StoreFault.ValueRefused } store:
                return Fault.MalformedText(store.Message);
            default:
                var id = Guid.NewGuid().ToString("N");
                ServiceLog.CallFailed(log, context.Method, id, fault);
                return Fault.Internal(id);
        }
    }

    /// <summary>What a caller is told of a definition that cannot be computed.</summary>
    public static RpcException Refused(DefinitionRefusedException refused) => refused.NotScorable
        ? Fault.FailedPrecondition(V1.ErrorReason.IndicatorNotScorable, refused.Message, ("indicator", refused.Subject))
        : Fault.InvalidArgument(V1.ErrorReason.RecipeInvalid, "query.recipe." + refused.Step, refused.Message);
}
