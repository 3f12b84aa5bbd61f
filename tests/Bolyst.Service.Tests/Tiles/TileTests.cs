using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Bolyst.Service.Tests.Serving;
using Bolyst.Service.Tiles.Mvt;

namespace Bolyst.Service.Tests.Tiles;

/// <summary>
/// The sample lies about x 0, y 0 in EPSG:25833, which is 10.5113 east, 0 north (echo 0 0 | cs2cs EPSG:25833 EPSG:4326): column
/// floor((10.5113 + 180) / 360 * 2^14) = 8670, and the row just north of the equator, 8191.
/// </summary>
public class TileTests(Sample sample)
{
    private const string Near = "14/8670/8191.mvt";

    [Fact]
    public async Task A_feature_has_its_place_its_name_and_its_numbers()
    {
        var layer = Assert.Single((await TileAsync($"/tiles/{Sample.Kretser}/{Near}")).Layers);

        Assert.Equal(Sample.Kretser, layer.Name);
        Assert.Equal(4096u, layer.Extent);
        Assert.Equal([1ul, 2, 3, 4, 5], layer.Features.Select(feature => feature.Id));
        var third = Attributes(layer, 2);
        Assert.Equal("05", third["code"]);
        Assert.Equal(20.0, third["low_income"]);
        Assert.Equal("value", third["low_income_status"]);
    }

    [Fact]
    public async Task A_hidden_number_is_not_there_and_its_status_says_why()
    {
        var layer = (await TileAsync($"/tiles/{Sample.Kretser}/{Near}")).Layers[0];

        var (hidden, absent) = (Attributes(layer, 3), Attributes(layer, 4));
        Assert.False(hidden.ContainsKey("low_income"));
        Assert.Equal("suppressed", hidden["low_income_status"]);
        Assert.False(absent.ContainsKey("low_income"));
        Assert.Equal("not_delivered", absent["low_income_status"]);
    }

    [Fact]
    public async Task An_older_version_keeps_its_numbers_and_may_be_kept_for_a_day()
    {
        using var answer = await sample.Served.Http.GetAsync(new Uri($"/tiles/{Sample.Kretser}/{Near}?as_of=1&indicators=low-income", UriKind.Relative));
        var layer = Tile.Parser.ParseFrom(await answer.Content.ReadAsByteArrayAsync()).Layers[0];

        Assert.Equal(10.0, Attributes(layer, 0)["low_income"]);
        Assert.Equal(TimeSpan.FromDays(1), answer.Headers.CacheControl!.MaxAge);
    }

    [Fact]
    public async Task Outlines_alone_have_ids_to_join_values_by()
    {
        var layer = (await TileAsync($"/tiles/{Sample.Kretser}/{Near}?attributes=none")).Layers[0];
        Assert.All(layer.Features, feature => Assert.Empty(feature.Tags));
    }

    [Fact]
    public async Task Several_zone_sets_are_layers_of_one_tile()
    {
        var tile = await TileAsync($"/tiles/{Sample.By},{Sample.Kretser}/{Near}");
        Assert.Equal([Sample.By, Sample.Kretser], tile.Layers.Select(layer => layer.Name));
    }

    [Fact]
    public async Task What_has_not_changed_is_not_sent_again()
    {
        var address = new Uri($"/tiles/{Sample.Kretser}/{Near}", UriKind.Relative);
        using var first = await sample.Served.Http.GetAsync(address);
        Assert.False(first.Headers.ETag!.IsWeak);
        using var again = new HttpRequestMessage(HttpMethod.Get, address);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag);
        using var answer = await sample.Served.Http.SendAsync(again);

        Assert.Equal(HttpStatusCode.NotModified, answer.StatusCode);
        Assert.Equal(first.Headers.ETag, answer.Headers.ETag);
        using var other = await sample.Served.Http.GetAsync(new Uri($"/tiles/{Sample.Kretser}/{Near}?indicators=none", UriKind.Relative));
        Assert.NotEqual(first.Headers.ETag, other.Headers.ETag);
    }

    [Fact]
    public async Task A_client_that_unzips_gets_the_same_tile_zipped_under_a_tag_of_its_own()
    {
        var address = new Uri($"/tiles/{Sample.By},{Sample.Kretser}/{Near}", UriKind.Relative);
        using var plain = await sample.Served.Http.GetAsync(address);
        using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { AcceptEncoding = { new("br"), new("gzip") } } };
        using var zipped = await sample.Served.Http.SendAsync(request);

        Assert.Equal(["gzip"], zipped.Content.Headers.ContentEncoding);
        Assert.Equal(["Accept-Encoding"], zipped.Headers.Vary);
        Assert.NotEqual(plain.Headers.ETag, zipped.Headers.ETag);
        await using var unzipped = new GZipStream(await zipped.Content.ReadAsStreamAsync(), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        await unzipped.CopyToAsync(bytes);
        Assert.Equal(await plain.Content.ReadAsByteArrayAsync(), bytes.ToArray());
    }

    [Fact]
    public async Task A_client_that_refuses_gzip_gets_none()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"/tiles/{Sample.Kretser}/{Near}", UriKind.Relative)) { Headers = { AcceptEncoding = { new("gzip", 0) } } };
        using var answer = await sample.Served.Http.SendAsync(request);
        Assert.Empty(answer.Content.Headers.ContentEncoding);
    }

    [Fact]
    public async Task The_description_tells_where_tiles_are_and_what_they_hold()
    {
        var description = await sample.Served.Http.GetFromJsonAsync<JsonElement>(new Uri($"/tiles/{Sample.Kretser}/tilejson.json", UriKind.Relative));

        Assert.EndsWith($"/tiles/{Sample.Kretser}/{{z}}/{{x}}/{{y}}.mvt", description.GetProperty("tiles")[0].GetString(), StringComparison.Ordinal);
        Assert.Equal(14, description.GetProperty("maxzoom").GetInt32());
        Assert.Equal("Number", description.GetProperty("vector_layers")[0].GetProperty("fields").GetProperty("low_income").GetString());
        Assert.Equal(10.5113, description.GetProperty("bounds")[0].GetDouble(), 0.001);
    }

    [Fact]
    public async Task ArcGIS_asks_for_the_description_and_the_style_with_a_form_that_tiles_do_not_have()
    {
        var description = await sample.Served.Http.GetFromJsonAsync<JsonElement>(new Uri($"/tiles/{Sample.Kretser}/tilejson.json?indicators=low-income&f=json", UriKind.Relative));
        var style = await sample.Served.Http.GetFromJsonAsync<JsonElement>(new Uri($"/styles/{Sample.Kretser}/low_income/style.json?f=json", UriKind.Relative));
        using var page = await sample.Served.Http.GetAsync(new Uri($"/styles/{Sample.Kretser}/low_income/style.json?f=html", UriKind.Relative));

        Assert.EndsWith(".mvt?indicators=low-income", description.GetProperty("tiles")[0].GetString(), StringComparison.Ordinal);
        Assert.Equal(8, style.GetProperty("version").GetInt32());
        Assert.DoesNotContain("f=json", style.GetProperty("sources").GetProperty("zones").GetProperty("url").GetString()!, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, page.StatusCode);
    }

    [Fact]
    public async Task The_description_of_outlines_alone_names_no_fields()
    {
        var description = await sample.Served.Http.GetFromJsonAsync<JsonElement>(new Uri($"/tiles/{Sample.Kretser}/tilejson.json?attributes=none", UriKind.Relative));

        Assert.EndsWith(".mvt?attributes=none", description.GetProperty("tiles")[0].GetString(), StringComparison.Ordinal);
        Assert.Empty(description.GetProperty("vector_layers")[0].GetProperty("fields").EnumerateObject());
    }

    [Theory]
    [InlineData("/tiles/nowhere/14/8670/8191.mvt", HttpStatusCode.NotFound, "nowhere")]
    [InlineData("/tiles/krets-2020/15/0/0.mvt", HttpStatusCode.BadRequest, "Zooms are 0 to 14")]
    [InlineData("/tiles/krets-2020/3/8/0.mvt", HttpStatusCode.BadRequest, "name no tile")]
    [InlineData("/tiles/krets-2020/14/8670/8191.mvt?indicators=nothing", HttpStatusCode.NotFound, "nothing")]
    [InlineData("/tiles/krets-2020/14/8670/8191.mvt?indicators=low-income&period=1066", HttpStatusCode.NotFound, "1066")]
    [InlineData("/tiles/krets-2020/14/8670/8191.mvt?as_of=soon", HttpStatusCode.BadRequest, "as_of")]
    [InlineData("/tiles/krets-2020/14/8670/8191.mvt?as_of=99", HttpStatusCode.NotFound, "99")]
    [InlineData("/tiles/a,b,c,d,e,f,g,h,i/14/0/0.mvt", HttpStatusCode.BadRequest, "more than 8")]
    [InlineData("/tiles/krets-2020,krets-2020/14/8670/8191.mvt", HttpStatusCode.BadRequest, "one stands twice")]
    [InlineData("/tiles/krets-2020/14/8670/8191.mvt?attributes=low-income", HttpStatusCode.BadRequest, "Send none for outlines alone")]
    [InlineData("/tiles/krets-2020/14/8670/8191.mvt?indicator=low-income", HttpStatusCode.BadRequest, "indicator: is no parameter here")]
    [InlineData("/tiles/krets-2020/14/8670/8191.mvt?period=1066", HttpStatusCode.NotFound, "1066")]
    [InlineData("/tiles/krets-2020/tilejson.json?farge=raud", HttpStatusCode.BadRequest, "farge: is no parameter here")]
    public async Task A_wrong_address_is_told_what_is_wrong(string address, HttpStatusCode status, string says)
    {
        using var answer = await sample.Served.Http.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal(status, answer.StatusCode);
        Assert.Contains(says, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task<Tile> TileAsync(string address)
    {
        using var answer = await sample.Served.Http.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/vnd.mapbox-vector-tile", answer.Content.Headers.ContentType!.MediaType);
        return Tile.Parser.ParseFrom(await answer.Content.ReadAsByteArrayAsync());
    }

    private static Dictionary<string, object> Attributes(Tile.Types.Layer layer, int feature) => layer.Features[feature].Tags.Chunk(2).ToDictionary(
        tag => layer.Keys[(int)tag[0]],
        object (tag) => layer.Values[(int)tag[1]] is { HasDoubleValue: true } number ? number.DoubleValue : layer.Values[(int)tag[1]].StringValue,
        StringComparer.Ordinal);
}
