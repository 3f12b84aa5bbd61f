using System.Text.Json.Nodes;
using Bolyst.Service.Requests;

namespace Bolyst.Service.Ogc.Documents;

/// <summary>
/// The OpenAPI document, <c>openapi.json</c> beside this file with this server's address and limits. QGIS reads the size of a page from
/// <c>components.parameters.limit</c>, and from nowhere else.
/// </summary>
internal static class ApiDocument
{
    public static JsonNode Describe(Address address, ServiceLimits limits)
    {
        using var stream = typeof(ApiDocument).Assembly.GetManifestResourceStream("openapi.json")!;
        var document = JsonNode.Parse(stream)!;
        document["servers"]![0]!["url"] = address.Root;
        var limit = document["components"]!["parameters"]!["limit"]!["schema"]!;
        limit["maximum"] = limits.MaxFeatures;
        limit["default"] = limits.DefaultFeatures;
        return document;
    }
}
