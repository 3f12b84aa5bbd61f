using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;
using Bolyst.Service.Tests.Serving;

namespace Bolyst.Service.Tests.Site;

public partial class SiteTests(Sample sample)
{
    [Fact]
    public async Task The_map_is_at_the_root_and_is_asked_for_anew()
    {
        using var answer = await GetAsync("/");

        Assert.Equal(("text/html", "utf-8"), (answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentType.CharSet));
        Assert.True(answer.Headers.CacheControl!.NoCache);
        Assert.Contains("<title>Bolyst</title>", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_has_not_changed_is_not_sent_again()
    {
        using var first = await GetAsync("/");
        using var again = await GetAsync("/", request => request.Headers.IfNoneMatch.Add(first.Headers.ETag!));

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(first.Headers.ETag, again.Headers.ETag);
    }

    [Fact]
    public async Task Its_files_have_types_and_are_kept_for_good()
    {
        foreach (Match file in Asset().Matches(await sample.Served.Http.GetStringAsync(new Uri("/", UriKind.Relative))))
        {
            using var answer = await GetAsync(file.Value);

            Assert.Equal(file.Value.EndsWith(".js", StringComparison.Ordinal) ? "text/javascript" : "text/css", answer.Content.Headers.ContentType!.MediaType);
            Assert.Equal("public, max-age=31536000, immutable", answer.Headers.CacheControl!.ToString());
        }
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task Compressed_it_is_the_same(string encoding)
    {
        var plain = await sample.Served.Http.GetByteArrayAsync(new Uri("/", UriKind.Relative));
        using var answer = await GetAsync("/", request => request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue(encoding)));
        await using var body = await answer.Content.ReadAsStreamAsync();
        await using Stream unpacked = encoding == "br" ? new BrotliStream(body, CompressionMode.Decompress) : new GZipStream(body, CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        await unpacked.CopyToAsync(bytes);

        Assert.Equal(encoding, answer.Content.Headers.ContentEncoding.Single());
        Assert.Equal(plain, bytes.ToArray());
    }

    [Fact]
    public async Task Nothing_but_its_own_files_and_the_base_map_may_load()
    {
        using var answer = await GetAsync("/");
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();

        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal(["https://cache.kartverket.no", "https://cache.kartverket.no"], Elsewhere().Matches(policy).Select(origin => origin.Value));
        Assert.EndsWith("; frame-ancestors 'self'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task The_page_can_ask_who_may_frame_it_and_for_the_base_map()
    {
        using var settings = JsonDocument.Parse(await sample.Served.Http.GetStringAsync(new Uri("/settings.json", UriKind.Relative)));

        Assert.Equal("'self'", Assert.Single(settings.RootElement.GetProperty("frame_ancestors").EnumerateArray()).GetString());
        Assert.Equal("© Kartverket", settings.RootElement.GetProperty("base_map").GetProperty("attribution").GetString());
    }

    [Theory]
    [InlineData("/admin")]
    [InlineData("/index.html")]
    [InlineData("/assets/")]
    [InlineData("/assets/../appsettings.json")]
    [InlineData("/%2e%2e/appsettings.json")]
    public async Task Nothing_else_is_there(string path)
    {
        using var answer = await GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private async Task<HttpResponseMessage> GetAsync(string path, Action<HttpRequestMessage>? with = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        with?.Invoke(request);
        return await sample.Served.Http.SendAsync(request);
    }

    [GeneratedRegex("https?://[^ ;]+", RegexOptions.None, 1000)]
    private static partial Regex Elsewhere();

    [GeneratedRegex("/assets/[^\"]+", RegexOptions.None, 1000)]
    private static partial Regex Asset();
}
