using System.Net;
using Bolyst.Service.Tests.Ogc;
using Bolyst.Service.Tiles.Mvt;

namespace Bolyst.Service.Tests.Tiles;

/// <summary>
/// Water as tiles and as a collection. echo "262600 6649600" | gdaltransform -s_srs EPSG:25833 -t_srs EPSG:4326: 10.7528 59.9153; by the web mercator
/// formula column 8681, row 4765 of zoom 14, and column 135, row 74 of zoom 8.
/// </summary>
public class WaterTests(Norge norge)
{
    private const string Close = "/tiles/vann_flater/14/8681/4765.mvt";

    [Fact]
    public async Task A_tile_has_the_surfaces_with_the_names_that_they_have()
    {
        var layer = Assert.Single((await TileAsync(Close)).Layers);

        Assert.Equal(("vann_flater", 4096u), (layer.Name, layer.Extent));
        Assert.Equal(["Bunnen"], layer.Values.Select(value => value.StringValue));
        Assert.Equal([1, 0], layer.Features.Select(feature => feature.Tags.Count / 2));
        Assert.All((await TileAsync(Close + "?attributes=none")).Layers[0].Features, feature => Assert.Empty(feature.Tags));
    }

    [Fact]
    public async Task An_outline_loses_what_cannot_be_seen_at_a_zoom()
    {
        var (close, far) = ((await TileAsync(Close)).Layers[0], (await TileAsync("/tiles/vann_flater/8/135/74.mvt")).Layers[0]);

        // A tooth of 2 m on the ground is 4 m of EPSG:3857 at 60 degrees north; half a pixel is 2.4 m at zoom 14 and 153 m at zoom 8, where the square of 10 m is nothing.
        Assert.True(DecodedFeature.Of(close.Features[0]).Paths[0].Length > 40);
        Assert.Equal(4, DecodedFeature.Of(Assert.Single(far.Features)).Paths[0].Length);
    }

    [Fact]
    public async Task A_tile_is_kept_by_its_tag_joins_other_layers_and_is_empty_where_there_is_no_water()
    {
        using var answer = await norge.Http.GetAsync(new Uri(Close + "?as_of=1", UriKind.Relative));
        using var again = new HttpRequestMessage(HttpMethod.Get, new Uri(Close + "?as_of=1", UriKind.Relative));
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
        using var unchanged = await norge.Http.SendAsync(again);

        Assert.Equal(TimeSpan.FromDays(1), answer.Headers.CacheControl!.MaxAge);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
        Assert.Equal(["ruter", "vann_flater"], (await TileAsync("/tiles/ruter,vann_flater/8/135/74.mvt?attributes=none")).Layers.Select(layer => layer.Name));
        Assert.Empty((await TileAsync("/tiles/vann_flater/8/0/0.mvt")).Layers);
    }

    [Fact]
    public async Task TileJSON_says_whose_it_is_and_where()
    {
        var tiles = await norge.GetAsync("/tiles/vann_flater/tilejson.json");

        Assert.Equal(("Vann", "Kartverket (NLOD 2.0)"), (tiles.GetProperty("name").GetString(), tiles.GetProperty("attribution").GetString()));
        Assert.Equal("""{"name":"String"}""", tiles.GetProperty("vector_layers")[0].GetProperty("fields").GetRawText());
        // echo "262400 6649398" | gdaltransform -s_srs EPSG:25833 -t_srs EPSG:4258
        Assert.Equal(10.7494, tiles.GetProperty("bounds")[0].GetDouble(), 1e-3);
        Assert.Equal(59.9133, tiles.GetProperty("bounds")[1].GetDouble(), 1e-3);
    }

    [Fact]
    public async Task The_collection_gives_every_surface_whole()
    {
        var features = (await norge.GetAsync("/ogc/collections/vann_flater/items")).GetProperty("features").EnumerateArray().ToArray();

        Assert.Equal([("Bunnen", 84), ("", 5)], features.Select(feature => (
            feature.GetProperty("properties").GetProperty("name").GetString()!, feature.GetProperty("geometry").GetProperty("coordinates")[0][0].GetArrayLength())));
        Assert.Equal("Kartverket", features[0].GetProperty("properties").GetProperty("source").GetString());
        // Of the two, the box holds the small one: echo "262905 6649905" | gdaltransform -s_srs EPSG:25833 -t_srs EPSG:4326
        var inside = await norge.GetAsync("/ogc/collections/vann_flater/items?bbox=262895,6649895,262905,6649905&bbox-crs=http://www.opengis.net/def/crs/EPSG/0/25833");
        Assert.Equal("", Assert.Single(inside.GetProperty("features").EnumerateArray()).GetProperty("properties").GetProperty("name").GetString());
    }

    private async Task<Tile> TileAsync(string path) => Tile.Parser.ParseFrom(await norge.Http.GetByteArrayAsync(new Uri(path, UriKind.Relative)));
}
