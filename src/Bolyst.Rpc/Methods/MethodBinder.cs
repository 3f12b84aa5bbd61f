using System.Reflection;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Microsoft.AspNetCore.Http;

namespace Bolyst.Rpc.Methods;

/// <summary>Finds, for each method of a contract, the method of a class that handles it.</summary>
internal sealed class MethodBinder<TService>(Func<HttpContext, TService> service, RpcRuntime runtime)
    where TService : class
{
    /// <exception cref="InvalidOperationException">The class lacks a method; the message lists every one that is missing, as it should look.</exception>
    public IReadOnlyList<RpcMethod> Bind(ServiceDescriptor contract)
    {
        var missing = contract.Methods.Where(method => Find(method) is null).Select(Signature).ToList();
        if (missing.Count > 0)
        {
            throw new InvalidOperationException(
                $"{typeof(TService)} does not handle {contract.FullName} whole. Missing:{Environment.NewLine}  public {string.Join(Environment.NewLine + "  public ", missing)}");
        }

        return [.. contract.Methods.Select(method => Bind(method, Find(method)!))];
    }

    private static MethodInfo? Find(MethodDescriptor contract) =>
        typeof(TService).GetMethod(contract.Name, BindingFlags.Public | BindingFlags.Instance, Parameters(contract)) is { } found
        && ReturnType(contract).IsAssignableFrom(found.ReturnType) ? found : null;

    private static Type[] Parameters(MethodDescriptor contract) => (contract.IsClientStreaming, contract.IsServerStreaming) switch
    {
        (false, false) => [contract.InputType.ClrType, typeof(ServerCallContext)],
        (true, false) => [Reader(contract), typeof(ServerCallContext)],
        (false, true) => [contract.InputType.ClrType, Writer(contract), typeof(ServerCallContext)],
        (true, true) => [Reader(contract), Writer(contract), typeof(ServerCallContext)],
    };

    private static Type Reader(MethodDescriptor contract) => typeof(IAsyncStreamReader<>).MakeGenericType(contract.InputType.ClrType);

    private static Type Writer(MethodDescriptor contract) => typeof(IServerStreamWriter<>).MakeGenericType(contract.OutputType.ClrType);

    private static Type ReturnType(MethodDescriptor contract) =>
        contract.IsServerStreaming ? typeof(Task) : typeof(Task<>).MakeGenericType(contract.OutputType.ClrType);

    private static string Signature(MethodDescriptor contract) =>
        $"{Name(ReturnType(contract))} {contract.Name}({string.Join(", ", Parameters(contract).Select(Name))})";

    private static string Name(Type type) =>
        type.IsGenericType ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{Name(type.GenericTypeArguments[0])}>" : type.Name;

    private RpcMethod Bind(MethodDescriptor contract, MethodInfo found)
    {
        var kind = (contract.IsClientStreaming, contract.IsServerStreaming) switch
        {
            (false, false) => nameof(Unary),
            (true, false) => nameof(ClientStreaming),
            (false, true) => nameof(ServerStreaming),
            (true, true) => nameof(DuplexStreaming),
        };
        return (RpcMethod)GetType().GetMethod(kind, BindingFlags.NonPublic | BindingFlags.Instance)!
            .MakeGenericMethod(contract.InputType.ClrType, contract.OutputType.ClrType)
            .Invoke(this, [contract, found])!;
    }

    private UnaryMethod<TRequest, TResponse> Unary<TRequest, TResponse>(MethodDescriptor contract, MethodInfo found)
        where TRequest : class, IMessage
        where TResponse : class, IMessage
    {
        var method = found.CreateDelegate<Func<TService, TRequest, ServerCallContext, Task<TResponse>>>();
        UnaryServerMethod<TRequest, TResponse> handler = (request, context) => method(service(context.GetHttpContext()), request, context);
        foreach (var interceptor in runtime.InterceptorsFromInnermost)
        {
            var next = handler;
            handler = (request, context) => interceptor.UnaryServerHandler(request, context, next);
        }

        return new(contract, runtime, handler);
    }

    private ClientStreamingMethod<TRequest, TResponse> ClientStreaming<TRequest, TResponse>(MethodDescriptor contract, MethodInfo found)
        where TRequest : class, IMessage
        where TResponse : class, IMessage
    {
        var method = found.CreateDelegate<Func<TService, IAsyncStreamReader<TRequest>, ServerCallContext, Task<TResponse>>>();
        ClientStreamingServerMethod<TRequest, TResponse> handler = (requests, context) => method(service(context.GetHttpContext()), requests, context);
        foreach (var interceptor in runtime.InterceptorsFromInnermost)
        {
            var next = handler;
            handler = (requests, context) => interceptor.ClientStreamingServerHandler(requests, context, next);
        }

        return new(contract, runtime, handler);
    }

    private ServerStreamingMethod<TRequest, TResponse> ServerStreaming<TRequest, TResponse>(MethodDescriptor contract, MethodInfo found)
        where TRequest : class, IMessage
        where TResponse : class, IMessage
    {
        var method = found.CreateDelegate<Func<TService, TRequest, IServerStreamWriter<TResponse>, ServerCallContext, Task>>();
        ServerStreamingServerMethod<TRequest, TResponse> handler =
            (request, responses, context) => method(service(context.GetHttpContext()), request, responses, context);
        foreach (var interceptor in runtime.InterceptorsFromInnermost)
        {
            var next = handler;
            handler = (request, responses, context) => interceptor.ServerStreamingServerHandler(request, responses, context, next);
        }

        return new(contract, runtime, handler);
    }

    private DuplexStreamingMethod<TRequest, TResponse> DuplexStreaming<TRequest, TResponse>(MethodDescriptor contract, MethodInfo found)
        where TRequest : class, IMessage
        where TResponse : class, IMessage
    {
        var method = found.CreateDelegate<Func<TService, IAsyncStreamReader<TRequest>, IServerStreamWriter<TResponse>, ServerCallContext, Task>>();
        DuplexStreamingServerMethod<TRequest, TResponse> handler =
            (requests, responses, context) => method(service(context.GetHttpContext()), requests, responses, context);
        foreach (var interceptor in runtime.InterceptorsFromInnermost)
        {
            var next = handler;
            handler = (requests, responses, context) => interceptor.DuplexStreamingServerHandler(requests, responses, context, next);
        }

        return new(contract, runtime, handler);
    }
}
