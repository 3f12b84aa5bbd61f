using Bolyst.Rpc.Testing;
using Bolyst.Rpc.Tests.Raw;
using Bolyst.Rpc.Tests.Server;
using Google.Protobuf;

namespace Bolyst.Rpc.Tests;

public sealed class DeadlineTests
{
    private const string Service = "/bolyst.rpc.testing.ProbeService/";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task The_handler_knows_the_deadline_and_is_told_when_it_passes()
    {
        await using var host = await TestHost.StartAsync();
        var told = new TaskCompletionSource<DateTime>();
        host.Probe.OnAsk = async (request, context) =>
        {
            await Task.Delay(Timeout.Infinite, context.CancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            told.SetResult(context.Deadline);
            return request;
        };
        using var call = new RawCall(host.Http2, Service + "Ask");
        call.Request.Headers.Add("grpc-timeout", "50000u");
        var began = TimeProvider.System.GetUtcNow().UtcDateTime;
        var answer = await call.SendAsync(new Note());
        Assert.Equal(StatusCode.DeadlineExceeded, answer.Status);
        Assert.InRange(await told.Task.WaitAsync(Patience), began.AddMilliseconds(50), began.AddHours(1));
    }

    [Fact]
    public async Task A_handler_that_does_not_listen_does_not_hold_the_caller()
    {
        await using var host = await TestHost.StartAsync();
        var release = new TaskCompletionSource();
        var late = new TaskCompletionSource<Exception?>();
        host.Probe.OnWatch = async (request, responses, _) =>
        {
            await release.Task;
            late.SetResult(await Record.ExceptionAsync(() => responses.WriteAsync(request)));
        };
        using var call = new RawCall(host.Http2, Service + "Watch");
        call.Request.Headers.Add("grpc-timeout", "50m");
        Assert.Equal(StatusCode.DeadlineExceeded, (await call.SendAsync(new Note())).Status);
        release.SetResult();
        Assert.Equal(StatusCode.DeadlineExceeded, Assert.IsType<RpcException>(await late.Task.WaitAsync(Patience)).StatusCode);
    }

    [Fact]
    public async Task A_deadline_ends_a_write_that_the_caller_does_not_take()
    {
        await using var host = await TestHost.StartAsync();
        var ended = new TaskCompletionSource();
        host.Probe.OnWatch = async (_, responses, context) =>
        {
            context.CancellationToken.Register(() => ended.TrySetResult());
            while (true)
            {
                await responses.WriteAsync(new Note { Data = ByteString.CopyFrom(new byte[100_000]) });
            }
        };
        await using var connection = await RawConnection.OpenAsync(host.Http2, opensWindows: false, initialWindow: 1);
        var id = await connection.CallAsync(Service + "Watch", endStream: false, ("grpc-timeout", "200m"));
        await connection.SendDataAsync(id, RawCall.Envelope([]), endStream: true);
        await connection.Stream(id).Ended.WaitAsync(Patience);
        Assert.True(connection.Stream(id).WasReset);
        await ended.Task.WaitAsync(Patience);
        Assert.False(connection.IsClosed);
    }

    [Fact]
    public async Task A_reset_by_the_caller_reaches_the_handler()
    {
        await using var host = await TestHost.StartAsync();
        var began = new TaskCompletionSource();
        var cancelled = new TaskCompletionSource();
        host.Probe.OnWatch = async (_, _, context) =>
        {
            context.CancellationToken.Register(cancelled.SetResult);
            began.SetResult();
            await Task.Delay(Timeout.Infinite, context.CancellationToken);
        };
        await using var connection = await RawConnection.OpenAsync(host.Http2);
        var id = await connection.CallAsync(Service + "Watch");
        await connection.SendDataAsync(id, RawCall.Envelope([]), endStream: true);
        await began.Task.WaitAsync(Patience);
        await connection.ResetAsync(id);
        await cancelled.Task.WaitAsync(Patience);
        Assert.Empty(host.Log.All);
    }

    [Fact]
    public async Task A_lost_connection_ends_a_waiting_read()
    {
        await using var host = await TestHost.StartAsync();
        var ended = new TaskCompletionSource<Exception?>();
        var began = new TaskCompletionSource();
        host.Probe.OnSend = async (requests, _) =>
        {
            began.SetResult();
            ended.SetResult(await Record.ExceptionAsync(() => requests.MoveNext(CancellationToken.None)));
            return new Note();
        };
        await using (var connection = await RawConnection.OpenAsync(host.Http2))
        {
            await connection.CallAsync(Service + "Send");
            await began.Task.WaitAsync(Patience);
        }

        Assert.Equal(StatusCode.Cancelled, Assert.IsType<RpcException>(await ended.Task.WaitAsync(Patience)).StatusCode);
    }
}
