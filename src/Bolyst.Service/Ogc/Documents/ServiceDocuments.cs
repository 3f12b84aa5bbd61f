using System.Globalization;
using System.Text.Json.Nodes;
using Bolyst.Service.Metadata.Rdf;
using Bolyst.Service.Ogc.Tilesets;

namespace Bolyst.Service.Ogc.Documents;

/// <summary>The documents about the service: landing page and conformance.</summary>
internal static class ServiceDocuments
{
    /// <summary>The landing page. QGIS needs <c>service-desc</c>, and <c>data</c> without a slash or an ending.</summary>
    public static JsonObject Landing(Address address, long version)
    {
        var links = address.SelfLinks(MediaTypes.Json);
        links.Add(Address.Link(address.Root + "/api", "service-desc", MediaTypes.OpenApi, "The API (OpenAPI 3.0)"));
        links.Add(Address.Link(address.Root + "/api?f=html", "service-doc", MediaTypes.Html, "The API for readers"));
        links.Add(Address.Link(address.Root + "/conformance", "conformance", MediaTypes.Json, "Conformance classes"));
        links.Add(Address.Link(address.Root + "/collections", "data", MediaTypes.Json, "Collections"));
        links.Add(Address.Link(address.Service + "/dcat", "describedby", Turtle.MediaType, "Record of the data (DCAT-AP-NO)"));
        links.Add(Address.Link(address.Service + "/download", "enclosure", MediaTypes.Json, "Downloads"));
        links.Add(Address.Link(address.Root + "/tileMatrixSets", TilesetDocuments.TilingSchemes, MediaTypes.Json, "Tile matrix sets"));
        return new()
        {
            ["title"] = "Bolyst",
            ["description"] = string.Create(
                CultureInfo.InvariantCulture,
                $"Zones with levekår indicators and indexes, dataset version {version}. A number that is missing has a reason beside it, in the field that ends with _status."),
            ["links"] = links,
        };
    }

    /// <summary>What the service conforms to.</summary>
    public static JsonObject Conforms(Address address) => new()
    {
        ["links"] = address.SelfLinks(MediaTypes.Json),
        ["conformsTo"] = new JsonArray([.. Conformance.Classes.Select(name => (JsonNode?)name)]),
    };
}
