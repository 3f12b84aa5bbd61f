using System.Globalization;
using System.Text.Json.Nodes;
using Bolyst.Service.Layers;
using Bolyst.Service.Metadata.Rdf;
using Bolyst.Service.Ogc.Items;
using Bolyst.Service.Ogc.Tilesets;

namespace Bolyst.Service.Ogc.Documents;

/// <summary>The documents about collections.</summary>
internal static class CollectionDocuments
{
    /// <summary>All collections.</summary>
    public static JsonObject List(Address address, IEnumerable<LayerHead> heads) => new()
    {
        ["links"] = address.SelfLinks(MediaTypes.Json),
        ["crs"] = Systems(),
        ["collections"] = new JsonArray([.. heads.Select(head => Describe(address, head, [address.LinkHere(address.Collection(head.Id), "self", MediaTypes.Json, address.Words.Collection)]))]),
    };

    /// <summary>One collection.</summary>
    public static JsonObject Describe(Address address, LayerHead head) => Describe(address, head, address.SelfLinks(MediaTypes.Json));

    private static JsonObject Describe(Address address, LayerHead head, JsonArray links)
    {
        var (here, words) = (address.Collection(head.Id), address.Words);
        links.Add(address.LinkHere(here + "/items", "items", MediaTypes.GeoJson, words.Features));
        links.Add(address.LinkHere(here + "/items?f=html", "items", MediaTypes.Html, words.FeaturesAsHtml));
        links.Add(address.LinkHere(here + "/schema", "describedBy", MediaTypes.Schema, words.Schema));
        links.Add(address.LinkHere(here + "/schema", "http://www.opengis.net/def/rel/ogc/1.0/schema", MediaTypes.Schema, words.Schema));
        links.Add(address.LinkHere(here + "/queryables", "http://www.opengis.net/def/rel/ogc/1.0/queryables", MediaTypes.Schema, words.Queryables));
        links.Add(Address.Link($"{address.Service}/dcat/{head.Id}", "describedby", Turtle.MediaType, words.Record));
        if (head.IsTiled)
            links.Add(TilesetDocuments.CollectionLink(address, head));
        var extent = new JsonObject
        {
            ["temporal"] = new JsonObject { ["interval"] = new JsonArray(new JsonArray(Day(head.Valid.From), Day(head.Valid.To))) },
        };
        if (head.Extent.Degrees is { } degrees)
            extent["spatial"] = new JsonObject { ["bbox"] = new JsonArray(new JsonArray([.. degrees.Select(degree => (JsonNode?)degree)])), ["crs"] = Crs.Crs84.Uri };
        return new()
        {
            ["id"] = head.Id,
            ["title"] = words.Of(head.Title),
            ["description"] = words.Of(head.Description),
            ["itemType"] = "feature",
            ["extent"] = extent,
            ["crs"] = Systems(),
            ["storageCrs"] = Crs.Stored.Uri,
            ["links"] = links,
        };
    }

    private static JsonArray Systems() => [.. Crs.All.Select(crs => (JsonNode?)crs.Uri)];

    private static JsonNode? Day(DateOnly? day) => day is { } known ? JsonValue.Create(known.ToString("yyyy-MM-dd'T00:00:00Z'", CultureInfo.InvariantCulture)) : null;
}
