using Bolyst.Service.Faults;
using Bolyst.Service.Hosting;
using Bolyst.Service.Layers;
using Bolyst.Service.Metadata.Rdf;
using Bolyst.Service.Ogc.Documents;
using Bolyst.Service.Ogc.Items;
using Bolyst.Service.Reading;
using Microsoft.Net.Http.Headers;

namespace Bolyst.Service.Metadata;

/// <summary><c>/dcat</c>: the catalogue; <c>/dcat/{dataset}</c>: one data set. Turtle, or JSON-LD by the header Accept or <c>f=jsonld</c>.</summary>
internal static class MetadataEndpoints
{
    private const string TurtleForm = "ttl";
    private const string JsonForm = "jsonld";

    public static void MapMetadata(this IEndpointRouteBuilder routes)
    {
        var dcat = routes.MapGroup("/dcat").WithFaults().AddEndpointFilter(async (context, next) =>
        {
            context.HttpContext.Response.Headers[HeaderNames.AccessControlAllowOrigin] = "*";
            return await next(context);
        });
        dcat.MapGet("/", (HttpContext http, Datasets datasets, LayerCatalogue layers, ServerOptions options, CancellationToken cancellation) => AnswerAsync(
            http, datasets, options, async (dataset, records) =>
            {
                var sets = new List<DataSet>();
                foreach (var head in await layers.ListAsync(dataset, cancellation))
                {
                    sets.Add(await DataSet.ReadAsync(dataset, head, cancellation));
                }

                return records.Catalogue(sets);
            },
            cancellation));
        dcat.MapGet("/{id}", (string id, HttpContext http, Datasets datasets, LayerCatalogue layers, ServerOptions options, CancellationToken cancellation) => AnswerAsync(
            http, datasets, options,
            async (dataset, records) => records.DataSet(await DataSet.ReadAsync(dataset, await layers.FindAsync(dataset, id, cancellation), cancellation)),
            cancellation));
    }

    /// <summary>Address of the service as the client reaches it.</summary>
    public static string RootOf(HttpRequest request) => $"{request.Scheme}://{request.Host}{request.PathBase}";

    private static async Task<IResult> AnswerAsync(
        HttpContext http, Datasets datasets, ServerOptions options, Func<Dataset, Records, Task<RdfNode>> describe, CancellationToken cancellation)
    {
        ItemsRequest.Check(http.Request.Query, ["f", "as_of"]);
        var form = FormOf(http.Request);
        var dataset = await datasets.OpenAsync(LayerQuery.Read(http.Request.Query).AsOf, cancellation);
        var record = await describe(dataset, new(RootOf(http.Request), options.Publisher));
        if (Freshness.IsKnown(http, dataset.Version, form))
            return Results.StatusCode(StatusCodes.Status304NotModified);
        return form == JsonForm
            ? Results.Json(JsonLd.Write([record]), contentType: JsonLd.MediaType)
            : Results.Text(Turtle.Write([record]), Turtle.MediaType + "; charset=utf-8");
    }

    private static string FormOf(HttpRequest request)
    {
        var form = request.Query["f"].ToString();
        if (form is TurtleForm or JsonForm)
            return form;
        if (form.Length > 0)
            throw Fault.InvalidArgument(V1.ErrorReason.FieldOutOfRange, "f", $"is '{form}'. Send {TurtleForm} or {JsonForm}.");
        var (json, turtle) = (0.0, 0.0);
        foreach (var accepted in request.GetTypedHeaders().Accept)
        {
            var quality = accepted.Quality ?? 1;
            if (accepted.SubType.EndsWith("json", StringComparison.OrdinalIgnoreCase))
                json = Math.Max(json, quality);
            else if (accepted.MediaType.Equals(Turtle.MediaType, StringComparison.OrdinalIgnoreCase))
                turtle = Math.Max(turtle, quality);
        }

        return json > turtle ? JsonForm : TurtleForm;
    }
}
