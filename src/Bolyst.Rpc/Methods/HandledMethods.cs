using System.Runtime.CompilerServices;
using Bolyst.Rpc.Calls;
using Bolyst.Rpc.Wire;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Bolyst.Rpc.Methods;

/// <summary>A method of a contract with a handler behind it.</summary>
internal abstract class HandledMethod : RpcMethod
{
    protected HandledMethod(MethodDescriptor descriptor, RpcRuntime runtime)
        : base($"/{descriptor.Service.FullName}/{descriptor.Name}", runtime)
    {
        Descriptor = descriptor;
        Codec = new MessageCodec(descriptor);
    }
}

internal sealed class UnaryMethod<TRequest, TResponse>(
    MethodDescriptor descriptor, RpcRuntime runtime, UnaryServerMethod<TRequest, TResponse> handler) : HandledMethod(descriptor, runtime)
    where TRequest : class, IMessage
    where TResponse : class, IMessage
{
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public override async ValueTask InvokeAsync(RpcCall call)
    {
        var request = (TRequest)await call.ReadOnlyMessageAsync();
        call.WriteLast(await handler(request, call));
    }
}

internal sealed class ClientStreamingMethod<TRequest, TResponse>(
    MethodDescriptor descriptor, RpcRuntime runtime, ClientStreamingServerMethod<TRequest, TResponse> handler) : HandledMethod(descriptor, runtime)
    where TRequest : class, IMessage
    where TResponse : class, IMessage
{
    public override async ValueTask InvokeAsync(RpcCall call) =>
        call.WriteLast(await handler(new CallReader<TRequest>(call), call));
}

internal sealed class ServerStreamingMethod<TRequest, TResponse>(
    MethodDescriptor descriptor, RpcRuntime runtime, ServerStreamingServerMethod<TRequest, TResponse> handler) : HandledMethod(descriptor, runtime)
    where TRequest : class, IMessage
    where TResponse : class, IMessage
{
    public override async ValueTask InvokeAsync(RpcCall call)
    {
        var request = (TRequest)await call.ReadOnlyMessageAsync();
        await handler(request, new CallWriter<TResponse>(call), call);
    }
}

internal sealed class DuplexStreamingMethod<TRequest, TResponse>(
    MethodDescriptor descriptor, RpcRuntime runtime, DuplexStreamingServerMethod<TRequest, TResponse> handler) : HandledMethod(descriptor, runtime)
    where TRequest : class, IMessage
    where TResponse : class, IMessage
{
    public override async ValueTask InvokeAsync(RpcCall call) =>
        await handler(new CallReader<TRequest>(call), new CallWriter<TResponse>(call), call);
}
