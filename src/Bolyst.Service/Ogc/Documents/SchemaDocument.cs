using System.Text.Json.Nodes;
using Bolyst.Service.Layers;
namespace Bolyst.Service.Ogc.Documents;

/// <summary>
/// The schema of a collection's features (JSON Schema 2020-12), so that a client need not guess that a column of missing numbers holds
/// numbers. Everything that features have can be filtered and sorted by, so this is what the queryables are too.
/// </summary>
internal static class SchemaDocument
{
    public static JsonObject Describe(Address address, Layer layer)
    {
        var properties = new JsonObject
        {
            ["geometry"] = new JsonObject { ["title"] = address.Words.Outline, ["x-ogc-role"] = "primary-geometry", ["format"] = "geometry-multipolygon" },
        };
        foreach (var field in layer.Fields)
        {
            properties[field.Name] = Describe(field, address.Words);
        }

        return new()
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$id"] = address.Bare,
            ["title"] = address.Words.Of(layer.Head.Title),
            ["type"] = "object",
            ["properties"] = properties,
            ["additionalProperties"] = false,
        };
    }

    private static JsonObject Describe(LayerField field, OgcWords words)
    {
        var description = new JsonObject { ["title"] = words.Of(field.Title) };
        switch (field)
        {
            case NumberField:
                description["type"] = "number";
                description["x-ogc-unit"] = field.Unit;
                break;
            case DateField:
                description["type"] = "string";
                description["format"] = "date";
                break;
            default:
                description["type"] = "string";
                break;
        }

        return description;
    }
}
