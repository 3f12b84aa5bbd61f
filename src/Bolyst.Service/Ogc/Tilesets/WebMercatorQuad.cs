using System.Globalization;
using System.Text.Json.Nodes;
using Bolyst.Store;

namespace Bolyst.Service.Ogc.Tilesets;

/// <summary>
/// The tile matrix set of web maps, as OGC registers it (17-083r4, annex D.1): 25 matrices, each with four tiles for one of the matrix before.
/// </summary>
internal static class WebMercatorQuad
{
    public const string Id = "WebMercatorQuad";
    public const string Uri = "http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad";
    public const string Crs = "http://www.opengis.net/def/crs/EPSG/0/3857";

    private const int Matrices = 25;
    private const int TileWidth = 256;
    private const double Edge = Math.PI * 6378137;

    // Metres of a pixel that is 0.28 mm wide on a screen: how the standard tells scale.
    private const double StandardPixel = 0.28e-3;

    /// <summary>The definition, in the standard's JSON.</summary>
    public static JsonObject Define(JsonArray links) => new()
    {
        ["id"] = Id,
        ["title"] = "Google Maps Compatible for the World",
        ["uri"] = Uri,
        ["crs"] = Crs,
        ["orderedAxes"] = new JsonArray("X", "Y"),
        ["wellKnownScaleSet"] = "http://www.opengis.net/def/wkss/OGC/1.0/GoogleMapsCompatible",
        ["tileMatrices"] = new JsonArray([.. Enumerable.Range(0, Matrices).Select(Matrix)]),
        ["links"] = links,
    };

    /// <summary>The tiles that a rectangle meets, for each zoom that has tiles.</summary>
    /// <param name="degrees">West, south, east, north.</param>
    public static JsonArray Limits(IReadOnlyList<double> degrees) => new([.. Enumerable.Range(0, Store.Tiles.MaxZoom + 1).Select(zoom =>
    {
        var (first, last) = (TileKey.At(zoom, degrees[0], degrees[3]), TileKey.At(zoom, degrees[2], degrees[1]));
        return new JsonObject
        {
            ["tileMatrix"] = Name(zoom),
            ["minTileRow"] = first.Row,
            ["maxTileRow"] = last.Row,
            ["minTileCol"] = first.Column,
            ["maxTileCol"] = last.Column,
        };
    })]);

    /// <summary>A matrix's id.</summary>
    public static string Name(int zoom) => zoom.ToString(CultureInfo.InvariantCulture);

    private static JsonObject Matrix(int zoom)
    {
        var cell = 2 * Edge / TileWidth / (1 << zoom);
        return new()
        {
            ["id"] = Name(zoom),
            ["scaleDenominator"] = cell / StandardPixel,
            ["cellSize"] = cell,
            ["cornerOfOrigin"] = "topLeft",
            ["pointOfOrigin"] = new JsonArray(-Edge, Edge),
            ["tileWidth"] = TileWidth,
            ["tileHeight"] = TileWidth,
            ["matrixWidth"] = 1 << zoom,
            ["matrixHeight"] = 1 << zoom,
        };
    }
}
