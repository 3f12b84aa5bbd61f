using System.Text.Json.Nodes;
using Bolyst.Service.Layers;
using Bolyst.Service.Ogc.Documents;
using Bolyst.Service.Ogc.Items;
using Bolyst.Service.Tiles;

namespace Bolyst.Service.Ogc.Tilesets;

/// <summary>
/// The documents of OGC API Tiles part 1 (20-057): which tilesets a collection has and where their tiles are. The tiles themselves are
/// those of <c>/tiles</c>: one address, one cache.
/// </summary>
internal static class TilesetDocuments
{
    private const string TilingScheme = "http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme";

    /// <summary>Relation of a collection to its list of vector tilesets.</summary>
    public const string VectorTilesets = "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector";

    /// <summary>Relation of the landing page to the tile matrix sets.</summary>
    public const string TilingSchemes = "http://www.opengis.net/def/rel/ogc/1.0/tiling-schemes";

    /// <summary>The tile matrix sets.</summary>
    public static JsonObject ListMatrixSets(Address address) => new()
    {
        ["links"] = address.SelfLinks(MediaTypes.Json),
        ["tileMatrixSets"] = new JsonArray(new JsonObject
        {
            ["id"] = WebMercatorQuad.Id,
            ["uri"] = WebMercatorQuad.Uri,
            ["crs"] = WebMercatorQuad.Crs,
            ["links"] = new JsonArray(address.LinkHere(MatrixSet(address), "self", MediaTypes.Json, address.Words.MatrixSet)),
        }),
    };

    /// <summary>The tilesets of a collection.</summary>
    public static JsonObject List(Address address, LayerHead head)
    {
        var tileset = Summary(address, head, [address.LinkHere(Tileset(address, head), "self", MediaTypes.Json, address.Words.Tileset), MatrixSetLink(address)]);
        return new() { ["links"] = address.SelfLinks(MediaTypes.Json), ["tilesets"] = new JsonArray(tileset) };
    }

    /// <summary>A collection's tiles.</summary>
    /// <param name="address">The address that was asked for; what its query asks of values is asked of the tiles.</param>
    /// <param name="layer">The collection.</param>
    /// <param name="query">The query.</param>
    public static JsonObject Describe(Address address, Layer layer, QueryString query)
    {
        var head = layer.Head;
        var links = address.SelfLinks(MediaTypes.Json);
        links.Add(MatrixSetLink(address));
        links.Add(new JsonObject
        {
            ["href"] = $"{address.Tiles(head.Id)}/{{tileMatrix}}/{{tileCol}}/{{tileRow}}.mvt{query}",
            ["rel"] = "item",
            ["type"] = TileEndpoints.MediaType,
            ["title"] = address.Words.Tiles,
            ["templated"] = true,
        });
        links.Add(Address.Link($"{address.Tiles(head.Id)}/tilejson.json{query}", "describedby", MediaTypes.Json, "TileJSON"));
        links.Add(address.LinkHere(address.Collection(head.Id), "http://www.opengis.net/def/rel/ogc/1.0/geodata", MediaTypes.Json, address.Words.Collection));
        var tileset = Summary(address, head, links);
        tileset["layers"] = new JsonArray(new JsonObject
        {
            ["id"] = head.Id,
            ["title"] = address.Words.Of(head.Title),
            ["dataType"] = "vector",
            ["geometryDimension"] = 2,
            ["minTileMatrix"] = WebMercatorQuad.Name(0),
            ["maxTileMatrix"] = WebMercatorQuad.Name(Store.Tiles.MaxZoom),
            ["propertiesSchema"] = SchemaDocument.Describe(address, layer),
        });
        if (head.Extent.Degrees is { } degrees)
        {
            tileset["tileMatrixSetLimits"] = WebMercatorQuad.Limits(degrees);
            tileset["boundingBox"] = new JsonObject
            {
                ["lowerLeft"] = new JsonArray(degrees[0], degrees[1]),
                ["upperRight"] = new JsonArray(degrees[2], degrees[3]),
                ["crs"] = Crs.Crs84.Uri,
            };
        }

        return tileset;
    }

    /// <summary>The link by which a collection leads to its tiles.</summary>
    public static JsonObject CollectionLink(Address address, LayerHead head) =>
        address.LinkHere(address.Collection(head.Id) + "/tiles", VectorTilesets, MediaTypes.Json, address.Words.VectorTiles);

    private static JsonObject Summary(Address address, LayerHead head, JsonArray links) => new()
    {
        ["title"] = address.Words.Of(head.Title),
        ["dataType"] = "vector",
        ["crs"] = WebMercatorQuad.Crs,
        ["tileMatrixSetURI"] = WebMercatorQuad.Uri,
        ["links"] = links,
    };

    private static string Tileset(Address address, LayerHead head) => $"{address.Collection(head.Id)}/tiles/{WebMercatorQuad.Id}";

    private static string MatrixSet(Address address) => $"{address.Root}/tileMatrixSets/{WebMercatorQuad.Id}";

    private static JsonObject MatrixSetLink(Address address) => address.LinkHere(MatrixSet(address), TilingScheme, MediaTypes.Json, address.Words.MatrixSet);
}
