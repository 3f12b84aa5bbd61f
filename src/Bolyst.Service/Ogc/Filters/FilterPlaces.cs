using System.Text.Json.Nodes;
using Bolyst.Service.Ogc.Items;
using NetTopologySuite.Densify;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace Bolyst.Service.Ogc.Filters;

/// <summary>Geometries that filters write out, made ready for the database: east before north, valid, within what can be transformed.</summary>
internal sealed class FilterPlaces(Crs crs)
{
    /// <summary>Name of the outline in filters.</summary>
    public const string PropertyName = "geometry";

    private const int MostSteps = 5_000;

    private readonly GeometryFactory factory = new(new PrecisionModel(), crs.Srid);

    /// <summary>A rectangle, as the parameter bbox is written.</summary>
    public Geometry Box(string text) => factory.BuildGeometry(SearchBox.Read(text, crs, onEarth: true));

    /// <summary>Well-known text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Where it stands in the filter.</param>
    public Geometry WellKnownText(string text, int at)
    {
        try
        {
            return Ready(new WKTReader().Read(text));
        }
        catch (Exception fault) when (fault is ParseException or ArgumentException)
        {
            throw CqlFault.Syntax(at, $"'{text}' is not well-known text: {fault.Message.TrimEnd('.')}");
        }
    }

    /// <summary>A GeoJSON geometry.</summary>
    public Geometry GeoJson(JsonObject geometry)
    {
        try
        {
            return Ready(Shape(geometry));
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException)
        {
            throw CqlFault.Meaning($"{geometry.ToJsonString()} is not a GeoJSON geometry: {fault.Message.TrimEnd('.')}.");
        }
    }

    private Geometry Shape(JsonNode? geometry)
    {
        var type = (geometry as JsonObject)?["type"]?.ToString();
        if (type == "GeometryCollection")
            return factory.CreateGeometryCollection([.. List(geometry!["geometries"]).Select(Shape)]);
        var coordinates = List((geometry as JsonObject)?["coordinates"]);
        return type switch
        {
            "Point" => factory.CreatePoint(Position(coordinates)),
            "MultiPoint" => factory.CreateMultiPointFromCoords(Line(coordinates)),
            "LineString" => factory.CreateLineString(Line(coordinates)),
            "MultiLineString" => factory.CreateMultiLineString([.. coordinates.Select(line => factory.CreateLineString(Line(line)))]),
            "Polygon" => Polygon(coordinates),
            "MultiPolygon" => factory.CreateMultiPolygon([.. coordinates.Select(Polygon)]),
            _ => throw new FormatException($"{type} is no type of geometry here"),
        };
    }

    private Polygon Polygon(JsonNode? rings)
    {
        var lines = List(rings).Select(ring => factory.CreateLinearRing(Line(ring))).ToArray();
        return factory.CreatePolygon(lines.FirstOrDefault(), [.. lines.Skip(1)]);
    }

    private static Coordinate[] Line(JsonNode? positions) => [.. List(positions).Select(Position)];

    private static Coordinate Position(JsonNode? position) => List(position) is [JsonValue x, JsonValue y, ..] && x.TryGetValue<double>(out var east) && y.TryGetValue<double>(out var north)
        ? new(east, north)
        : throw new FormatException("a position has two numbers");

    private static JsonArray List(JsonNode? node) => node as JsonArray ?? throw new FormatException("coordinates are lists");

    private Geometry Ready(Geometry geometry)
    {
        if (crs.NorthFirst)
            geometry.Apply(new Swap());
        if (geometry.IsEmpty || !crs.Domain.Contains(geometry.EnvelopeInternal))
            throw CqlFault.Meaning($"the geometry is empty or lies outside what {crs.Uri} is served for. Check the order of its axes and filter-crs.");
        if (!geometry.IsValid)
            throw CqlFault.Meaning("the geometry is invalid: its rings cross themselves or each other.");
        var ready = Followed(crs.Reach.Contains(geometry.EnvelopeInternal) ? geometry : Cut(geometry));
        ready.SRID = crs.Srid;
        return ready;
    }

    /// <summary>
    /// Without what cannot be computed with, where no feature is. One part ends at that edge, so that no feature contains or equals it; of several
    /// that might be gone for which no feature does, and a corner stands for them.
    /// </summary>
    private Geometry Cut(Geometry geometry)
    {
        var reach = factory.ToGeometry(crs.Reach);
        Geometry[] parts = [.. Parts(geometry).Select(part => part.Intersection(reach))];
        return parts is [var single] ? single : factory.CreateGeometryCollection([.. parts.Where(part => !part.IsEmpty), factory.CreatePoint(new Coordinate(crs.Reach.MinX, crs.Reach.MinY))]);
    }

    private static IEnumerable<Geometry> Parts(Geometry geometry) => geometry is GeometryCollection many ? many.Geometries.SelectMany(Parts) : [geometry];

    /// <summary>Its lines followed in steps as those of a search box are: the same corners must find the same features.</summary>
    private Geometry Followed(Geometry geometry) =>
        crs == Crs.Stored || geometry.Dimension == Dimension.Point ? geometry : Densifier.Densify(geometry, Math.Max(crs.Step, geometry.Length / MostSteps));

    private sealed class Swap : ICoordinateFilter
    {
        public void Filter(Coordinate coord) => (coord.X, coord.Y) = (coord.Y, coord.X);
    }
}
