using Microsoft.AspNetCore.Http;

namespace Bolyst.Rpc;

/// <summary>What a handler knows about its call, and the means to answer beside the messages.</summary>
public abstract class ServerCallContext
{
    /// <summary>The full name of the method, <c>/package.Service/Method</c>.</summary>
    public abstract string Method { get; }

    /// <summary>The host the caller asked for.</summary>
    public abstract string Host { get; }

    /// <summary>The caller's address, such as <c>ipv4:10.0.0.1:50000</c>, or <c>unknown</c>.</summary>
    public abstract string Peer { get; }

    /// <summary>When the caller stops waiting, in UTC; <see cref="DateTime.MaxValue"/> without a deadline.</summary>
    public abstract DateTime Deadline { get; }

    /// <summary>The metadata the caller sent, without the protocol's own headers.</summary>
    public abstract Metadata RequestHeaders { get; }

    /// <summary>Fires when the caller cancels, the connection is lost, or the deadline passes. Hand it on to whatever waits.</summary>
    public abstract CancellationToken CancellationToken { get; }

    /// <summary>Metadata to send after the last message.</summary>
    public abstract Metadata ResponseTrailers { get; }

    /// <summary>The status to end with when the handler returns; success by default. Throw <see cref="RpcException"/> to end with another.</summary>
    public Status Status { get; set; } = Status.DefaultSuccess;

    /// <summary>How messages are written unless the stream's own options say otherwise.</summary>
    public WriteOptions? WriteOptions { get; set; }

    /// <summary>
    /// The encoding of the answers of this call: <c>gzip</c>, or null for none. It takes effect when set before the first answer
    /// and when the caller accepts it. Default: <see cref="RpcOptions.ResponseCompression"/>, or <see cref="RpcOptions.ConnectResponseCompression"/>
    /// for a call by Connect.
    /// </summary>
    public abstract string? ResponseCompression { get; set; }

    /// <summary>Sends the headers now, with this metadata, rather than with the first message. Possible once.</summary>
    /// <exception cref="InvalidOperationException">The headers are sent already.</exception>
    public abstract Task WriteResponseHeadersAsync(Metadata responseHeaders);

    /// <summary>The HTTP request the call came in, for the user, services and features of ASP.NET Core.</summary>
    public abstract HttpContext GetHttpContext();
}
