using System.Text.Json.Nodes;
using Bolyst.Service.Layers;

namespace Bolyst.Service.Tiles;

/// <summary>TileJSON 3.0 (https://github.com/mapbox/tilejson-spec): where tiles are and what their layers hold.</summary>
internal static class TileJson
{
    /// <summary>Describes the tiles of some layers.</summary>
    /// <param name="request">The request, whose host and query the tiles' address takes over.</param>
    /// <param name="layers">The layers.</param>
    /// <param name="extent">West, south, east and north in degrees; null when nothing has an outline.</param>
    public static JsonObject Describe(HttpRequest request, IReadOnlyList<Layer> layers, double[]? extent)
    {
        var keys = string.Join(',', layers.Select(layer => layer.Head.Id));
        var description = new JsonObject
        {
            ["tilejson"] = "3.0.0",
            ["name"] = string.Join(", ", layers.Select(layer => layer.Head.Title.Nb)),
            ["version"] = FormattableString.Invariant($"{layers[0].Version}.0.0"),
            ["scheme"] = "xyz",
            ["tiles"] = new JsonArray($"{request.Scheme}://{request.Host}{request.PathBase}/tiles/{keys}/{{z}}/{{x}}/{{y}}.mvt{request.QueryString}"),
            ["minzoom"] = 0,
            ["maxzoom"] = Store.Tiles.MaxZoom,
            ["attribution"] = string.Join("; ", layers.Select(layer => $"{layer.Head.Set?.Source ?? layer.Head.Title.Nb} ({layer.Head.Set?.Licence})").Distinct(StringComparer.Ordinal)),
            ["vector_layers"] = new JsonArray([.. layers.Select(Describe)]),
        };
        if (extent is not null)
            description["bounds"] = new JsonArray([.. extent.Select(degrees => JsonValue.Create(degrees))]);
        return description;
    }

    private static JsonObject Describe(Layer layer)
    {
        var fields = new JsonObject { ["code"] = "String", ["name"] = "String" };
        foreach (var field in layer.Measured)
        {
            fields[field.Name] = field is NumberField ? $"Number, {field.Unit}: {field.Title.Nb}" : "String";
        }

        return new() { ["id"] = layer.Head.Id, ["description"] = layer.Head.Title.Nb, ["minzoom"] = 0, ["maxzoom"] = Store.Tiles.MaxZoom, ["fields"] = fields };
    }
}
