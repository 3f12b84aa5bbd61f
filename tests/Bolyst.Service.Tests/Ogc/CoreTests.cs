using System.Net;
using System.Text.Json;

namespace Bolyst.Service.Tests.Ogc;

/// <summary>OGC API Features part 1: core, oas30, geojson, html.</summary>
public class CoreTests(Norge norge)
{
    private const string Items = "/ogc/collections/ruter/items";

    [Fact]
    public async Task The_landing_page_leads_where_QGIS_looks()
    {
        var page = await norge.GetAsync("/ogc");

        Assert.Equal($"{norge.Root}/api", Norge.LinkOf(page, "service-desc"));
        Assert.Equal($"{norge.Root}/collections", Norge.LinkOf(page, "data"));
        Assert.Equal($"{norge.Root}/conformance", Norge.LinkOf(page, "conformance"));
        Assert.Contains("http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core", (await norge.GetAsync("/ogc/conformance")).GetProperty("conformsTo").EnumerateArray().Select(name => name.GetString()));
    }

    [Fact]
    public async Task The_API_document_declares_the_page_size_where_QGIS_reads_it_and_every_address_answers()
    {
        using var answer = await norge.Http.GetAsync(new Uri("/ogc/api", UriKind.Relative));
        var api = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;

        Assert.Equal("application/vnd.oai.openapi+json", answer.Content.Headers.ContentType?.MediaType);
        var limit = api.GetProperty("components").GetProperty("parameters").GetProperty("limit").GetProperty("schema");
        Assert.Equal((10_000, 1_000), (limit.GetProperty("maximum").GetInt32(), limit.GetProperty("default").GetInt32()));
        Assert.Equal(norge.Root.ToString(), api.GetProperty("servers")[0].GetProperty("url").GetString());
        foreach (var path in api.GetProperty("paths").EnumerateObject())
        {
            var there = path.Name.Replace("{collectionId}", "ruter", StringComparison.Ordinal).Replace("{featureId}", "1", StringComparison.Ordinal)
                .Replace("{tileMatrixSetId}", "WebMercatorQuad", StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, (await norge.Http.GetAsync(new Uri("/ogc" + there, UriKind.Relative))).StatusCode);
        }
    }

    [Fact]
    public async Task Collections_are_the_zone_sets_the_boundaries_and_the_water()
    {
        var collections = (await norge.GetAsync("/ogc/collections")).GetProperty("collections").EnumerateArray().ToDictionary(c => c.GetProperty("id").GetString()!);

        Assert.Equal(["omradesatsing_grenser", "ruter", "steder", "vann_flater"], collections.Keys.Order(StringComparer.Ordinal));
        var ruter = collections["ruter"];
        Assert.Equal($"{norge.Root}/collections/ruter/items", Norge.LinkOf(ruter, "items"));
        Assert.Equal("""["2020-01-01T00:00:00Z","2022-12-31T00:00:00Z"]""", ruter.GetProperty("extent").GetProperty("temporal").GetProperty("interval")[0].GetRawText());
        // The rectangle leans in degrees, so it reaches a little past the corner. echo "262000 6649000" | gdaltransform -s_srs EPSG:25833 -t_srs EPSG:4258
        var bbox = ruter.GetProperty("extent").GetProperty("spatial").GetProperty("bbox")[0];
        Assert.Equal(10.7427, bbox[0].GetDouble(), 0.001);
        Assert.Equal(59.9096, bbox[1].GetDouble(), 0.0005);
    }

    [Fact]
    public async Task The_rectangle_of_a_collection_is_about_its_features_and_not_about_a_rectangle_that_leans()
    {
        var bbox = (await norge.GetAsync("/ogc/collections/steder")).GetProperty("extent").GetProperty("spatial").GetProperty("bbox")[0];

        // Of corners: gdaltransform -s_srs EPSG:25833 -t_srs OGC:CRS84. The rectangle around both squares begins at 8.75 in the west and ends at 70.03 in the north.
        Assert.Equal(10.74, bbox[0].GetDouble(), 0.01);
        Assert.Equal(59.91, bbox[1].GetDouble(), 0.01);
        Assert.Equal(29.99, bbox[2].GetDouble(), 0.02);
        Assert.Equal(69.49, bbox[3].GetDouble(), 0.02);
    }

    [Fact]
    public async Task Pages_follow_each_other_without_holes_and_count_without_reading()
    {
        var codes = new List<string>();
        string? next = Items + "?limit=10";
        for (var page = 0; next is not null; page++)
        {
            var answer = await norge.GetAsync(next);
            Assert.Equal((25, page < 2 ? 10 : 5), (answer.GetProperty("numberMatched").GetInt32(), answer.GetProperty("numberReturned").GetInt32()));
            codes.AddRange(Norge.Codes(answer));
            next = Norge.LinkOf(answer, "next");
        }

        // 13 is the first with every value: it leads, so that QGIS and GDAL see what is a number.
        Assert.Equal("13", codes[0]);
        Assert.Equal(Enumerable.Range(1, 25).Select(n => $"{n:D2}"), codes.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_client_that_counts_pages_through_the_same_features()
    {
        var whole = Norge.Codes(await norge.GetAsync(Items + "?sortby=-folketal"));
        var codes = new List<string>();
        string? next = Items + "?sortby=-folketal&limit=10&startindex=0";
        for (; next is not null; next = Norge.LinkOf(await norge.GetAsync(next), "next"))
        {
            codes.AddRange(Norge.Codes(await norge.GetAsync(next)));
        }

        Assert.Equal(whole, codes);
        Assert.Equal(["03", "02", "01"], Norge.Codes(await norge.GetAsync(Items + "?sortby=-folketal&limit=10&startindex=22")));
        Assert.Empty(Norge.Codes(await norge.GetAsync(Items + "?startindex=25")));
    }

    [Theory]
    [InlineData("10001")]
    [InlineData("99999999999999999999")]
    public async Task More_than_a_page_holds_is_read_as_all_that_it_holds(string limit) =>
        Assert.Equal(25, (await norge.GetAsync($"{Items}?limit={limit}")).GetProperty("numberReturned").GetInt32());

    [Theory]
    [InlineData("text/html;q=0.1, */*", "application/geo+json")]
    [InlineData("application/json;q=0.5, text/html;q=0.6", "text/html")]
    [InlineData("*/*", "application/geo+json")]
    public async Task The_form_is_what_a_client_likes_best(string accept, string mediaType)
    {
        using var answer = await norge.SendAsync(Items, "Accept", accept);
        Assert.Equal(mediaType, answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Every_feature_has_every_key_numbers_have_decimals_and_areas_are_MultiPolygons()
    {
        using var answer = await norge.Http.GetAsync(new Uri(Items, UriKind.Relative));
        Assert.Equal("application/geo+json", answer.Content.Headers.ContentType?.MediaType);
        var features = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("features").EnumerateArray().ToArray();

        Assert.All(features, feature => Assert.Equal("MultiPolygon", feature.GetProperty("geometry").GetProperty("type").GetString()));
        Assert.All(features, feature => Assert.Equal(
            ["code", "name", "valid_from", "valid_to", "folketal", "folketal_status", "indeks", "indeks_status"], feature.GetProperty("properties").EnumerateObject().Select(p => p.Name)));
        Assert.Equal(("1300.0", "6.5"), (features[0].GetProperty("properties").GetProperty("folketal").GetRawText(), features[0].GetProperty("properties").GetProperty("indeks").GetRawText()));
        Assert.Equal((1, "null", "suppressed"), (
            features[1].GetProperty("id").GetInt32(), features[1].GetProperty("properties").GetProperty("indeks").GetRawText(), features[1].GetProperty("properties").GetProperty("indeks_status").GetString()));
    }

    [Fact]
    public async Task A_feature_without_outline_has_null_and_does_not_lead()
    {
        var features = (await norge.GetAsync("/ogc/collections/steder/items")).GetProperty("features");

        Assert.Equal(JsonValueKind.Null, features[2].GetProperty("geometry").ValueKind);
        Assert.Equal("3", features[2].GetProperty("properties").GetProperty("code").GetString());
    }

    [Fact]
    public async Task One_feature_by_its_id()
    {
        var feature = await norge.GetAsync(Items + "/25?indicators=folketal");

        Assert.Equal(("25", 2500.0), (feature.GetProperty("properties").GetProperty("code").GetString(), feature.GetProperty("properties").GetProperty("folketal").GetDouble()));
        Assert.False(feature.GetProperty("properties").TryGetProperty("indeks", out _));
        Assert.Equal($"{norge.Root}/collections/ruter", Norge.LinkOf(feature, "collection"));
    }

    [Theory]
    [InlineData("2021-05-01", 25)]
    [InlineData("2023-01-01T00:00:00Z", 0)]
    [InlineData("2022-12-31/..", 25)]
    [InlineData("../2019-12-31", 0)]
    public async Task Features_hold_on_days(string when, int count) =>
        Assert.Equal(count, (await norge.GetAsync($"{Items}?datetime={when}")).GetProperty("numberMatched").GetInt32());

    [Fact]
    public async Task Boundaries_of_omradesatsingar_are_a_collection()
    {
        var feature = (await norge.GetAsync("/ogc/collections/omradesatsing_grenser/items")).GetProperty("features")[0];

        var properties = feature.GetProperty("properties");
        Assert.Equal(("loftet", "official", "2021.0", "null"), (
            properties.GetProperty("key").GetString(), properties.GetProperty("boundary").GetString(), properties.GetProperty("start_year").GetRawText(), properties.GetProperty("end_year").GetRawText()));
        Assert.Equal("MultiPolygon", feature.GetProperty("geometry").GetProperty("type").GetString());
    }

    [Fact]
    public async Task An_answer_that_is_known_is_not_sent_again()
    {
        using var first = await norge.SendAsync(Items, "Accept", "application/geo+json");
        var tag = first.Headers.ETag!.ToString();
        using var again = await norge.SendAsync(Items, "If-None-Match", tag);
        using var other = await norge.SendAsync(Items + "?limit=1", "If-None-Match", tag);

        Assert.Equal((HttpStatusCode.NotModified, tag), (again.StatusCode, again.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Answers_travel_compressed(string encoding)
    {
        using var answer = await norge.SendAsync(Items, "Accept-Encoding", encoding);

        Assert.Equal(encoding, answer.Content.Headers.ContentEncoding.Single());
        Assert.Contains("Accept-Encoding", answer.Headers.Vary);
    }

    [Theory]
    [InlineData("/ogc")]
    [InlineData("/ogc/conformance")]
    [InlineData("/ogc/api")]
    [InlineData("/ogc/collections")]
    [InlineData("/ogc/collections/steder")]
    [InlineData("/ogc/collections/steder/schema")]
    [InlineData("/ogc/collections/steder/items")]
    [InlineData("/ogc/collections/steder/items/1")]
    [InlineData("/ogc/collections/steder/tiles/WebMercatorQuad")]
    public async Task Browsers_get_pages_that_bring_nothing_with_them(string path)
    {
        using var answer = await norge.SendAsync(path, "Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith($"<!doctype html><html lang=\"{(path == "/ogc/api" ? "en" : "nb")}\">", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Steder <i>", page, StringComparison.Ordinal);
        Assert.StartsWith("default-src 'none';", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/ogc/collections/nokre", 404, "There is no collection 'nokre'")]
    [InlineData(Items + "/26", 404, "numbered from 1 to 25")]
    [InlineData(Items + "/x", 404, "There is no feature 'x'")]
    [InlineData(Items + "?limit=0", 400, "limit: is '0'")]
    [InlineData(Items + "?limit=ti", 400, "limit: is 'ti'")]
    [InlineData(Items + "?limit=1&limit=2", 400, "limit: stands 2 times")]
    [InlineData(Items + "?bbox=10,59&bbox=11,60", 400, "bbox: stands 2 times")]
    [InlineData(Items + "?startindex=-1", 400, "startindex: is '-1'. Send a whole number from 0")]
    [InlineData(Items + "?startindex=1&after=1", 400, "two beginnings")]
    [InlineData(Items + "?bbox-crs=EPSG:4326", 400, "bbox-crs: is 'EPSG:4326', which is not served")]
    [InlineData(Items + "?after=26", 400, "after: is 26, which is no feature of this answer")]
    [InlineData(Items + "?period=i+dag", 400, "period: is 'i dag', which is no period")]
    [InlineData(Items + "?period=1999", 404, "has no numbers for period '1999'. It has 2020.")]
    [InlineData(Items + "?bbox=1,2,3", 400, "bbox: is '1,2,3': it has 3 numbers")]
    [InlineData(Items + "?bbox=1,2,3,fire", 400, "'fire' is not a number")]
    [InlineData(Items + "?bbox=1,9,3,4", 400, "southern edge lies north")]
    [InlineData(Items + "?datetime=i%20går", 400, "datetime: is 'i går'")]
    [InlineData(Items + "?datetime=2022-01-01/2021-01-01", 400, "datetime: is")]
    [InlineData(Items + "?crs=EPSG:32633", 400, "crs: is 'EPSG:32633', which is not served")]
    [InlineData(Items + "?farge=raud", 400, "farge: is no parameter here")]
    [InlineData(Items + "?indicators=lykke", 404, "There is no indicator 'lykke'")]
    [InlineData(Items + "?f=xml", 400, "f: is 'xml'")]
    [InlineData(Items + "?as_of=99", 404, "Dataset version 99 does not exist")]
    public async Task What_is_wrong_is_said(string path, int status, string sentence)
    {
        var fault = await norge.FailAsync(path);

        Assert.Equal(status, fault.Status);
        Assert.Contains(sentence, fault.Detail, StringComparison.Ordinal);
    }
}
