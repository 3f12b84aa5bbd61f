using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Bolyst.Rpc.Methods;
using Bolyst.Rpc.Wire;
using Google.Protobuf;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace Bolyst.Rpc.Calls;

/// <summary>
/// One call on one HTTP exchange: runs the handler under the deadline and sees to it that exactly one status ends the call.
/// How messages and the status look on the wire is the subclass's matter.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "RunAsync disposes of the deadline: a call lives as long as it runs.")]
internal abstract class RpcCall(HttpContext http, RpcMethod method) : ServerCallContext
{
    private Metadata? requestHeaders;
    private Metadata? responseTrailers;
    private CallDeadline? deadline;
    private string? responseCompression = method.Runtime.Options.ResponseCompression;

    protected HttpContext Http => http;

    protected RpcMethod RpcMethod => method;

    protected RpcOptions Options => method.Runtime.Options;

    protected bool HeadersSent { get; private set; }

    /// <summary>The name of the protocol, as telemetry knows it.</summary>
    public abstract string Protocol { get; }

    /// <summary>Trailers, or null when none were asked for.</summary>
    protected Metadata? TrailersIfAny => responseTrailers;

    /// <summary>The token to wait with. Without a deadline none is needed: a lost caller ends reads and writes by itself.</summary>
    protected CancellationToken WaitToken => deadline?.Token ?? CancellationToken.None;

    public override string Method => method.Path;

    public override string Host => http.Request.Host.Value ?? "";

    public override string Peer => PeerName.Of(http.Connection);

    public override DateTime Deadline => deadline?.At ?? DateTime.MaxValue;

    public override CancellationToken CancellationToken => deadline?.Token ?? http.RequestAborted;

    public override Metadata RequestHeaders => requestHeaders ??= MetadataHeaders.Read(http.Request.Headers);

    public override Metadata ResponseTrailers => responseTrailers ??= [];

    public override string? ResponseCompression
    {
        get => responseCompression;
        set
        {
            Compression.Require(value);
            responseCompression = value;
        }
    }

    public override HttpContext GetHttpContext() => http;

    /// <summary>Runs the call to its end.</summary>
    public async Task RunAsync()
    {
        var telemetry = method.Runtime.Telemetry.Begin(this, http);
        Status status;
        try
        {
            LiftHttpLimits();
            StartDeadline(Open());
            await method.InvokeAsync(this);
            status = Status;
        }
        catch (Exception exception)
        {
            status = Faults.StatusOf(exception, this, deadline, http, method.Runtime.Log);
        }

        if (deadline is null || deadline.TryEnd())
        {
            await EndAsync(status);
        }
        else
        {
            status = await deadline.EndedAsync();
        }

        deadline?.Dispose();
        method.Runtime.Telemetry.End(telemetry, this, http, status);
    }

    /// <summary>The only message of a request that has one.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<IMessage> ReadOnlyMessageAsync()
    {
        var message = await ReadAsync(WaitToken) ?? throw Cardinality("none");
        return await ReadAsync(WaitToken) is null ? message : throw Cardinality("more");
    }

    /// <summary>The next message of a stream: waits no longer than the handler's own token and the call allow.</summary>
    public async ValueTask<IMessage?> ReadNextAsync(CancellationToken cancellationToken)
    {
        if (!cancellationToken.CanBeCanceled || cancellationToken == CancellationToken)
        {
            return await ReadAsync(WaitToken);
        }

        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, WaitToken);
        return await ReadAsync(both.Token);
    }

    /// <summary>The next message, or null when the caller has sent the last one.</summary>
    public abstract ValueTask<IMessage?> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Writes a message and waits until there is room for the next one.</summary>
    public async Task WriteAsync(IMessage message, WriteOptions? options)
    {
        var flags = (options ?? WriteOptions)?.Flags ?? WriteFlags.None;
        EnterWrite();
        try
        {
            WriteMessage(message, flags);
            if (!flags.HasFlag(WriteFlags.BufferHint))
            {
                await FlushAsync();
            }
        }
        finally
        {
            deadline?.Leave();
        }
    }

    /// <summary>Writes the message that the status follows at once.</summary>
    public void WriteLast(IMessage message)
    {
        EnterWrite();
        try
        {
            WriteMessage(message, WriteOptions?.Flags ?? WriteFlags.None);
        }
        finally
        {
            deadline?.Leave();
        }
    }

    public override async Task WriteResponseHeadersAsync(Metadata responseHeaders)
    {
        ArgumentNullException.ThrowIfNull(responseHeaders);
        EnterWrite();
        try
        {
            if (HeadersSent)
            {
                throw new InvalidOperationException("The headers of this call are sent already.");
            }

            MetadataHeaders.Write(responseHeaders, http.Response.Headers);
            EnsureHeaders();
            await FlushAsync();
        }
        finally
        {
            deadline?.Leave();
        }
    }

    /// <summary>Reads and checks the protocol's own request headers. Returns the time the caller gives the call, or null.</summary>
    protected abstract TimeSpan? Open();

    /// <summary>Sets the protocol's own response headers.</summary>
    protected abstract void WriteHeaders();

    protected abstract void WriteMessage(IMessage message, WriteFlags flags);

    protected virtual async ValueTask FlushAsync()
    {
        var result = await http.Response.BodyWriter.FlushAsync(WaitToken);
        if (result.IsCompleted || result.IsCanceled)
        {
            throw new RpcException(Status.DefaultCancelled);
        }
    }

    /// <summary>Sends the status.</summary>
    protected abstract ValueTask EndAsync(Status status);

    protected void EnsureHeaders()
    {
        if (!HeadersSent)
        {
            HeadersSent = true;
            WriteHeaders();
        }
    }

    private static RpcException Cardinality(string got) =>
        new(new Status(StatusCode.Unimplemented, $"This method takes exactly one message; the request has {got}."));

    private void EnterWrite()
    {
        if (deadline?.TryEnter() == false)
        {
            throw new RpcException(new Status(StatusCode.DeadlineExceeded, "The deadline passed before this write."));
        }
    }

    private void StartDeadline(TimeSpan? timeout)
    {
        if (timeout is { } time)
        {
            deadline = new CallDeadline(time, method.Runtime.Time, ExpireAsync, http.RequestAborted);
            deadline.Token.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Tells the caller at once; the handler, which holds the HTTP exchange, learns it by its token.</summary>
    private async Task<Status> ExpireAsync(bool writing)
    {
        var status = new Status(StatusCode.DeadlineExceeded, "The deadline passed.");
        if (writing)
        {
            // The caller does not take the message being written, so it would not take a status after it.
            if (http.Features.Get<IHttpResetFeature>() is { } stream)
            {
                stream.Reset(Http2Error.Cancel);
            }
            else
            {
                http.Abort();
            }
        }
        else
        {
            await EndAsync(status);
            await http.Response.CompleteAsync();
        }

        return status;
    }

    /// <summary>A call may pause for as long as its deadline allows, and be as long as its messages are within their own limit.</summary>
    private void LiftHttpLimits()
    {
        if (http.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate)
        {
            rate.MinDataRate = null;
        }

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = null;
        }
    }
}
