using System.Net;
using System.Text.Json;
using Bolyst.Service.Tests.Clients;
using Bolyst.Service.Tests.Downloads;
using Bolyst.Service.Tests.Ogc;

namespace Bolyst.Service.Tests.Metadata;

/// <summary>Records as rdflib reads them, against what DCAT-AP-NO demands.</summary>
public class MetadataTests(Norge norge, Files files)
{
    [Theory]
    [InlineData("/dcat")]
    [InlineData("/dcat/stygge")]
    [InlineData("/dcat/omradesatsing_grenser")]
    public async Task A_record_has_all_that_DCAT_AP_NO_demands(string address)
    {
        var seen = await CheckAsync(files.Http, address);

        Assert.Empty(seen.GetProperty("lacks").EnumerateArray().Select(lack => lack.GetString()));
    }

    [Fact]
    public async Task Without_a_publisher_set_none_is_made_up()
    {
        var seen = await CheckAsync(norge.Http, "/dcat");

        Assert.Equal(
            ["Catalog contactPoint: missing", "Catalog publisher: missing", "DataService contactPoint: missing", "DataService publisher: missing", "Dataset contactPoint: missing", "Dataset publisher: missing"],
            seen.GetProperty("lacks").EnumerateArray().Select(lack => lack.GetString()));
    }

    [Fact]
    public async Task The_catalogue_lists_every_layer_and_every_address_answers()
    {
        var seen = await CheckAsync(norge.Http, "/dcat");
        var root = norge.Http.BaseAddress!;

        Assert.Equal(
            [new Uri(root, "/dcat/omradesatsing_grenser").ToString(), new Uri(root, "/dcat/ruter").ToString(), new Uri(root, "/dcat/steder").ToString(), new Uri(root, "/dcat/vann_flater").ToString()],
            seen.GetProperty("data_sets").EnumerateArray().Select(set => set.GetString()));
        var addresses = seen.GetProperty("addresses").EnumerateArray().Select(address => address.GetString()!).ToArray();
        // Five files, a collection and its page for each; tiles for all but the boundaries; the service and its description.
        Assert.Equal((4 * 7) + 3 + 2, addresses.Length);
        foreach (var address in addresses)
        {
            using var answer = await norge.Http.GetAsync(new Uri(address));
            Assert.True(answer.IsSuccessStatusCode, address);
        }
    }

    [Fact]
    public async Task Texts_come_through_in_three_languages_whatever_they_hold()
    {
        var titles = (await CheckAsync(files.Http, "/dcat/stygge")).GetProperty("titles");

        Assert.Equal("Stygge \"namn\" & <b>", titles.GetProperty("nb").GetString());
        Assert.Equal("Stygge", titles.GetProperty("nn").GetString());
        Assert.Equal("Ugly", titles.GetProperty("en").GetString());
    }

    [Fact]
    public async Task Sources_keep_their_own_licences_and_only_addresses_that_can_be_followed()
    {
        var record = await files.Http.GetStringAsync(new Uri("/dcat/stygge", UriKind.Relative));

        Assert.Contains("authority/licence/NLOD_2_0>", record, StringComparison.Ordinal);
        // Outlines are CC0, numbers NLOD: the file has no one licence.
        Assert.Contains("\"CC0; NLOD 2.0\"", record, StringComparison.Ordinal);
        Assert.DoesNotContain("javascript:", record, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/turtle", "text/turtle")]
    [InlineData("application/ld+json", "application/ld+json")]
    [InlineData("application/ld+json;q=0.5, text/turtle", "text/turtle")]
    [InlineData("*/*", "text/turtle")]
    public async Task The_form_is_what_the_client_accepts(string accept, string form)
    {
        using var answer = await norge.SendAsync("/dcat/ruter", "Accept", accept);
        using var known = await norge.SendAsync("/dcat/ruter?f=ttl", "If-None-Match", answer.Headers.ETag!.ToString());

        Assert.Equal(form, answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("Accept", answer.Headers.Vary);
        Assert.Equal(HttpStatusCode.OK, known.StatusCode);
    }

    [Fact]
    public async Task A_record_is_known_again_in_its_own_form()
    {
        using var turtle = await norge.Http.GetAsync(new Uri("/dcat/ruter", UriKind.Relative));
        using var again = await norge.SendAsync("/dcat/ruter", "If-None-Match", turtle.Headers.ETag!.ToString());
        using var json = await norge.SendAsync("/dcat/ruter", "Accept", "application/ld+json");

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.NotEqual(turtle.Headers.ETag, json.Headers.ETag);
    }

    [Theory]
    [InlineData("/dcat/ukjent", 404, "ukjent")]
    [InlineData("/dcat?f=xml", 400, "ttl, jsonld, rdf")]
    [InlineData("/dcat?as_of=99", 404, "99")]
    [InlineData("/dcat?period=2020", 400, "period")]
    public async Task What_is_not_there_is_refused_in_words(string address, int status, string says)
    {
        var (code, detail) = await norge.FailAsync(address);

        Assert.Equal(status, code);
        Assert.Contains(says, detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_doors_lead_to_the_record()
    {
        var record = new Uri(norge.Http.BaseAddress!, "/dcat/ruter").ToString();
        var tiles = await norge.GetAsync("/tiles/ruter/tilejson.json");
        var landing = await norge.GetAsync("/ogc");
        var collection = await norge.GetAsync("/ogc/collections/ruter");

        Assert.Equal(record, tiles.GetProperty("describedby")[0].GetString());
        Assert.Equal(new Uri(norge.Http.BaseAddress!, "/dcat").ToString(), Norge.LinkOf(landing, "describedby"));
        Assert.Equal(record, Norge.LinkOf(collection, "describedby"));
    }

    private static async Task<JsonElement> CheckAsync(HttpClient http, string address)
    {
        var (exitCode, seen, errors) = await ClientProcess.RunAsync("/usr/bin/python3", "metadata/check.py", new Uri(http.BaseAddress!, address).ToString());
        Assert.True(exitCode == 0, errors);
        return JsonDocument.Parse(seen).RootElement;
    }
}
