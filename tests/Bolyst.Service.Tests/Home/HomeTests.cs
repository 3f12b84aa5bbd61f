using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Bolyst.Service.Tests.Serving;

namespace Bolyst.Service.Tests.Home;

public partial class HomeTests(Sample sample)
{
    [Theory]
    [InlineData("/", "nn-NO, nb;q=0.5", "nn", "Leveransar")]
    [InlineData("/", "fr, en;q=0.5", "en", "Deliveries")]
    [InlineData("/", "fr", "nb", "Leveranser")]
    [InlineData("/", "no", "nb", "Leveranser")]
    [InlineData("/?lang=en", "nn", "en", "Deliveries")]
    public async Task The_page_speaks_the_language_asked_for(string path, string accepts, string language, string word)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Accept-Language", accepts);
        using var answer = await sample.Served.Http.SendAsync(request);
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Contains($"<html lang=\"{language}\">", page, StringComparison.Ordinal);
        Assert.Contains(word, page, StringComparison.Ordinal);
        Assert.Equal(language, answer.Content.Headers.ContentLanguage.Single());
    }

    [Fact]
    public async Task The_page_lists_what_is_loaded()
    {
        var page = await PageAsync();

        Assert.All(
            [Sample.Kretser, "krets-2019", "low-income", "proveby-retting", "Prøvebyløftet", "bolyst.v1.IndexService", "href=\"/readyz\""],
            text => Assert.Contains(text, page, StringComparison.Ordinal));
        Assert.Contains("<a href=\"https://example.org/proveby\">example.org</a>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Delivered_text_is_text_and_delivered_addresses_lead_only_to_the_web()
    {
        var page = await PageAsync();

        Assert.Contains("Prøve &lt;b&gt;proveby", page, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"javascript:", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_but_the_style_of_the_page_may_load()
    {
        using var answer = await sample.Served.Http.GetAsync(new Uri("/", UriKind.Relative));
        var style = Style().Match(await answer.Content.ReadAsStringAsync()).Groups["css"].Value;
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();

        Assert.Contains($"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)))}'", policy, StringComparison.Ordinal);
        Assert.StartsWith("default-src 'none';", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_table_has_a_caption_and_header_cells()
    {
        var page = await PageAsync();

        Assert.Equal(4, Regex.Count(page, "<table><caption>", RegexOptions.None, TimeSpan.FromSeconds(1)));
        Assert.DoesNotContain("<th>", page, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(page, "<h1>", RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task An_unknown_page_is_not_found() =>
        Assert.Equal(HttpStatusCode.NotFound, (await sample.Served.Http.GetAsync(new Uri("/admin", UriKind.Relative))).StatusCode);

    private Task<string> PageAsync() => sample.Served.Http.GetStringAsync(new Uri("/", UriKind.Relative));

    [GeneratedRegex("<style>(?<css>.*?)</style>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Style();
}
