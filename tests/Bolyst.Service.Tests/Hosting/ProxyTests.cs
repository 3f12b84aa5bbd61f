using System.Net;
using System.Text.Json;
using Bolyst.Service.Hosting;
using Bolyst.Store;
using Bolyst.Testing;

namespace Bolyst.Service.Tests.Hosting;

/// <summary>What a proxy says of the client's address is believed of proxies that are named, and of nobody else.</summary>
public sealed class ProxyTests : IAsyncLifetime
{
    private TestDatabase database = null!;
    private BolystStore store = null!;

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.CreateAsync();
        store = await BolystStore.OpenAsync(database.ConnectionString, new());
    }

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        await database.DisposeAsync();
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.0.0.0/8,127.0.0.0/8")]
    public async Task Links_lead_to_where_the_client_is(string proxies)
    {
        var (json, html) = await AskAsync(proxies);

        Assert.Equal("https://kart.example.no/levekar/ogc/collections", Ogc.Norge.LinkOf(json, "data"));
        Assert.Contains("href=\"/levekar/ogc/collections?f=html\"", html, StringComparison.Ordinal);
        Assert.Contains("https://kart.example.no/levekar/ogc/conformance", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("192.0.2.7")]
    public async Task Others_are_not_believed(string proxies)
    {
        var (json, html) = await AskAsync(proxies);

        Assert.StartsWith("http://127.0.0.1:", Ogc.Norge.LinkOf(json, "data"), StringComparison.Ordinal);
        Assert.DoesNotContain("kart.example.no", html, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_address_is_named() => Assert.Contains(
        "BOLYST_PROXIES has 'nginx'", Assert.Throws<ServerOptionException>(() => ServerOptions.Read(["--database=x", "--proxies=127.0.0.1,nginx"])).Message, StringComparison.Ordinal);

    private async Task<(JsonElement Json, string Html)> AskAsync(string proxies)
    {
        var options = ServerOptions.Read(["--database", database.ConnectionString, "--proxies", proxies]) with { Port = 0, GrpcPort = 0 };
        await using var app = BolystServer.Build(options, store);
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()), DefaultRequestVersion = HttpVersion.Version11 };
        foreach (var (name, value) in (ReadOnlySpan<(string, string)>)
            [("X-Forwarded-For", "198.51.100.4"), ("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "kart.example.no"), ("X-Forwarded-Prefix", "/levekar")])
        {
            client.DefaultRequestHeaders.Add(name, value);
        }

        return (JsonDocument.Parse(await client.GetStringAsync(new Uri("/ogc", UriKind.Relative))).RootElement, await client.GetStringAsync(new Uri("/ogc?f=html", UriKind.Relative)));
    }
}
