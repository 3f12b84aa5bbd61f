using System.Text.Json;
using System.Text.Json.Nodes;
using Bolyst.Service.Layers;
using Bolyst.Service.Ogc.Items;
using NetTopologySuite.Geometries;

namespace Bolyst.Service.Ogc.Filters;

/// <summary>Reads CQL2 JSON: an operator and its arguments.</summary>
internal sealed class CqlJson(Crs crs)
{
    private static readonly JsonDocumentOptions Limits = new() { MaxDepth = 100, AllowDuplicateProperties = false };

    private readonly FilterPlaces places = new(crs);

    /// <summary>Reads a filter.</summary>
    /// <exception cref="Rpc.RpcException">It cannot be read; the fault names the byte, or the part that has no meaning.</exception>
    public static Cql Read(string text, Crs crs)
    {
        try
        {
            return new CqlJson(crs).Filter(JsonNode.Parse(text, documentOptions: Limits));
        }
        catch (JsonException fault)
        {
            throw CqlFault.Syntax((int)(fault.BytePositionInLine ?? 0), "expected JSON");
        }
        catch (InvalidOperationException)
        {
            throw CqlFault.Meaning("has half a character, which is no text (\\ud800 alone).");
        }
    }

    private Cql Filter(JsonNode? node)
    {
        if (node is JsonValue value && value.TryGetValue<bool>(out var truth))
            return new Constant(truth);
        if (node is not JsonObject { } filter || filter["op"]?.ToString() is not { } op || filter["args"] is not JsonArray args)
            throw Unexpected(node, "expected {\"op\": …, \"args\": […]}");
        if (CqlNames.Comparisons.Contains(op, StringComparer.Ordinal))
            return new Comparison(op, Scalar(Argument(0, of: 2)), Scalar(args[1]));
        if (CqlNames.TrySpatial(op, out var spatial))
            return Place(args, spatial);
        if (CqlNames.TryTemporal(op, out var temporal))
            return temporal(Span(Argument(0, of: 2)), Span(args[1]));
        return op switch
        {
            "and" => new AllOf([.. args.Select(Filter)]),
            "or" => new AnyOf([.. args.Select(Filter)]),
            "not" => new Not(Filter(Argument(0, of: 1))),
            "isNull" => new IsMissing(Scalar(Argument(0, of: 1))),
            "like" => new Like(Scalar(Argument(0, of: 2)), Text(args[1])),
            "between" => new AllOf([new Comparison(">=", Scalar(Argument(0, of: 3)), Scalar(args[1])), new Comparison("<=", Scalar(args[0]), Scalar(args[2]))]),
            "in" => new OneOf(Scalar(Argument(0, of: 2)), args[1] is JsonArray list ? [.. list.Select(Scalar)] : throw Unexpected(filter, "expected a list as second argument")),
            _ => throw Unexpected(filter, $"there is no operator '{op}'"),
        };

        JsonNode? Argument(int at, int of) => args.Count == of ? args[at] : throw Unexpected(filter, FormattableString.Invariant($"'{op}' takes {of} of args, not {args.Count}"));
    }

    private static Scalar Scalar(JsonNode? node) => node switch
    {
        JsonObject property when property["property"] is JsonValue name => new Property(name.ToString()),
        JsonObject day when (day["date"] ?? day["timestamp"]) is JsonValue text => Day(text),
        JsonValue number when number.TryGetValue<double>(out var value) && double.IsFinite(value) => new Literal(value),
        JsonValue text when text.TryGetValue<string>(out var value) => new Literal(value),
        JsonValue truth when truth.TryGetValue<bool>(out var value) => new Literal(value),
        _ => throw Unexpected(node, "expected a property or a value"),
    };

    /// <summary>The outline and a geometry, either first.</summary>
    private Cql Place(JsonArray args, Func<Geometry, bool, Cql> make) => args switch
    {
        [JsonObject outline, JsonObject geometry] when IsOutline(outline) => make(Geometry(geometry), false),
        [JsonObject geometry, JsonObject outline] when IsOutline(outline) => make(Geometry(geometry), true),
        _ => throw Unexpected(args, $"expected the property {FilterPlaces.PropertyName} and a geometry"),
    };

    private Geometry Geometry(JsonObject geometry) =>
        geometry["bbox"] is JsonArray box ? places.Box(string.Join(',', box.Select(number => number?.ToJsonString()))) : places.GeoJson(geometry);

    private static bool IsOutline(JsonObject node) => node["property"]?.ToString() == FilterPlaces.PropertyName;

    private static Span Span(JsonNode? node)
    {
        if (node is JsonObject interval && interval["interval"] is JsonArray ends)
            return ends is [var from, var to] ? new(End(from), End(to)) : throw Unexpected(node, "an interval has two ends");
        var moment = Scalar(node);
        return new(moment, moment);
    }

    private static Scalar? End(JsonNode? node) =>
        node is JsonValue text ? text.ToString() is "" or ".." ? null : Day(text) : Scalar(node);

    private static Literal Day(JsonNode text) =>
        DayInterval.TryDay(text.ToString(), out var day) ? new(day) : throw Unexpected(text, "expected a day or time, for example \"2024-01-01\"");

    private static string Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : throw Unexpected(node, "expected a pattern");

    private static Rpc.RpcException Unexpected(JsonNode? node, string what) => CqlFault.Meaning($"{what}, found {node?.ToJsonString() ?? "null"}.");
}
