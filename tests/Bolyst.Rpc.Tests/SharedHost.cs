using Bolyst.Rpc.Tests.Server;

namespace Bolyst.Rpc.Tests;

/// <summary>A host that the tests of a class share, with default settings but for answers to Connect, which are packed as Bolyst has them.</summary>
public sealed class SharedHost : IAsyncLifetime
{
    private TestHost? host;

    public TestHost Host => host ?? throw new InvalidOperationException("Not started.");

    public Uri Http2 => Host.Http2;

    public Uri Http1 => Host.Http1;

    public async ValueTask InitializeAsync() => host = await TestHost.StartAsync(options => options.ConnectResponseCompression = "gzip");

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
