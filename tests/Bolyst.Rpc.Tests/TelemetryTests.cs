using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Bolyst.Rpc.Testing;
using Bolyst.Rpc.Tests.Raw;
using Bolyst.Rpc.Tests.Server;

namespace Bolyst.Rpc.Tests;

/// <summary>The names are OpenTelemetry's (https://opentelemetry.io/docs/specs/semconv/rpc/).</summary>
[Collection(Alone.Name)]
public sealed class TelemetryTests
{
    private const string Method = "bolyst.rpc.testing.ProbeService/Ask";

    [Theory]
    [InlineData(StatusCode.NotFound, "NOT_FOUND", null)]
    [InlineData(StatusCode.Unavailable, "UNAVAILABLE", "UNAVAILABLE")]
    public async Task Calls_are_measured_and_traced(StatusCode code, string status, string? error)
    {
        await using var host = await TestHost.StartAsync();
        host.Probe.OnAsk = (_, _) => throw new RpcException(new Status(code, "as asked"));
        var measured = new ConcurrentQueue<Dictionary<string, object?>>();
        using var meters = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Name is "rpc.server.call.duration")
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        meters.SetMeasurementEventCallback<double>((_, _, tags, _) => measured.Enqueue(new Dictionary<string, object?>(tags.ToArray(), StringComparer.Ordinal)));
        meters.Start();
        var traced = new ConcurrentQueue<Activity>();
        using var traces = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = traced.Enqueue,
        };
        ActivitySource.AddActivityListener(traces);

        using var call = new RawCall(host.Http2, "/" + Method);
        await call.SendAsync(new Note());
        await host.App.StopAsync();

        var tags = Assert.Single(measured, tags => Method.Equals(tags["rpc.method"]) && status.Equals(tags["rpc.response.status_code"]));
        Assert.Equal("grpc", tags["rpc.system.name"]);
        Assert.Equal(error, tags.GetValueOrDefault("error.type"));
        var activity = Assert.Single(traced, activity => activity.DisplayName is Method && status.Equals(activity.GetTagItem("rpc.response.status_code")));
        Assert.Equal(error is null ? ActivityStatusCode.Unset : ActivityStatusCode.Error, activity.Status);
    }
}
