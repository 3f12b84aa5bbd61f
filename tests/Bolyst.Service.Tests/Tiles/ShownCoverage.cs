using System.Text.Json;
using Bolyst.Service.Tiles.Mvt;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.OverlayNG;
using static System.FormattableString;

namespace Bolyst.Service.Tests.Tiles;

/// <summary>A zone set as a service gives it out: its outlines through the OGC API, in EPSG:3857, and its tiles.</summary>
internal sealed class ShownCoverage
{
    private const double Edge = Math.PI * 6378137;

    private readonly HttpClient http;
    private readonly string zoneSet;

    private ShownCoverage(HttpClient http, string zoneSet, Dictionary<ulong, MultiPolygon> zones)
    {
        (this.http, this.zoneSet, Zones) = (http, zoneSet, zones);
        OuterBorder = CoverageUnion.Union(new GeometryFactory().CreateGeometryCollection([.. zones.Values])).Boundary;
    }

    /// <summary>Outlines as delivered, by id.</summary>
    public IReadOnlyDictionary<ulong, MultiPolygon> Zones { get; }

    /// <summary>Coast and frontier: where zones end and no zone begins.</summary>
    public Geometry OuterBorder { get; }

    /// <summary>Metres of EPSG:3857 in a step of a tile.</summary>
    public static double Metres(int zoom) => 2 * Edge / (4096L << zoom);

    public static async Task<ShownCoverage> ReadAsync(HttpClient http, string zoneSet)
    {
        var address = new Uri($"/ogc/collections/{zoneSet}/items?limit=10000&indicators=none&indexes=none&crs=http://www.opengis.net/def/crs/EPSG/0/3857", UriKind.Relative);
        var items = JsonDocument.Parse(await http.GetStringAsync(address)).RootElement;
        return new(http, zoneSet, items.GetProperty("features").EnumerateArray().ToDictionary(
            feature => feature.GetProperty("id").GetUInt64(),
            OutlineOf));
    }

    /// <summary>The outline of a GeoJSON feature.</summary>
    public static MultiPolygon OutlineOf(JsonElement feature) => new([.. feature.GetProperty("geometry").GetProperty("coordinates").EnumerateArray().Select(PolygonOf)]);

    /// <summary>The tiles of a zoom that hold anything, of those that meet a rectangle of EPSG:3857.</summary>
    public async Task<Dictionary<(int Column, int Row), DecodedFeature[]>> TilesAsync(int zoom, Envelope? within = null)
    {
        var all = OuterBorder.EnvelopeInternal;
        var place = within is null ? all : all.Intersection(within);
        var side = 4096 * Metres(zoom);
        var tiles = new Dictionary<(int, int), DecodedFeature[]>();
        for (var column = (int)((place.MinX + Edge) / side); column <= (int)((place.MaxX + Edge) / side); column++)
        {
            for (var row = (int)((Edge - place.MaxY) / side); row <= (int)((Edge - place.MinY) / side); row++)
            {
                var tile = await http.GetByteArrayAsync(new Uri(Invariant($"/tiles/{zoneSet}/{zoom}/{column}/{row}.mvt?attributes=none"), UriKind.Relative));
                if (tile.Length > 0)
                    tiles.Add((column, row), [.. Tile.Parser.ParseFrom(tile).Layers[0].Features.Select(DecodedFeature.Of)]);
            }
        }

        return tiles;
    }

    /// <summary>A vertex of a tile in EPSG:3857.</summary>
    public static Coordinate PlaceOf(int zoom, (int Column, int Row) tile, Step step) =>
        new(((4096.0 * tile.Column) + step.X) * Metres(zoom) - Edge, Edge - (((4096.0 * tile.Row) + step.Y) * Metres(zoom)));

    private static Polygon PolygonOf(JsonElement rings)
    {
        LinearRing[] read = [.. rings.EnumerateArray().Select(ring => new LinearRing([.. ring.EnumerateArray().Select(at => new Coordinate(at[0].GetDouble(), at[1].GetDouble()))]))];
        return new(read[0], read[1..]);
    }
}
