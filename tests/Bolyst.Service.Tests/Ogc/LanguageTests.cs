using System.Net;
using System.Text.Json;

namespace Bolyst.Service.Tests.Ogc;

/// <summary>Documents below /ogc in bokmål, nynorsk and English.</summary>
public class LanguageTests(Norge norge)
{
    [Theory]
    [InlineData("nb", "Områdesatsinger", "Gjelder fra", "Skjema for objektene", "Soner med levekårsindikatorer")]
    [InlineData("nn", "Områdesatsingar", "Gjeld frå", "Skjema for objekta", "Soner med levekårsindikatorar")]
    [InlineData("en", "Area programmes", "Valid from", "Schema of the features", "Zones with levekår indicators")]
    public async Task Titles_descriptions_and_columns_are_in_the_language_asked_for(string language, string collection, string column, string link, string about)
    {
        var landing = await norge.GetAsync($"/ogc?lang={language}");
        var described = await norge.GetAsync($"/ogc/collections/omradesatsing_grenser?lang={language}");
        var schema = await norge.GetAsync($"/ogc/collections/omradesatsing_grenser/schema?lang={language}");
        var queryables = await norge.GetAsync($"/ogc/collections/omradesatsing_grenser/queryables?lang={language}");
        var tileset = await norge.GetAsync($"/ogc/collections/ruter/tiles/WebMercatorQuad?lang={language}");

        Assert.StartsWith(about, landing.GetProperty("description").GetString(), StringComparison.Ordinal);
        Assert.Equal(collection, described.GetProperty("title").GetString());
        Assert.Equal(link, described.GetProperty("links").EnumerateArray().First(some => some.GetProperty("rel").GetString() == "describedBy").GetProperty("title").GetString());
        Assert.Equal(collection, schema.GetProperty("title").GetString());
        Assert.All([schema, queryables], some => Assert.Equal(column, some.GetProperty("properties").GetProperty("valid_from").GetProperty("title").GetString()));
        Assert.Equal(column, tileset.GetProperty("layers")[0].GetProperty("propertiesSchema").GetProperty("properties").GetProperty("valid_from").GetProperty("title").GetString());
    }

    [Theory]
    [InlineData("nn", "nn")]
    [InlineData("nn-NO, en;q=0.5", "nn")]
    [InlineData("en-GB,nb;q=0.8", "en")]
    [InlineData("en;q=0.2, no;q=0.9", "nb")]
    [InlineData("de, sv;q=0.5", "nb")]
    [InlineData("en;q=0", "nb")]
    [InlineData("*", "nb")]
    public async Task A_header_asks_for_a_language_too_and_the_answer_says_which(string accepted, string language)
    {
        using var answer = await norge.SendAsync("/ogc/collections/ruter?f=json", "Accept-Language", accepted);
        using var page = await norge.SendAsync("/ogc/collections/ruter?f=html", "Accept-Language", accepted);
        using var items = await norge.SendAsync("/ogc/collections/ruter/items?limit=1", "Accept-Language", accepted);

        Assert.All([answer, page, items], some =>
        {
            Assert.Equal([language], some.Content.Headers.ContentLanguage);
            Assert.Contains("Accept-Language", some.Headers.Vary);
        });
        Assert.Contains($"<html lang=\"{language}\">", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        // Links carry a language that the address names, not one of a header: the next request has its own.
        Assert.DoesNotContain("lang=", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Links_keep_the_language_that_the_address_names_and_each_language_is_an_answer_of_its_own()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var next = new Queue<string>([$"{norge.Root}?lang=nn"]);
        while (next.TryDequeue(out var address))
        {
            if (!seen.Add(address))
                continue;
            using var answer = await norge.Http.GetAsync(new Uri(address));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal(["nn"], answer.Content.Headers.ContentLanguage);
            var document = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
            foreach (var link in document.GetProperty("links").EnumerateArray().Where(link => link.GetProperty("rel").GetString() is "data" or "conformance" or "items" or "describedBy" or "next"))
            {
                var href = link.GetProperty("href").GetString()!;
                Assert.Contains("lang=nn", href, StringComparison.Ordinal);
                if (link.GetProperty("rel").GetString() is "data" or "conformance")
                    next.Enqueue(href);
            }
        }

        using var nynorsk = await norge.SendAsync("/ogc/collections", "Accept-Language", "nn");
        using var english = await norge.SendAsync("/ogc/collections", "Accept-Language", "en");
        Assert.NotEqual(nynorsk.Headers.ETag, english.Headers.ETag);
        Assert.Equal(3, seen.Count);
    }

    [Fact]
    public async Task Another_language_is_refused()
    {
        var (status, detail) = await norge.FailAsync("/ogc/collections?lang=de");

        Assert.Equal(400, status);
        Assert.Contains("nb, nn or en", detail, StringComparison.Ordinal);
    }
}
