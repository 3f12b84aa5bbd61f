using System.Text.Json.Nodes;
using Bolyst.Service.Faults;
using Bolyst.Service.Layers;
using Bolyst.Service.Ogc.Documents;
using Bolyst.Service.Ogc.Items;
using Bolyst.Service.Ogc.Tilesets;
using Bolyst.Service.Reading;
using Bolyst.Service.Requests;
using Microsoft.Net.Http.Headers;

namespace Bolyst.Service.Ogc;

/// <summary>
/// <c>/ogc</c>: OGC API Features (17-069r4) and Tiles (20-057). A collection for each zone set, with indicators and indexes, and one for the boundaries of
/// områdesatsingar.
/// </summary>
internal static class OgcEndpoints
{
    private static readonly string[] NoParameters = ["f"];
    private static readonly string[] Version = ["f", "as_of"];

    /// <summary>Compression of the answers; before the endpoints are mapped.</summary>
    public static void UseOgc(this IApplicationBuilder app) =>
        app.UseWhen(http => http.Request.Path.StartsWithSegments("/ogc", StringComparison.Ordinal), ogc => ogc.UseResponseCompression());

    /// <summary>Maps the endpoints.</summary>
    public static void MapOgc(this IEndpointRouteBuilder routes)
    {
        var ogc = routes.MapGroup("/ogc").WithFaults().AddEndpointFilter(async (context, next) =>
        {
            context.HttpContext.Response.Headers[HeaderNames.AccessControlAllowOrigin] = "*";
            context.HttpContext.Response.Headers[HeaderNames.AccessControlExposeHeaders] = "Content-Crs, ETag, Link, OGC-NumberMatched, OGC-NumberReturned";
            return await next(context);
        });
        ogc.MapGet("/", (HttpContext http, Datasets datasets, CancellationToken cancellation) => AnswerAsync(
            http, datasets, "Bolyst", MediaTypes.Json, NoParameters, (address, dataset) => Task.FromResult<JsonNode>(ServiceDocuments.Landing(address, dataset.Version)), cancellation));
        ogc.MapGet("/conformance", (HttpContext http, Datasets datasets, CancellationToken cancellation) => AnswerAsync(
            http, datasets, "Conformance", MediaTypes.Json, NoParameters, (address, _) => Task.FromResult<JsonNode>(ServiceDocuments.Conforms(address)), cancellation));
        ogc.MapGet("/api", (HttpContext http, Datasets datasets, ServiceLimits limits, CancellationToken cancellation) => AnswerAsync(
            http, datasets, "API", MediaTypes.OpenApi, NoParameters, (address, _) => Task.FromResult(ApiDocument.Describe(address, limits)), cancellation));
        ogc.MapGet("/collections", (HttpContext http, Datasets datasets, LayerCatalogue layers, CancellationToken cancellation) => AnswerAsync(
            http, datasets, "Collections", MediaTypes.Json, Version, async (address, dataset) => CollectionDocuments.List(address, await layers.ListAsync(dataset, cancellation)), cancellation));
        ogc.MapGet("/collections/{id}", (string id, HttpContext http, Datasets datasets, LayerCatalogue layers, CancellationToken cancellation) => AnswerAsync(
            http, datasets, id, MediaTypes.Json, Version, async (address, dataset) => CollectionDocuments.Describe(address, await layers.FindAsync(dataset, id, cancellation)), cancellation));
        foreach (var schema in (string[])["schema", "queryables"])
        {
            ogc.MapGet("/collections/{id}/" + schema, (string id, HttpContext http, Datasets datasets, LayerCatalogue layers, CancellationToken cancellation) => AnswerAsync(
                http, datasets, $"{id}: {schema}", MediaTypes.Schema, ItemsRequest.LayerParameters,
                async (address, dataset) => SchemaDocument.Describe(address, await layers.OpenAsync(dataset, id, LayerQuery.Read(http.Request.Query), cancellation)), cancellation));
        }

        ogc.MapItems();
        ogc.MapTilesets();
    }

    /// <summary>Answers with a document as JSON or HTML, or that it has not changed.</summary>
    public static async Task<IResult> AnswerAsync(
        HttpContext http, Datasets datasets, string title, string mediaType, IReadOnlyList<string> parameters, Func<Address, Dataset, Task<JsonNode>> describe, CancellationToken cancellation)
    {
        ItemsRequest.Check(http.Request.Query, parameters);
        var html = Negotiation.WantsHtml(http.Request);
        var dataset = await datasets.OpenAsync(LayerQuery.Read(http.Request.Query).AsOf, cancellation);
        var document = await describe(new(http.Request), dataset);
        if (Freshness.IsKnown(http, dataset.Version, html))
            return Results.StatusCode(StatusCodes.Status304NotModified);
        return html ? HtmlAnswer.Of(http, title, document) : Results.Json(document, contentType: mediaType);
    }
}
