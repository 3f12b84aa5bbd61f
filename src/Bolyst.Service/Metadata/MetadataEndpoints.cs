using Bolyst.Service.Faults;
using Bolyst.Service.Hosting;
using Bolyst.Service.Layers;
using Bolyst.Service.Metadata.Rdf;
using Bolyst.Service.Ogc.Documents;
using Bolyst.Service.Ogc.Items;
using Bolyst.Service.Reading;
using Microsoft.Net.Http.Headers;

namespace Bolyst.Service.Metadata;

/// <summary><c>/dcat</c>: the catalogue; <c>/dcat/{dataset}</c>: one data set. Turtle, JSON-LD or RDF/XML, by the header Accept or by <c>f</c>.</summary>
internal static class MetadataEndpoints
{
    /// <summary>The forms by what <c>f</c> calls them, the default first.</summary>
    private static readonly IReadOnlyList<Form> Forms =
    [
        new("ttl", Turtle.MediaType, Turtle.Write),
        new("jsonld", JsonLd.MediaType, records => JsonLd.Write(records).ToJsonString()),
        new("rdf", RdfXml.MediaType, RdfXml.Write),
    ];

    public static void MapMetadata(this IEndpointRouteBuilder routes)
    {
        var dcat = routes.MapDoor("/dcat");
        dcat.MapRead("/", (HttpContext http, Datasets datasets, LayerCatalogue layers, ServerOptions options, CancellationToken cancellation) => AnswerAsync(
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
        dcat.MapRead("/{id}", (string id, HttpContext http, Datasets datasets, LayerCatalogue layers, ServerOptions options, CancellationToken cancellation) => AnswerAsync(
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
        if (Freshness.IsKnown(http, dataset, $"{form.Name} {options.Publisher}"))
            return Results.StatusCode(StatusCodes.Status304NotModified);
        return Results.Text(form.Write([record]), form.MediaType + "; charset=utf-8");
    }

    private static Form FormOf(HttpRequest request)
    {
        var asked = request.Query["f"].ToString();
        if (asked.Length > 0)
        {
            return Forms.FirstOrDefault(form => string.Equals(form.Name, asked, StringComparison.Ordinal))
                ?? throw Fault.InvalidArgument(V1.ErrorReason.FieldOutOfRange, "f", $"is '{asked}'. Send {string.Join(", ", Forms.Select(form => form.Name))}.");
        }

        return request.GetTypedHeaders().Accept.OrderByDescending(accepted => accepted.Quality ?? 1).Select(Of).FirstOrDefault(form => form is not null) ?? Forms[0];

        // Any JSON is JSON-LD to who asks for JSON.
        static Form? Of(MediaTypeHeaderValue accepted) => Forms.FirstOrDefault(form =>
            accepted.MediaType.Equals(form.MediaType, StringComparison.OrdinalIgnoreCase)
            || (form.MediaType == JsonLd.MediaType && accepted.SubType.EndsWith("json", StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>A form of a record.</summary>
    private sealed record Form(string Name, string MediaType, Func<IReadOnlyList<RdfNode>, string> Write);
}
