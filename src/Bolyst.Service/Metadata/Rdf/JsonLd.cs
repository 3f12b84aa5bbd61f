using System.Text.Json.Nodes;

namespace Bolyst.Service.Metadata.Rdf;

/// <summary>Writes JSON-LD 1.1 (https://www.w3.org/TR/json-ld11/): prefixes in the context, resources inside each other.</summary>
internal static class JsonLd
{
    public const string MediaType = "application/ld+json";

    public static JsonObject Write(IEnumerable<RdfNode> nodes) => new()
    {
        ["@context"] = new JsonObject(Vocabulary.Prefixes.Select(prefix => KeyValuePair.Create(prefix.Key, (JsonNode?)prefix.Value))),
        ["@graph"] = new JsonArray([.. nodes.Select(node => (JsonNode)Write(node))]),
    };

    private static JsonObject Write(RdfNode node)
    {
        var json = new JsonObject();
        if (node.Address is { } address)
            json["@id"] = address;
        json["@type"] = node.Type;
        foreach (var property in node.Properties.GroupBy(property => property.Property, StringComparer.Ordinal))
        {
            json[property.Key] = new JsonArray([.. property.Select(entry => (JsonNode)(entry.Value switch
            {
                Iri iri => new JsonObject { ["@id"] = iri.Address },
                Literal { Language: { } language } literal => new JsonObject { ["@value"] = literal.Text, ["@language"] = language },
                Literal { Type: { } type } literal => new JsonObject { ["@value"] = literal.Text, ["@type"] = type },
                Literal literal => new JsonObject { ["@value"] = literal.Text },
                RdfNode part => Write(part),
                _ => throw new InvalidOperationException($"{entry.Value.GetType().Name} is no value."),
            }))]);
        }

        return json;
    }
}
