using System.Net;
using Bolyst.Rpc.Testing;
using Grpc.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bolyst.Rpc.Tests.Server;

/// <summary>A host on real sockets: one port for HTTP/2 in cleartext, one for HTTP/1.1.</summary>
public sealed class TestHost : IAsyncDisposable
{
    private TestHost(WebApplication app)
    {
        App = app;
        var addresses = app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.ToList();
        Http2 = new Uri(addresses[0]);
        Http1 = new Uri(addresses[1]);
    }

    public WebApplication App { get; }

    /// <summary>The address that speaks HTTP/2.</summary>
    public Uri Http2 { get; }

    /// <summary>The address that speaks HTTP/1.1.</summary>
    public Uri Http1 { get; }

    /// <summary>The service whose handlers a test may choose.</summary>
    public Probe Probe => App.Services.GetRequiredService<Probe>();

    /// <summary>Everything the host logged, newest last.</summary>
    public LogLines Log => App.Services.GetRequiredService<LogLines>();

    /// <summary>Starts a host with the interoperability service, the probe, health, reflection, and what a test adds.</summary>
    public static async Task<TestHost> StartAsync(
        Action<RpcOptions>? options = null, Action<WebApplicationBuilder>? build = null, Action<WebApplication>? map = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2);
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1);
        });
        var log = new LogLines();
        builder.Services.AddSingleton(log);
        builder.Logging.AddProvider(log);
        builder.Services.AddSingleton<Probe>();
        builder.Services.AddRpc(options);
        build?.Invoke(builder);
        var app = builder.Build();
        map?.Invoke(app);
        app.MapRpcService<InteropService>(TestReflection.Descriptor.Services[0]);
        app.MapRpcService<Probe>(ProbeReflection.Descriptor.Services[0]);
        app.MapRpcHealth();
        app.MapRpcReflection();
        await app.StartAsync();
        return new TestHost(app);
    }

    public async ValueTask DisposeAsync() => await App.DisposeAsync();
}
