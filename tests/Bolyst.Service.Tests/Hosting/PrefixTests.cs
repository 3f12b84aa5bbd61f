using System.Net;
using System.Text.RegularExpressions;
using Bolyst.Service.Hosting;
using Bolyst.Service.Tests.Clients;
using Bolyst.Service.Tests.Ogc;
using Bolyst.Service.Tests.Serving;
using Bolyst.Store;
using Microsoft.AspNetCore.Builder;

namespace Bolyst.Service.Tests.Hosting;

/// <summary>The service under a path of somebody else (https://kommune.no/levekar/), behind nginx.</summary>
public sealed class PrefixTests(Norge norge) : IAsyncLifetime
{
    private BolystStore store = null!;
    private WebApplication app = null!;
    private Nginx nginx = null!;

    public async ValueTask InitializeAsync()
    {
        store = await BolystStore.OpenAsync(norge.ConnectionString, new());
        app = BolystServer.Build(ServerOptions.Read(["--database", norge.ConnectionString, "--proxies", "127.0.0.1"]) with { Port = 0, GrpcPort = 0 }, store);
        await app.StartAsync();
        nginx = await Nginx.StartAsync(new(app.Urls.First()), "/levekar/");
    }

    public async ValueTask DisposeAsync()
    {
        await nginx.DisposeAsync();
        await app.DisposeAsync();
        await store.DisposeAsync();
    }

    [Theory]
    [InlineData("ogc")]
    [InlineData("ogc?f=html")]
    [InlineData("ogc/collections/ruter")]
    [InlineData("ogc/collections/ruter/items?limit=2")]
    [InlineData("ogc/collections/ruter/tiles/WebMercatorQuad")]
    [InlineData("tiles/ruter/tilejson.json")]
    [InlineData("styles/ruter/indeks/classes.json")]
    [InlineData("styles/ruter/indeks/style.json")]
    [InlineData("download")]
    [InlineData("dcat/ruter")]
    [InlineData("dcat/ruter?f=jsonld")]
    public async Task Links_stay_under_the_path_and_answer(string document)
    {
        using var client = new HttpClient { BaseAddress = nginx.Address };
        var text = (await client.GetStringAsync(new Uri(document, UriKind.Relative))).Replace("\\u0026", "&", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal);
        var links = Regex.Matches(text, "((?<=[\"<])http://127|(?<=\")/)[^\"<> ]+", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Select(link => link.Value)
            .Where(link => !link.StartsWith("//", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).ToArray();

        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.StartsWith(nginx.Address.ToString().TrimEnd('/'), new Uri(nginx.Address, link).ToString(), StringComparison.Ordinal));
        // Templates are for programs to fill in; sprites are found by their address and an ending.
        foreach (var link in links.Where(link => !link.Contains('{', StringComparison.Ordinal) && !link.EndsWith("/styles/sprite", StringComparison.Ordinal)))
        {
            using var answer = await client.GetAsync(new Uri(nginx.Address, link), HttpCompletionOption.ResponseHeadersRead);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{link}: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task GDAL_reads_over_all_pages()
    {
        var (exitCode, csv, errors) = await ClientProcess.RunAsync(
            "ogr2ogr", "-f", "CSV", "/vsistdout/", "-oo", "PAGE_SIZE=7", "-select", "code", $"OAPIF:{nginx.Address}ogc/collections/ruter");

        Assert.True(exitCode == 0, errors);
        Assert.Equal(26, csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task The_page_asks_for_nothing_above_itself()
    {
        using var client = new HttpClient { BaseAddress = nginx.Address };
        var page = await client.GetStringAsync(new Uri("", UriKind.Relative));
        var files = Regex.Matches(page, "(?<=(src|href)=\")[^\"#]+", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Select(file => file.Value).ToArray();

        Assert.NotEmpty(files);
        Assert.DoesNotContain(files, file => file.StartsWith('/'));
        foreach (var file in files)
        {
            using var answer = await client.GetAsync(new Uri(WebUtility.HtmlDecode(file), UriKind.Relative));
            Assert.True(answer.StatusCode == HttpStatusCode.OK, file);
        }
    }
}
