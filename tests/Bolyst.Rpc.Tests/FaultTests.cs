using Bolyst.Rpc.Testing;
using Bolyst.Rpc.Tests.Raw;
using Bolyst.Rpc.Tests.Server;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Microsoft.Extensions.Logging;

namespace Bolyst.Rpc.Tests;

public sealed class FaultTests
{
    private const string Service = "/bolyst.rpc.testing.ProbeService/";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task An_unexpected_exception_is_internal_with_an_id_that_is_in_the_log(int messagesBefore)
    {
        await using var host = await TestHost.StartAsync();
        host.Probe.OnWatch = async (request, responses, _) =>
        {
            for (var message = 0; message < messagesBefore; message++)
            {
                await responses.WriteAsync(request);
            }

            throw new InvalidOperationException("Password=hunter2");
        };
        using var call = new RawCall(host.Http2, Service + "Watch");
        var answer = await call.SendAsync(new Note());
        Assert.Equal(StatusCode.Internal, answer.Status);
        Assert.Equal(messagesBefore, answer.Envelopes().Count);
        Assert.DoesNotContain("hunter2", answer.Message, StringComparison.Ordinal);
        const string before = "Unexpected error. The server's log tells more under id ";
        Assert.StartsWith(before, answer.Message, StringComparison.Ordinal);
        var id = answer.Message[before.Length..^1];
        var line = Assert.Single(host.Log.All, line => line.Level == LogLevel.Error).Line;
        Assert.Contains(id, line, StringComparison.Ordinal);
        Assert.Contains("hunter2", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rich_details_travel_with_the_status()
    {
        await using var host = await TestHost.StartAsync();
        var rich = new Google.Rpc.Status
        {
            Code = (int)StatusCode.InvalidArgument,
            Message = "Zone set 'x' is not known.",
            Details =
            {
                Any.Pack(new BadRequest { FieldViolations = { new BadRequest.Types.FieldViolation { Field = "zone_set", Description = "not known" } } }),
                Any.Pack(new RetryInfo { RetryDelay = Duration.FromTimeSpan(TimeSpan.FromSeconds(3)) }),
            },
        };
        host.Probe.OnAsk = (_, _) => throw rich.ToRpcException();
        using var call = new RawCall(host.Http2, Service + "Ask");
        var answer = await call.SendAsync(new Note());
        Assert.Equal(StatusCode.InvalidArgument, answer.Status);
        Assert.Equal("Zone set 'x' is not known.", answer.Message);
        Assert.DoesNotContain('=', answer.Field("grpc-status-details-bin")!);
        var sent = answer.Field("grpc-status-details-bin")!;
        Assert.Equal(rich, Google.Rpc.Status.Parser.ParseFrom(Convert.FromBase64String(sent.PadRight((sent.Length + 3) / 4 * 4, '='))));
    }

    [Fact]
    public async Task An_error_that_repeats_a_long_request_still_reaches_the_caller()
    {
        await using var host = await TestHost.StartAsync();
        host.Probe.OnAsk = (request, _) => throw new Google.Rpc.Status
        {
            Code = (int)StatusCode.NotFound,
            Message = $"'{request.Text}' is not known.",
            Details = { Any.Pack(new ErrorInfo { Domain = request.Text }) },
        }.ToRpcException();
        using var call = new RawCall(host.Http2, Service + "Ask");
        var answer = await call.SendAsync(new Note { Text = new string('x', 1_000_000) });
        Assert.Equal(StatusCode.NotFound, answer.Status);
        Assert.Equal("'" + new string('x', 999) + "…", answer.Message);
    }

    [Fact]
    public async Task A_handler_may_end_with_a_status_of_its_own_and_trailers()
    {
        await using var host = await TestHost.StartAsync();
        host.Probe.OnAsk = (request, context) =>
        {
            context.Status = new Status(StatusCode.OutOfRange, "past the end");
            context.ResponseTrailers.Add("rows", "0");
            return Task.FromResult(request);
        };
        using var call = new RawCall(host.Http2, Service + "Ask");
        var answer = await call.SendAsync(new Note());
        Assert.Equal((StatusCode.OutOfRange, "past the end", "0"), (answer.Status, answer.Message, answer.Trailers["rows"]));
    }

    [Fact]
    public async Task Two_writes_at_once_are_told_apart_as_a_mistake_of_the_handler()
    {
        await using var host = await TestHost.StartAsync();
        var refused = new TaskCompletionSource();
        host.Probe.OnWatch = async (_, responses, _) =>
        {
            // The client has opened no window yet, so the first write waits.
            var first = responses.WriteAsync(new Note { Data = ByteString.CopyFrom(new byte[100_000]) });
            await Assert.ThrowsAsync<InvalidOperationException>(() => responses.WriteAsync(new Note()));
            refused.SetResult();
            await first;
        };
        await using var connection = await RawConnection.OpenAsync(host.Http2, opensWindows: false, initialWindow: 0);
        var id = await connection.CallAsync(Service + "Watch");
        await connection.SendDataAsync(id, RawCall.Envelope([]), endStream: true);
        await refused.Task.WaitAsync(Patience);
        await connection.OpenWindowAsync(0, 1_000_000);
        await connection.OpenWindowAsync(id, 1_000_000);
        await connection.Stream(id).Ended.WaitAsync(Patience);
        Assert.Equal("0", connection.Stream(id).Headers["grpc-status"]);
    }
}
