using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Bolyst.Rpc.Calls;

/// <summary>
/// What traces and metrics learn of a call, by the names of OpenTelemetry's conventions for RPC
/// (https://opentelemetry.io/docs/specs/semconv/rpc/). The activity is ASP.NET Core's own for the request.
/// </summary>
internal sealed class CallTelemetry
{
    public const string MeterName = "Bolyst.Rpc";

    private readonly TimeProvider time;
    private readonly Histogram<double> duration;
    private readonly UpDownCounter<long> active;

    public CallTelemetry(IMeterFactory meters, TimeProvider time)
    {
        this.time = time;
        var meter = meters.Create(MeterName);
        duration = meter.CreateHistogram<double>("rpc.server.call.duration", "s", "How long calls took, to their status.");
        active = meter.CreateUpDownCounter<long>("rpc.server.active_calls", "{call}", "Calls that have not ended.");
    }

    public long Begin(RpcCall call, HttpContext http)
    {
        if (http.Features.Get<IHttpActivityFeature>()?.Activity is { IsAllDataRequested: true } activity)
        {
            activity.DisplayName = call.Method[1..];
            activity.SetTag("rpc.system.name", call.Protocol);
            activity.SetTag("rpc.method", call.Method[1..]);
        }

        if (active.Enabled)
        {
            active.Add(1, Tag("rpc.system.name", call.Protocol), Tag("rpc.method", call.Method[1..]));
        }

        return duration.Enabled ? time.GetTimestamp() : 0;
    }

    public void End(long began, RpcCall call, HttpContext http, Status status)
    {
        if (http.Features.Get<IHttpActivityFeature>()?.Activity is { IsAllDataRequested: true } activity)
        {
            activity.SetTag("rpc.response.status_code", StatusText.Name(status.StatusCode));
            if (IsServerFault(status.StatusCode))
            {
                activity.SetTag("error.type", StatusText.Name(status.StatusCode));
                activity.SetStatus(ActivityStatusCode.Error, status.Detail);
            }
        }

        if (active.Enabled)
        {
            active.Add(-1, Tag("rpc.system.name", call.Protocol), Tag("rpc.method", call.Method[1..]));
        }

        if (began != 0)
        {
            var tags = new TagList
            {
                Tag("rpc.system.name", call.Protocol), Tag("rpc.method", call.Method[1..]), Tag("rpc.response.status_code", StatusText.Name(status.StatusCode)),
            };
            if (IsServerFault(status.StatusCode))
            {
                tags.Add("error.type", StatusText.Name(status.StatusCode));
            }

            duration.Record(time.GetElapsedTime(began).TotalSeconds, tags);
        }
    }

    /// <summary>The codes that the conventions count as errors of the server; the others are the caller's.</summary>
    private static bool IsServerFault(StatusCode code) => code is StatusCode.Unknown or StatusCode.DeadlineExceeded or StatusCode.Unimplemented
        or StatusCode.Internal or StatusCode.Unavailable or StatusCode.DataLoss;

    private static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);
}
