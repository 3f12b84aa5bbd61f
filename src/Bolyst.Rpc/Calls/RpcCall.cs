using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Bolyst.Rpc.Methods;
using Bolyst.Rpc.Wire;
using Google.Protobuf;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace Bolyst.Rpc.Calls;

/// <summary>
/// One call on one HTTP exchange: runs the handler under the deadline and sees to it that exactly one status ends the call.
/// How messages and the status look on the wire is the subclass's matter.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "RunAsync disposes of the deadline: a call lives as long as it runs.")]
internal abstract class RpcCall(HttpContext http, RpcMethod method) : HttpCallContext(http, method)
{
    private CallDeadline? deadline;

    protected bool HeadersSent { get; private set; }

    /// <summary>The name of the protocol, as telemetry knows it.</summary>
    public abstract string Protocol { get; }

    /// <summary>The token to wait with. Without a deadline none is needed: a lost caller ends reads and writes by itself.</summary>
    protected CancellationToken WaitToken => deadline?.Token ?? CancellationToken.None;

    public override DateTime Deadline => deadline?.At ?? DateTime.MaxValue;

    public override CancellationToken CancellationToken => deadline?.Token ?? Http.RequestAborted;

    /// <summary>Runs the call to its end.</summary>
    public async Task RunAsync()
    {
        var telemetry = RpcMethod.Runtime.Telemetry.Begin(this, Http);
        Status status;
        try
        {
            LiftHttpLimits();
            StartDeadline(Open());
            await RpcMethod.InvokeAsync(this);
            status = Status;
        }
        catch (Exception exception)
        {
            status = Faults.StatusOf(exception, this, deadline, Http, RpcMethod.Runtime.Log);
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
        RpcMethod.Runtime.Telemetry.End(telemetry, this, Http, status);
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

    /// <summary>The next message, or null when the caller has sent the last one. The ways in which Kestrel tells of a lost caller become one.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<IMessage?> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await ReadMessageAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is (IOException and not BadHttpRequestException) or OperationCanceledException { InnerException: ConnectionAbortedException })
        {
            throw new RpcException(Status.DefaultCancelled);
        }
    }

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

            MetadataHeaders.Write(responseHeaders, Http.Response.Headers);
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

    /// <summary>Reads a message, or null when the caller has sent the last one.</summary>
    protected abstract ValueTask<IMessage?> ReadMessageAsync(CancellationToken cancellationToken);

    /// <summary>Sets the protocol's own response headers.</summary>
    protected abstract void WriteHeaders();

    protected abstract void WriteMessage(IMessage message, WriteFlags flags);

    protected virtual async ValueTask FlushAsync()
    {
        var result = await Http.Response.BodyWriter.FlushAsync(WaitToken);
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
            deadline = new CallDeadline(time, RpcMethod.Runtime.Time, ExpireAsync, Http.RequestAborted);
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
            if (Http.Features.Get<IHttpResetFeature>() is { } stream)
            {
                stream.Reset(Http2Error.Cancel);
            }
            else
            {
                Http.Abort();
            }
        }
        else
        {
            await EndAsync(status);
            await Http.Response.CompleteAsync();
        }

        return status;
    }

    /// <summary>A call may pause for as long as its deadline allows, and be as long as its messages are within their own limit.</summary>
    private void LiftHttpLimits()
    {
        if (Http.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate)
        {
            rate.MinDataRate = null;
        }

        if (Http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = null;
        }
    }
}
