using System.Text.Json.Nodes;
using Bolyst.Service.Downloads.Formats;
using Bolyst.Service.Layers;
using Bolyst.Service.Ogc.Documents;

namespace Bolyst.Service.Downloads;

/// <summary>What can be downloaded, as a document.</summary>
internal static class DownloadList
{
    public static JsonObject Describe(HttpRequest request, long version, IReadOnlyList<LayerHead> layers)
    {
        var root = $"{request.Scheme}://{request.Host}{request.PathBase}/download";
        return new()
        {
            ["datasetVersion"] = version,
            ["parameters"] = new JsonObject
            {
                ["indicators"] = "Keys separated by commas, or none. Default all.",
                ["indexes"] = "Keys separated by commas, or none. Default all.",
                ["period"] = "Period of every indicator. Default the newest of each.",
                ["kommune"] = "Code of a kommune whose zones alone are wanted. Default all zones.",
                ["composite"] = "A composite index as bolyst.v1.CompositeQuery in JSON, without zone set, periods and dataset version. Default none.",
                ["as_of"] = "Dataset version. Default the newest.",
                ["crs"] = "Coordinate system, by its name as /ogc gives it. Default EPSG:25833; GeoJSON has CRS84 alone.",
                ["lang"] = "Language of titles and README: nb, nn or en. Default nb.",
            },
            ["layers"] = new JsonArray([.. layers.Select(layer => Describe(root, layer))]),
        };
    }

    private static JsonObject Describe(string root, LayerHead layer) => new()
    {
        ["id"] = layer.Id,
        ["title"] = layer.Title.Nb,
        ["description"] = layer.Description.En,
        ["links"] = new JsonArray([.. DownloadFormat.All.SelectMany(format => (JsonNode[])
        [
            Address.Link($"{root}/{Uri.EscapeDataString(layer.Id)}.{format.Extension}", "enclosure", format.MediaType, format.Title),
            Address.Link($"{root}/{Uri.EscapeDataString(layer.Id)}.{format.Extension}.zip", "enclosure", "application/zip", $"{format.Title} with README and sources"),
        ])]),
    };
}
