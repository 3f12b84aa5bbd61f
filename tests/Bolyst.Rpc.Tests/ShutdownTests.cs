using Bolyst.Rpc.Testing;
using Bolyst.Rpc.Tests.Raw;
using Bolyst.Rpc.Tests.Server;
using Google.Protobuf;

namespace Bolyst.Rpc.Tests;

public sealed class ShutdownTests
{
    [Fact]
    public async Task A_server_that_stops_lets_calls_finish_and_says_that_it_goes()
    {
        await using var host = await TestHost.StartAsync();
        var began = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        host.Probe.OnAsk = async (request, _) =>
        {
            began.SetResult();
            await release.Task;
            return request;
        };
        await using var connection = await RawConnection.OpenAsync(host.Http2);
        var id = await connection.CallAsync("/bolyst.rpc.testing.ProbeService/Ask");
        await connection.SendDataAsync(id, RawCall.Envelope(new Note { Text = "last" }.ToByteArray()), endStream: true);
        await began.Task.WaitAsync(TimeSpan.FromSeconds(20));

        var stopping = host.App.StopAsync();
        await connection.GoingAway.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.False(stopping.IsCompleted);
        Assert.False(connection.Stream(id).Ended.IsCompleted);

        release.SetResult();
        await connection.Stream(id).Ended.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal("0", connection.Stream(id).Headers["grpc-status"]);

        // A client that is told that its server goes closes the connection when its calls have ended.
        await connection.DisposeAsync();
        await stopping.WaitAsync(TimeSpan.FromSeconds(20));
    }
}
