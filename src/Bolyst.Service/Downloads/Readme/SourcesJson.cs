using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace Bolyst.Service.Downloads.Readme;

/// <summary>Writes sources.json: every delivery that a download was made from, for programs.</summary>
internal static class SourcesJson
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string Write(Download download) => new JsonObject
    {
        ["layer"] = download.Layer.Head.Id,
        ["datasetVersion"] = download.Layer.Version,
        ["address"] = download.Address,
        ["sources"] = new JsonArray([.. download.Sources.Select(source =>
        {
            var delivery = source.Delivery.Summary;
            return (JsonNode)new JsonObject
            {
                ["datasetVersion"] = delivery.Version,
                ["key"] = delivery.Key,
                ["title"] = new JsonObject { ["nb"] = delivery.Title.Nb, ["nn"] = delivery.Title.Nn, ["en"] = delivery.Title.En },
                ["supplier"] = delivery.Supplier,
                ["licence"] = delivery.Licence,
                ["url"] = source.Url?.ToString(),
                ["contact"] = source.Delivery.Contact,
                ["receivedOn"] = delivery.ReceivedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                ["committedAt"] = delivery.CommittedAt.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
                ["sha256"] = delivery.Sha256,
                ["outlines"] = source.Outlines,
                ["columns"] = new JsonArray([.. source.Measures.Select(name => (JsonNode)name)]),
                ["files"] = new JsonArray([.. source.Delivery.Files.Select(file => (JsonNode)new JsonObject { ["name"] = file.Name, ["bytes"] = file.Bytes, ["sha256"] = file.Sha256 })]),
            };
        })]),
    }.ToJsonString(Readable);
}
