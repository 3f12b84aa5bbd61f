using System.Reflection;
using Bolyst.Rpc.Testing;
using Bolyst.Rpc.Tests.Raw;
using Bolyst.Rpc.Tests.Server;
using Google.Protobuf;
using Microsoft.AspNetCore.Http.Features;

namespace Bolyst.Rpc.Tests;

/// <summary>Kestrel uses the object of a stream again for a later call of the connection.</summary>
public sealed class ReusedStreamTests
{
    private const BindingFlags Private = BindingFlags.Instance | BindingFlags.NonPublic;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>
    /// The race (https://github.com/dotnet/aspnetcore/issues/53736) needs a thread to stop between two instructions, so the test leaves the
    /// object as the race does. When a new version of Kestrel has no such mark any more, this test and what it proves can go.
    /// </summary>
    [Fact]
    public async Task A_stream_left_marked_as_queued_answers_the_next_call()
    {
        await using var host = await TestHost.StartAsync();
        IFeatureCollection? stream = null;
        host.Probe.OnAsk = (request, context) =>
        {
            stream = context.GetHttpContext().Features;
            return Task.FromResult(request);
        };
        await using var connection = await RawConnection.OpenAsync(host.Http2);
        var marked = new HashSet<IFeatureCollection>(ReferenceEqualityComparer.Instance);
        do
        {
            Assert.Equal("0", await AskAsync(connection));
            Mark(stream!);
        }
        while (marked.Add(stream!));
    }

    private static async Task<string> AskAsync(RawConnection connection)
    {
        var id = await connection.CallAsync("/bolyst.rpc.testing.ProbeService/Ask");
        await connection.SendDataAsync(id, RawCall.Envelope(new Note { Text = "hello" }.ToByteArray()), endStream: true);
        await connection.Stream(id).Ended.WaitAsync(Patience);
        return connection.Stream(id).Headers["grpc-status"];
    }

    private static void Mark(IFeatureCollection stream)
    {
        var output = stream.GetType().BaseType!.GetField("_http2Output", Private)!.GetValue(stream)!;
        output.GetType().GetField("_isScheduled", Private)!.SetValue(output, value: true);
    }
}
