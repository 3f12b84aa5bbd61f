using System.Text.Json;
using System.Text.Json.Nodes;
using Bolyst.Service.Layers;

namespace Bolyst.Service.Ogc.Items;

/// <summary>Features for readers: their values, without outlines.</summary>
internal static class FeatureHtml
{
    public static JsonNode Describe(Layer layer, IReadOnlyList<int> page, JsonArray links)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            var writer = new FeatureWriter(layer, json);
            json.WriteStartArray();
            foreach (var ordinal in page)
            {
                writer.Begin(ordinal, outline: null);
                writer.End();
            }

            json.WriteEndArray();
        }

        bytes.Position = 0;
        var features = JsonNode.Parse(bytes)!.AsArray().Select(feature => new JsonObject
        {
            ["id"] = feature!["id"]!.DeepClone(),
            ["properties"] = feature["properties"]!.DeepClone(),
        });
        return new JsonObject { ["links"] = links, ["features"] = new JsonArray([.. features]) };
    }
}
