using Bolyst.Rpc.Calls;
using Bolyst.Rpc.Wire;
using Google.Protobuf.Reflection;
using Microsoft.AspNetCore.Http;

namespace Bolyst.Rpc.Methods;

/// <summary>A method that calls can be made to: its names, and how to run one call of it.</summary>
internal abstract class RpcMethod(string path, RpcRuntime runtime)
{
    /// <summary>The full name, <c>/package.Service/Method</c>.</summary>
    public string Path { get; } = path;

    public RpcRuntime Runtime { get; } = runtime;

    /// <summary>The contract of the method; null for a name that no contract knows.</summary>
    public MethodDescriptor? Descriptor { get; protected init; }

    /// <summary>Reads and writes the method's messages; null for a name that no contract knows.</summary>
    public MessageCodec? Codec { get; protected init; }

    /// <summary>Whether one message is answered by one message; a name that no contract knows may be of either kind.</summary>
    public bool MayBeUnary => Descriptor is null or { IsClientStreaming: false, IsServerStreaming: false };

    /// <summary>Whether there may be more than one message on either side.</summary>
    public bool MayStream => Descriptor is null || !MayBeUnary;

    /// <summary>Whether it may be called by GET and cached: a unary method of which the contract says that calling it changes nothing.</summary>
    public bool MayBeGot =>
        MayBeUnary && Descriptor?.GetOptions()?.IdempotencyLevel == MethodOptions.Types.IdempotencyLevel.NoSideEffects;

    /// <summary>Reads what the method takes, runs the handler and writes what it answers.</summary>
    public abstract ValueTask InvokeAsync(RpcCall call);

    public Task HandleAsync(HttpContext http) =>
        Protocol.Open(http, this) is { } call ? call.RunAsync() : Protocol.RefuseAsync(http, this);
}

/// <summary>
/// Answers a call to a method or a service that is not there. Telemetry knows them all by the one name that its conventions give them:
/// callers must not be able to make names.
/// </summary>
internal sealed class UnknownMethod(RpcRuntime runtime, string detail) : RpcMethod("/_OTHER", runtime)
{
    public override ValueTask InvokeAsync(RpcCall call) => throw new RpcException(new Status(StatusCode.Unimplemented, detail));
}
