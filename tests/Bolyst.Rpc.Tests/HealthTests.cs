using Bolyst.Rpc.Health;
using Bolyst.Rpc.Tests.Raw;
using Bolyst.Rpc.Tests.Server;
using Grpc.Health.V1;
using Microsoft.Extensions.DependencyInjection;
using static Grpc.Health.V1.HealthCheckResponse.Types;

namespace Bolyst.Rpc.Tests;

public sealed class HealthTests
{
    private const string Service = "/grpc.health.v1.Health/";
    private const string Probe = "bolyst.rpc.testing.ProbeService";

    [Theory]
    [InlineData("")]
    [InlineData(Probe)]
    public async Task The_server_and_every_mapped_service_serve_until_told_otherwise(string service)
    {
        await using var host = await TestHost.StartAsync();
        Assert.Equal(ServingStatus.Serving, await CheckAsync(host, service));
        host.App.Services.GetRequiredService<HealthStatuses>().SetStatus(service, ServingStatus.NotServing);
        Assert.Equal(ServingStatus.NotServing, await CheckAsync(host, service));
    }

    [Fact]
    public async Task An_unknown_service_is_not_found_by_check_and_told_by_watch()
    {
        await using var host = await TestHost.StartAsync();
        using var check = new RawCall(host.Http2, Service + "Check");
        Assert.Equal(StatusCode.NotFound, (await check.SendAsync(new HealthCheckRequest { Service = "no.such" })).Status);
        using var watch = new RawCall(host.Http2, Service + "Watch");
        watch.Request.Headers.Add("grpc-timeout", "300m");
        var answer = await watch.SendAsync(new HealthCheckRequest { Service = "no.such" });
        Assert.Equal(ServingStatus.ServiceUnknown, Assert.Single(answer.Messages(HealthCheckResponse.Parser)).Status);
        Assert.Equal(StatusCode.DeadlineExceeded, answer.Status);
    }

    [Fact]
    public async Task List_tells_every_status()
    {
        await using var host = await TestHost.StartAsync();
        using var call = new RawCall(host.Http2, Service + "List");
        var list = Assert.Single((await call.SendAsync(new HealthListRequest())).Messages(HealthListResponse.Parser));
        Assert.Equal(
            ["", Probe, "grpc.health.v1.Health", "grpc.reflection.v1.ServerReflection", "grpc.reflection.v1alpha.ServerReflection", "grpc.testing.TestService"],
            list.Statuses.Keys.Order(StringComparer.Ordinal));
        Assert.All(list.Statuses.Values, response => Assert.Equal(ServingStatus.Serving, response.Status));
    }

    [Fact]
    public async Task Watch_tells_changes_and_ends_when_the_server_stops()
    {
        await using var host = await TestHost.StartAsync();
        // A frame sent to a server that has just closed would make TCP throw away what it had sent.
        await using var connection = await RawConnection.OpenAsync(host.Http2, opensWindows: false);
        var id = await connection.CallAsync(Service + "Watch");
        await connection.SendDataAsync(id, RawCall.Envelope([]), endStream: true);
        await connection.Stream(id).Begun.WaitAsync(TimeSpan.FromSeconds(20));
        await host.App.StopAsync().WaitAsync(TimeSpan.FromSeconds(20));
        await connection.Stream(id).Ended.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal("14", connection.Stream(id).Headers["grpc-status"]);

        // SERVING, then NOT_SERVING: an envelope of five bytes and a message of two, twice.
        Assert.Equal(14, connection.Stream(id).DataBytes);
    }

    private static async Task<ServingStatus> CheckAsync(TestHost host, string service)
    {
        using var call = new RawCall(host.Http2, Service + "Check");
        return Assert.Single((await call.SendAsync(new HealthCheckRequest { Service = service })).Messages(HealthCheckResponse.Parser)).Status;
    }
}
