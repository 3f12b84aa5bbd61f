using Bolyst.Rpc.Testing;
using Bolyst.Rpc.Tests.Raw;
using Bolyst.Rpc.Tests.Server;
using Google.Protobuf;

namespace Bolyst.Rpc.Tests;

/// <summary>Clients that take, or give, next to nothing hold nothing but their own call.</summary>
[Collection(Alone.Name)]
public sealed class PatienceTests
{
    private const string Service = "/bolyst.rpc.testing.ProbeService/";

    [Fact]
    public async Task A_client_that_reads_one_byte_a_second_does_not_grow_memory()
    {
        const int readers = 20;
        const int messageSize = 64 * 1024;
        await using var host = await TestHost.StartAsync();
        var written = 0L;
        host.Probe.OnWatch = async (_, responses, context) =>
        {
            var note = new Note { Data = ByteString.CopyFrom(new byte[messageSize]) };
            while (!context.CancellationToken.IsCancellationRequested)
            {
                await responses.WriteAsync(note);
                Interlocked.Add(ref written, messageSize);
            }
        };
        await using var slow = await RawConnection.OpenAsync(host.Http2, opensWindows: false, initialWindow: 1);
        var calls = new List<int>();
        for (var reader = 0; reader < readers; reader++)
        {
            calls.Add(await slow.CallAsync(Service + "Watch"));
            await slow.SendDataAsync(calls[^1], RawCall.Envelope([]), endStream: true);
        }

        for (var second = 0; second < 5; second++)
        {
            foreach (var call in calls)
            {
                await slow.OpenWindowAsync(call, 1);
            }

            await Task.Delay(TimeSpan.FromSeconds(1));
            await AssertServesAsync(host);
        }

        // Each call may have a buffer's worth waiting (Kestrel's response buffer is 64 kB), and a message being written.
        Assert.True(Interlocked.Read(ref written) <= readers * 4L * messageSize, $"{written} bytes were taken from handlers whose clients took {readers * 6}.");
        Assert.All(calls, call => Assert.InRange(slow.Stream(call).DataBytes, 1, 6));
        Assert.False(slow.IsClosed);
    }

    [Fact]
    public async Task A_client_that_never_half_closes_keeps_its_call_and_no_other()
    {
        await using var host = await TestHost.StartAsync();
        await using var silent = await RawConnection.OpenAsync(host.Http2);
        var call = await silent.CallAsync(Service + "Ask");
        await silent.SendDataAsync(call, RawCall.Envelope(new Note { Text = "hello" }.ToByteArray()), endStream: false);

        // Longer than the 5 seconds after which Kestrel by itself gives up on a request body, and with it on the whole connection.
        await Task.Delay(TimeSpan.FromSeconds(7));
        await AssertServesAsync(host);
        Assert.False(silent.Stream(call).Ended.IsCompleted);
        var other = await silent.CallAsync(Service + "Ask");
        await silent.SendDataAsync(other, RawCall.Envelope([]), endStream: true);
        await silent.Stream(other).Ended.WaitAsync(TimeSpan.FromSeconds(10));
        Assert.Equal("0", silent.Stream(other).Headers["grpc-status"]);

        await silent.SendDataAsync(call, [], endStream: true);
        await silent.Stream(call).Ended.WaitAsync(TimeSpan.FromSeconds(10));
        Assert.Equal("0", silent.Stream(call).Headers["grpc-status"]);
    }

    [Fact]
    public async Task A_deadline_ends_a_call_whose_client_never_half_closes()
    {
        await using var host = await TestHost.StartAsync();
        await using var silent = await RawConnection.OpenAsync(host.Http2);
        var call = await silent.CallAsync(Service + "Ask", endStream: false, ("grpc-timeout", "100m"));
        await silent.Stream(call).Ended.WaitAsync(TimeSpan.FromSeconds(10));
        Assert.Equal("4", silent.Stream(call).Headers["grpc-status"]);
    }

    [Fact]
    public async Task A_length_that_never_arrives_takes_no_memory()
    {
        await using var host = await TestHost.StartAsync(options => options.MaxReceiveMessageSize = int.MaxValue);
        await using var connection = await RawConnection.OpenAsync(host.Http2);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        for (var call = 0; call < 50; call++)
        {
            var id = await connection.CallAsync(Service + "Send");
            await connection.SendDataAsync(id, [0, 0x7f, 0xff, 0xff, 0xff, 1, 2, 3], endStream: false);
        }

        await AssertServesAsync(host);
        var taken = GC.GetTotalAllocatedBytes(precise: true) - before;
        Assert.True(taken < 16 * 1024 * 1024, $"{taken} bytes were allocated for 400 that arrived.");
    }

    private static async Task AssertServesAsync(TestHost host)
    {
        using var call = new RawCall(host.Http2, Service + "Ask");
        Assert.Equal(StatusCode.OK, (await call.SendAsync(new Note { Text = "still there?" })).Status);
    }
}
