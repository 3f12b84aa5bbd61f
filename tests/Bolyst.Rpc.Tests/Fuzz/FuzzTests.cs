using System.Diagnostics;
using System.Globalization;
using Bolyst.Rpc.Testing;
using Bolyst.Rpc.Tests.Raw;
using Bolyst.Rpc.Tests.Server;
using Google.Protobuf;
using Microsoft.Extensions.Logging;

namespace Bolyst.Rpc.Tests.Fuzz;

/// <summary>
/// A minute of ill-mannered clients. Ten minutes: <c>BOLYST_FUZZ_SECONDS=600 ./bolyst test --suite Rpc -- -class "*FuzzTests"</c>.
/// </summary>
[Collection(Alone.Name)]
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const int CallsPerConnection = 40;
    private const int ConnectionsBeforeMeasuring = 20;
    private const long MostGrowth = 32 * 1024 * 1024;

    [Fact]
    public async Task No_frames_bring_the_host_down_or_disturb_other_calls()
    {
        var seconds = int.Parse(Environment.GetEnvironmentVariable("BOLYST_FUZZ_SECONDS") ?? "60", CultureInfo.InvariantCulture);
        await using var host = await TestHost.StartAsync();
        host.Log.Ignored = IsKestrelShakingOffAClient;
        using var done = new CancellationTokenSource();
        var bystander = CallOnAsync(host, done.Token);
        var baseline = 0L;
        var connections = 0;
        for (var clock = Stopwatch.StartNew(); clock.Elapsed.TotalSeconds < seconds; connections++)
        {
            if (connections == ConnectionsBeforeMeasuring)
            {
                baseline = GC.GetTotalMemory(forceFullCollection: true);
            }

            await AbuseAsync(host, seed: connections);
            Assert.False(bystander.IsCompleted, "Another client's calls failed while connection " + connections.ToString(CultureInfo.InvariantCulture) + " was fuzzed.");
        }

        await done.CancelAsync();
        var calls = await bystander;
        var growth = GC.GetTotalMemory(forceFullCollection: true) - baseline;
        output.WriteLine($"{connections} connections fuzzed beside {calls} undisturbed calls; memory grew by {growth / 1024} kB.");
        var errors = host.Log.All.Where(line => line.Level >= LogLevel.Error).Select(line => line.Line).ToList();
        Assert.True(errors.Count == 0, string.Join('\n', errors.Take(3)));
        Assert.True(connections <= ConnectionsBeforeMeasuring || growth < MostGrowth, $"Memory grew by {growth} bytes.");
    }

    /// <summary>
    /// Kestrel ends a connection that resets call after call and calls that critical, in two ways; so it does for an endpoint
    /// that only reads its request's body.
    /// </summary>
    private static bool IsKestrelShakingOffAClient(string line) =>
        line.Contains("exceeded the output", StringComparison.Ordinal) || line.Contains("application never completed", StringComparison.Ordinal);

    private static async Task AbuseAsync(TestHost host, int seed)
    {
        await using var connection = await RawConnection.OpenAsync(host.Http2);
        var fuzzer = new FrameFuzzer(connection, seed);
        for (var call = 0; call < CallsPerConnection && !connection.IsClosed; call++)
        {
            await fuzzer.StepAsync();
        }
    }

    /// <summary>A client that behaves, and whose calls must all succeed. Returns how many did.</summary>
    private static async Task<int> CallOnAsync(TestHost host, CancellationToken done)
    {
        var calls = 0;
        await using var connection = await RawConnection.OpenAsync(host.Http2);
        for (; !done.IsCancellationRequested; calls++)
        {
            var id = await connection.CallAsync("/bolyst.rpc.testing.ProbeService/Ask");
            await connection.SendDataAsync(id, RawCall.Envelope(new Note { Number = calls }.ToByteArray()), endStream: true);
            await connection.Stream(id).Ended.WaitAsync(TimeSpan.FromSeconds(30), CancellationToken.None);
            Assert.Equal("0", connection.Stream(id).Headers["grpc-status"]);
            connection.Forget(id);
            await Task.Delay(TimeSpan.FromMilliseconds(1), CancellationToken.None);
        }

        return calls;
    }
}
