using System.Net;
using System.Text.Json;
using Bolyst.Service.Tests.Ogc;

namespace Bolyst.Service.Tests.Hosting;

/// <summary>What every door by HTTP has in common: anybody may read, from any page, by GET and HEAD.</summary>
public class OpenDoorTests(Norge norge)
{
    private const string Tile = "/tiles/ruter/10/542/297.mvt";

    public static TheoryData<string> Addresses => new(
        "/ogc", "/ogc/api", "/ogc/collections/ruter", "/ogc/collections/ruter/items?limit=1", "/ogc/collections/ruter/items/1", "/ogc/collections/ruter/tiles/WebMercatorQuad",
        Tile, "/tiles/ruter/tilejson.json", "/styles/ruter/folketal/style.json", "/styles/sprite.json", "/download", "/download/ruter.csv", "/dcat", "/dcat/ruter");

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task A_page_of_another_origin_may_read_it(string address)
    {
        using var answer = await norge.SendAsync(address, "Origin", "https://kart.example");

        Assert.Equal((HttpStatusCode.OK, "*"), (answer.StatusCode, answer.Headers.GetValues("Access-Control-Allow-Origin").Single()));
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Its_head_can_be_asked_for(string address)
    {
        using var whole = await norge.Http.GetAsync(new Uri(address, UriKind.Relative));
        using var request = new HttpRequestMessage(HttpMethod.Head, address);
        using var head = await norge.Http.SendAsync(request);

        Assert.Equal((whole.StatusCode, whole.Content.Headers.ContentType, whole.Headers.ETag), (head.StatusCode, head.Content.Headers.ContentType, head.Headers.ETag));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task A_browser_that_asks_first_gets_leave(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, address)
        {
            Headers = { { "Origin", "https://kart.example" }, { "Access-Control-Request-Method", "GET" }, { "Access-Control-Request-Headers", "range" } },
        };
        using var answer = await norge.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal("*", answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Contains("GET", answer.Headers.GetValues("Access-Control-Allow-Methods").Single(), StringComparison.Ordinal);
        Assert.Equal("*", answer.Headers.GetValues("Access-Control-Allow-Headers").Single());
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task It_cannot_be_written_to(string address)
    {
        using var answer = await norge.Http.PostAsync(new Uri(address, UriKind.Relative), new StringContent("{}"));

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal(["GET", "HEAD", "OPTIONS"], answer.Content.Headers.Allow);
    }

    [Fact]
    public async Task An_address_that_is_too_long_is_told_and_one_that_just_fits_is_answered()
    {
        const int Most = 128 * 1024;
        const string Filter = "/ogc/collections/ruter/items?filter=code%3D%2701%27";
        using var answer = await norge.Http.GetAsync(new Uri(Filter.PadRight(Most, '+'), UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);

        foreach (var bytes in (int[])[Most + 1, 3 * Most])
        {
            var fault = await norge.FailAsync(Filter.PadRight(bytes, '+'));
            Assert.Equal(414, fault.Status);
            Assert.StartsWith($"The address has {bytes} bytes, and may have {Most}. Draw the geometry", fault.Detail, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/ogc/nothing")]
    [InlineData("/tiles/ruter/10/542/297.png")]
    [InlineData("/tiles/ruter/10/5.5/297.mvt")]
    [InlineData("/dcat/ruter/more")]
    public async Task An_address_of_nothing_is_told_as_every_fault(string address)
    {
        var fault = await norge.FailAsync(address);

        Assert.Equal(404, fault.Status);
        Assert.Contains(address, fault.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/ogc/collections/ruter/items?filter=farge%3D1")]
    [InlineData("/ogc/collections/ruter/items?sortby=farge")]
    [InlineData("/tiles/nokre/10/542/297.mvt?as_of=1")]
    [InlineData(Tile + "?indicators=lykke&as_of=1")]
    [InlineData("/styles/ruter/folketal/legend.png?scale=9")]
    public async Task A_fault_is_kept_by_nobody_and_never_taken_for_the_answer(string address)
    {
        using var fault = await norge.SendAsync(address, "If-None-Match", "*");

        Assert.InRange((int)fault.StatusCode, 400, 404);
        Assert.True(fault.Headers.CacheControl!.NoStore);
        Assert.Null(fault.Headers.ETag);
        Assert.Equal("*", fault.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Equal(JsonValueKind.String, JsonDocument.Parse(await fault.Content.ReadAsStringAsync()).RootElement.GetProperty("detail").ValueKind);
    }
}
