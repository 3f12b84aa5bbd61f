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
        var (links, words) = (address.SelfLinks(MediaTypes.Json), address.Words);
        links.Add(address.LinkHere(address.Root + "/api", "service-desc", MediaTypes.OpenApi, words.Api));
        links.Add(address.LinkHere(address.Root + "/api?f=html", "service-doc", MediaTypes.Html, words.ApiForReaders));
        links.Add(address.LinkHere(address.Root + "/conformance", "conformance", MediaTypes.Json, words.Conformance));
        links.Add(address.LinkHere(address.Root + "/collections", "data", MediaTypes.Json, words.Collections));
        links.Add(Address.Link(address.Service + "/dcat", "describedby", Turtle.MediaType, words.Record));
        links.Add(Address.Link(address.Service + "/download", "enclosure", MediaTypes.Json, words.Downloads));
        links.Add(address.LinkHere(address.Root + "/tileMatrixSets", TilesetDocuments.TilingSchemes, MediaTypes.Json, words.MatrixSets));
        return new()
        {
            ["title"] = "Bolyst",
            ["description"] = words.AboutVersion(version),
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
