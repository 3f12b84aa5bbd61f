using System.Text.Json.Nodes;
using Bolyst.Service.Hosting;
using Bolyst.Service.Layers;
using Bolyst.Service.Ogc.Documents;
using Bolyst.Service.Ogc.Items;
using Bolyst.Service.Ogc.Tilesets;
using Bolyst.Service.Reading;
using Bolyst.Service.Requests;

namespace Bolyst.Service.Ogc;

/// <summary>
/// <c>/ogc</c>: OGC API Features (17-069r4) and Tiles (20-057). A collection for each zone set, with indicators and indexes, and one for the boundaries of
/// områdesatsingar.
/// </summary>
internal static class OgcEndpoints
{
    private static readonly string[] NoParameters = ["f", OgcWords.Parameter];
    private static readonly string[] Version = ["f", "as_of", OgcWords.Parameter];

    /// <summary>Maps the endpoints.</summary>
    public static void MapOgc(this IEndpointRouteBuilder routes)
    {
        var ogc = routes.MapDoor("/ogc", exposed: "Content-Crs, ETag, Link, OGC-NumberMatched, OGC-NumberReturned");
        ogc.MapRead("/", (HttpContext http, Datasets datasets, CancellationToken cancellation) => AnswerAsync(
            http, datasets, _ => "Bolyst", MediaTypes.Json, NoParameters, (address, dataset) => Task.FromResult<JsonNode>(ServiceDocuments.Landing(address, dataset.Version)), cancellation));
        ogc.MapRead("/conformance", (HttpContext http, Datasets datasets, CancellationToken cancellation) => AnswerAsync(
            http, datasets, words => words.Conformance, MediaTypes.Json, NoParameters, (address, _) => Task.FromResult<JsonNode>(ServiceDocuments.Conforms(address)), cancellation));
        ogc.MapRead("/api", (HttpContext http, Datasets datasets, ServiceLimits limits, CancellationToken cancellation) => AnswerAsync(
            http, datasets, words => words.Api, MediaTypes.OpenApi, NoParameters,
            (address, _) => Task.FromResult(ApiDocument.Describe(address, limits)), cancellation, only: OgcWords.En));
        ogc.MapRead("/collections", (HttpContext http, Datasets datasets, LayerCatalogue layers, CancellationToken cancellation) => AnswerAsync(
            http, datasets, words => words.Collections, MediaTypes.Json, Version, async (address, dataset) => CollectionDocuments.List(address, await layers.ListAsync(dataset, cancellation)), cancellation));
        ogc.MapRead("/collections/{id}", (string id, HttpContext http, Datasets datasets, LayerCatalogue layers, CancellationToken cancellation) => AnswerAsync(
            http, datasets, _ => id, MediaTypes.Json, Version, async (address, dataset) => CollectionDocuments.Describe(address, await layers.FindAsync(dataset, id, cancellation)), cancellation));
        foreach (var (schema, titled) in ((string, Func<OgcWords, string>)[])[("schema", words => words.Schema), ("queryables", words => words.Queryables)])
        {
            ogc.MapRead("/collections/{id}/" + schema, (string id, HttpContext http, Datasets datasets, LayerCatalogue layers, CancellationToken cancellation) => AnswerAsync(
                http, datasets, words => $"{id}: {titled(words)}", MediaTypes.Schema, ItemsRequest.LayerParameters,
                async (address, dataset) => SchemaDocument.Describe(address, await layers.OpenAsync(dataset, id, LayerQuery.Read(http.Request.Query), cancellation)), cancellation));
        }

        ogc.MapItems();
        ogc.MapTilesets();
    }

    /// <summary>Answers with a document as JSON or HTML, or that it has not changed.</summary>
    /// <param name="only">The language of a document that is in one alone; null for the one that was asked for.</param>
    public static async Task<IResult> AnswerAsync(
        HttpContext http, Datasets datasets, Func<OgcWords, string> title, string mediaType, IReadOnlyList<string> parameters, Func<Address, Dataset, Task<JsonNode>> describe, CancellationToken cancellation,
        OgcWords? only = null)
    {
        ItemsRequest.Check(http.Request.Query, parameters);
        var html = Negotiation.WantsHtml(http.Request);
        var dataset = await datasets.OpenAsync(LayerQuery.Read(http.Request.Query).AsOf, cancellation);
        var address = new Address(http.Request);
        var words = only ?? address.Words;
        words.Announce(http.Response);
        var document = await describe(address, dataset);
        if (Freshness.IsKnown(http, dataset, Freshness.Form(html, words)))
            return Results.StatusCode(StatusCodes.Status304NotModified);
        return html ? HtmlAnswer.Of(http, title(words), document, words) : Results.Json(document, contentType: mediaType);
    }
}
