using System.Net.Http.Headers;
using Bolyst.Service.Hosting;
using Bolyst.Service.Tests.Ogc;
using Bolyst.Service.Tests.Serving;
using Bolyst.Statistics;
using Bolyst.Store;
using Microsoft.AspNetCore.Builder;

namespace Bolyst.Service.Tests.Hosting;

/// <summary>
/// What an answer tells of besides the question is in its tag too: else it would be 304 for ever after a setting has changed, or where a store was made
/// anew.
/// </summary>
public sealed class AnswerTagTests(Norge norge) : IAsyncLifetime
{
    private BolystStore store = null!;
    private WebApplication app = null!;
    private HttpClient named = null!;

    public async ValueTask InitializeAsync()
    {
        store = await BolystStore.OpenAsync(norge.ConnectionString, new());
        app = BolystServer.Build(ServerOptions.Read(["--database", norge.ConnectionString]) with { Port = 0, GrpcPort = 0, Publisher = new() { Name = "Kommunen" } }, store);
        await app.StartAsync();
        named = new() { BaseAddress = new Uri(app.Urls.First()) };
    }

    public async ValueTask DisposeAsync()
    {
        named.Dispose();
        await app.DisposeAsync();
        await store.DisposeAsync();
    }

    [Theory]
    [InlineData("/dcat")]
    [InlineData("/dcat/ruter?f=jsonld")]
    [InlineData("/download/ruter.gpkg")]
    public async Task A_publisher_who_is_named_later_is_told(string address) =>
        Assert.NotEqual(await TagAsync(norge.Http, address), await TagAsync(named, address));

    [Theory]
    [InlineData("/ogc/collections")]
    [InlineData("/tiles/ruter/10/542/297.mvt")]
    [InlineData("/styles/ruter/folketal/style.json")]
    public async Task Every_instance_gives_the_same_answer_the_same_tag(string address) =>
        Assert.Equal(await TagAsync(norge.Http, address), await TagAsync(named, address));

    [Theory]
    [InlineData("/ogc/collections")]
    [InlineData("/tiles/ruter/10/542/297.mvt")]
    [InlineData("/styles/ruter/folketal/style.json")]
    [InlineData("/download/ruter.gpkg")]
    [InlineData("/dcat/ruter")]
    public async Task A_store_that_is_made_anew_has_tags_of_its_own(string address)
    {
        await using var anew = new Norge();
        await anew.InitializeAsync();

        Assert.Equal(norge.Served.Store.Versions.Latest, anew.Served.Store.Versions.Latest);
        Assert.NotEqual(await TagAsync(norge.Http, address), await TagAsync(anew.Http, address));
    }

    [Theory]
    [InlineData(typeof(BolystServer))]
    [InlineData(typeof(BolystStore))]
    [InlineData(typeof(Measured))]
    public async Task Another_build_of_what_makes_answers_has_tags_of_its_own(Type changed)
    {
        const string Address = "/tiles/ruter/10/542/297.mvt";
        using var build = new OtherBuild(changed.Assembly);
        using var upgraded = await ServiceProcess.StartAsync(build.Folder, norge.ConnectionString);
        using var same = await ServiceProcess.StartAsync(norge.ConnectionString);

        Assert.Equal(await TagAsync(norge.Http, Address), await TagAsync(same.Http, Address));
        Assert.NotEqual(await TagAsync(norge.Http, Address), await TagAsync(upgraded.Http, Address));
    }

    /// <summary>As a proxy in front of both would ask.</summary>
    private static async Task<EntityTagHeaderValue?> TagAsync(HttpClient client, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { Host = "kart.example" } };
        using var answer = await client.SendAsync(request);
        return answer.EnsureSuccessStatusCode().Headers.ETag;
    }
}
