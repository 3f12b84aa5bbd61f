using System.Net;
using System.Text.Json;
using Bolyst.Service.Tests.Clients;
using Bolyst.Service.Tiles.Mvt;

namespace Bolyst.Service.Tests.Ogc;

/// <summary>OGC API Tiles part 1: core, tileset, tilesets-list, geodata-tilesets, mvt, by the abstract tests of 20-057.</summary>
public class TilesetTests(Norge norge)
{
    private const string Tiles = "/ogc/collections/ruter/tiles";
    private const string TilingScheme = "http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme";

    [Theory]
    [InlineData("core")]
    [InlineData("tileset")]
    [InlineData("tilesets-list")]
    [InlineData("geodata-tilesets")]
    [InlineData("mvt")]
    public async Task The_class_is_declared(string name) => Assert.Contains(
        $"http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/{name}", (await norge.GetAsync("/ogc/conformance")).GetProperty("conformsTo").EnumerateArray().Select(one => one.GetString()));

    [Fact]
    public async Task A_collection_leads_over_the_list_and_the_tileset_to_the_bytes_of_tiles()
    {
        var list = await norge.GetAsync(LinkOf(await norge.GetAsync("/ogc/collections/ruter"), "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector"));
        var listed = list.GetProperty("tilesets")[0];
        Assert.Equal($"{norge.Root}/collections/ruter/tiles/WebMercatorQuad", LinkOf(listed, "self"));
        var tileset = await norge.GetAsync(LinkOf(listed, "self") + "?indicators=folketal&as_of=1");

        foreach (var described in (JsonElement[])[listed, tileset])
        {
            Assert.Equal(("vector", "http://www.opengis.net/def/crs/EPSG/0/3857", "http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad"), (
                described.GetProperty("dataType").GetString(), described.GetProperty("crs").GetString(), described.GetProperty("tileMatrixSetURI").GetString()));
            Assert.Equal($"{norge.Root}/tileMatrixSets/WebMercatorQuad", LinkOf(described, TilingScheme));
        }

        var item = tileset.GetProperty("links").EnumerateArray().Single(link => link.GetProperty("rel").GetString() == "item");
        Assert.True(item.GetProperty("templated").GetBoolean());
        Assert.Equal("application/vnd.mapbox-vector-tile", item.GetProperty("type").GetString());

        // echo "262050 6649050" | gdaltransform -s_srs EPSG:25833 -t_srs EPSG:4326: 10.7435 59.9101; by the web mercator formula column 8680, row 4766 of zoom 14.
        var address = Fill(item.GetProperty("href").GetString()!, 14, 8680, 4766);
        using var answer = await norge.Http.GetAsync(new Uri(address));
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal("application/vnd.mapbox-vector-tile", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(await norge.Http.GetByteArrayAsync(new Uri("/tiles/ruter/14/8680/4766.mvt?indicators=folketal&as_of=1", UriKind.Relative)), bytes);
        var layer = Assert.Single(Tile.Parser.ParseFrom(bytes).Layers);
        Assert.Equal(tileset.GetProperty("layers")[0].GetProperty("id").GetString(), layer.Name);
        Assert.All(layer.Keys.Where(key => key is not ("code" or "name")), key => Assert.True(
            tileset.GetProperty("layers")[0].GetProperty("propertiesSchema").GetProperty("properties").TryGetProperty(key, out _), key));
    }

    [Fact]
    public async Task Limits_hold_every_tile_that_has_a_zone()
    {
        var tileset = await norge.GetAsync(Tiles + "/WebMercatorQuad");
        var limits = tileset.GetProperty("tileMatrixSetLimits").EnumerateArray().ToArray();

        Assert.Equal(Enumerable.Range(0, 15).Select(zoom => $"{zoom}"), limits.Select(limit => limit.GetProperty("tileMatrix").GetString()));

        // The squares lie from 10.7427 to 10.7511 east and 59.9096 to 59.9144 north (gdaltransform, as above): all in one tile down to zoom 11, columns 8680 and 8681 of zoom 14.
        Assert.Equal("""{"tileMatrix":"11","minTileRow":595,"maxTileRow":595,"minTileCol":1085,"maxTileCol":1085}""", limits[11].GetRawText());
        Assert.Equal("""{"tileMatrix":"14","minTileRow":4765,"maxTileRow":4766,"minTileCol":8680,"maxTileCol":8681}""", limits[14].GetRawText());
    }

    [Fact]
    public async Task The_tile_matrix_set_is_the_registered_one()
    {
        var set = await norge.GetAsync(LinkOf((await norge.GetAsync("/ogc/tileMatrixSets")).GetProperty("tileMatrixSets")[0], "self"));
        var matrices = set.GetProperty("tileMatrices").EnumerateArray().ToArray();

        // OGC 17-083r4, annex D.1.
        Assert.Equal(25, matrices.Length);
        Assert.Equal(("0", 1, "14", 16384), (
            matrices[0].GetProperty("id").GetString(), matrices[0].GetProperty("matrixWidth").GetInt32(), matrices[14].GetProperty("id").GetString(), matrices[14].GetProperty("matrixWidth").GetInt32()));
        Assert.Equal(559082264.028717, matrices[0].GetProperty("scaleDenominator").GetDouble(), 1e-5);
        Assert.Equal(34123.6733415964, matrices[14].GetProperty("scaleDenominator").GetDouble(), 1e-9);
        Assert.Equal(156543.033928041 / 16384, matrices[14].GetProperty("cellSize").GetDouble(), 1e-12);
        Assert.Equal(-20037508.3427892, matrices[0].GetProperty("pointOfOrigin")[0].GetDouble(), 1e-7);
        Assert.Equal(20037508.3427892, matrices[0].GetProperty("pointOfOrigin")[1].GetDouble(), 1e-7);
    }

    [Fact]
    public async Task An_empty_tile_is_empty_and_one_outside_the_pyramid_is_refused()
    {
        var item = (await norge.GetAsync(Tiles + "/WebMercatorQuad")).GetProperty("links").EnumerateArray().Single(link => link.GetProperty("rel").GetString() == "item").GetProperty("href").GetString()!;
        using var empty = await norge.Http.GetAsync(new Uri(Fill(item, 14, 0, 0)));
        using var outside = await norge.Http.GetAsync(new Uri(Fill(item, 14, 16384, 0)));

        Assert.Equal((HttpStatusCode.OK, 0), (empty.StatusCode, (await empty.Content.ReadAsByteArrayAsync()).Length));
        Assert.Equal(HttpStatusCode.BadRequest, outside.StatusCode);
    }

    [Theory]
    [InlineData("/ogc/tileMatrixSets/WorldCRS84Quad", 404, "There is no tile matrix set 'WorldCRS84Quad'")]
    [InlineData(Tiles + "/WorldCRS84Quad", 404, "There is no tile matrix set")]
    [InlineData("/ogc/collections/nokre/tiles", 404, "There is no collection 'nokre'")]
    [InlineData("/ogc/collections/omradesatsing_grenser/tiles", 404, "has no tiles")]
    [InlineData(Tiles + "/WebMercatorQuad?indicators=lykke", 404, "There is no indicator 'lykke'")]
    [InlineData(Tiles + "?farge=raud", 400, "farge: is no parameter here")]
    public async Task What_is_wrong_is_said(string path, int status, string sentence)
    {
        var fault = await norge.FailAsync(path);

        Assert.Equal(status, fault.Status);
        Assert.Contains(sentence, fault.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GDAL_finds_the_collections_and_reads_the_tile_that_the_template_leads_to()
    {
        // GDAL 3.6 reads tilesets of tile matrix sets as of version 1 of their standard only, so its OGCAPI driver gets as far as the list; its MVT driver reads the tile.
        var collections = await OgrinfoAsync("OGCAPI:" + norge.Root);
        Assert.Contains($"OGCAPI:{norge.Root}/collections/ruter", collections, StringComparison.Ordinal);
        Assert.Contains("Feature Count: 25", await OgrinfoAsync("-so", "-oo", "API=ITEMS", $"OGCAPI:{norge.Root}/collections/ruter", "ruter"), StringComparison.Ordinal);

        var item = (await norge.GetAsync(Tiles + "/WebMercatorQuad")).GetProperty("links").EnumerateArray().Single(link => link.GetProperty("rel").GetString() == "item").GetProperty("href").GetString()!;
        var tile = await OgrinfoAsync("-al", "-oo", "METADATA_FILE=", "MVT:" + Fill(item, 11, 1085, 595));
        Assert.Contains("Feature Count: 25", tile, StringComparison.Ordinal);
        Assert.Contains("folketal (Real) = 2500", tile, StringComparison.Ordinal);
    }

    private static async Task<string> OgrinfoAsync(params string[] arguments)
    {
        var (exitCode, output, errors) = await ClientProcess.RunAsync("ogrinfo", ["-ro", .. arguments]);
        Assert.True(exitCode == 0 && !errors.Contains("ERROR", StringComparison.Ordinal), output + errors);
        return output;
    }

    private static string LinkOf(JsonElement document, string rel) => Norge.LinkOf(document, rel)!;

    private static string Fill(string template, int matrix, int column, int row) => template
        .Replace("{tileMatrix}", $"{matrix}", StringComparison.Ordinal).Replace("{tileCol}", $"{column}", StringComparison.Ordinal).Replace("{tileRow}", $"{row}", StringComparison.Ordinal);
}
