using System.Text.Json.Nodes;
using Bolyst.Service.Layers;

namespace Bolyst.Service.Tiles;

/// <summary>TileJSON 3.0 (https://github.com/mapbox/tilejson-spec): where tiles are and what their layers hold.</summary>
internal static class TileJson
{
    /// <summary>Describes the tiles of some layers.</summary>
    /// <param name="request">The request, whose host and query the tiles' address takes over.</param>
    /// <param name="layers">The layers.</param>
    /// <param name="bare">True when their features have no attributes.</param>
    /// <param name="extent">West, south, east and north in degrees; null when nothing has an outline.</param>
    public static JsonObject Describe(HttpRequest request, IReadOnlyList<Layer> layers, bool bare, double[]? extent)
    {
        var keys = string.Join(',', layers.Select(layer => layer.Head.Id));
        var description = About(layers, Store.Tiles.MaxZoom, bare);
        description["tilejson"] = "3.0.0";
        description["scheme"] = "xyz";
        description["tiles"] = new JsonArray($"{request.Scheme}://{request.Host}{request.PathBase}/tiles/{keys}/{{z}}/{{x}}/{{y}}.mvt{AskedOf(request.Query)}");
        description["minzoom"] = 0;
        description["maxzoom"] = Store.Tiles.MaxZoom;
        // Beyond the standard, which asks readers to pass over what they do not know: the record of each data set.
        description["describedby"] = new JsonArray([.. layers.Select(layer => (JsonNode)$"{request.Scheme}://{request.Host}{request.PathBase}/dcat/{layer.Head.Id}")]);
        if (extent is not null)
            description["bounds"] = new JsonArray([.. extent.Select(degrees => JsonValue.Create(degrees))]);
        return description;
    }

    /// <summary>What the tiles of some layers are and hold, wherever they lie.</summary>
    /// <param name="layers">The layers.</param>
    /// <param name="maxZoom">The closest zoom there are tiles of.</param>
    /// <param name="bare">True when their features have no attributes.</param>
    public static JsonObject About(IReadOnlyList<Layer> layers, int maxZoom, bool bare = false) => new()
    {
        ["name"] = string.Join(", ", layers.Select(layer => layer.Head.Title.Nb)),
        ["version"] = FormattableString.Invariant($"{layers[0].Version}.0.0"),
        ["attribution"] = string.Join("; ", layers.Select(layer => layer.Head.Outlines.Attribution).Distinct(StringComparer.Ordinal)),
        ["vector_layers"] = new JsonArray([.. layers.Select(layer => Describe(layer, maxZoom, bare ? [] : FieldsOf(layer)))]),
    };

    /// <summary>What is asked of the description is asked of the tiles, but for its own form.</summary>
    private static QueryString AskedOf(IQueryCollection query) =>
        QueryString.Create(query.Where(pair => pair.Key != "f").Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value)));

    private static JsonObject Describe(Layer layer, int maxZoom, JsonObject fields) =>
        new() { ["id"] = layer.Head.Id, ["description"] = layer.Head.Title.Nb, ["minzoom"] = 0, ["maxzoom"] = maxZoom, ["fields"] = fields };

    private static JsonObject FieldsOf(Layer layer)
    {
        var fields = layer.Head.Set is null ? new JsonObject { ["name"] = "String" } : new() { ["code"] = "String", ["name"] = "String" };
        foreach (var field in layer.Measured)
        {
            // The type and nothing else: by any other text GDAL makes a column of text.
            fields[field.Name] = field is NumberField ? "Number" : "String";
        }

        return fields;
    }
}
