using Bolyst.Service.Faults;
using Bolyst.Service.Layers;
using Bolyst.Service.Ogc.Documents;
using Bolyst.Service.Ogc.Items;
using Bolyst.Service.Reading;
using Microsoft.Net.Http.Headers;

namespace Bolyst.Service.Styles;

/// <summary><c>/styles/{zoneSet}/{field}/…</c>: a field in classes, for maps that draw by themselves.</summary>
internal static class StyleEndpoints
{
    public static void MapStyles(this IEndpointRouteBuilder routes)
    {
        var styles = routes.MapGroup("/styles/{zoneSet}/{field}").WithFaults().AddEndpointFilter(async (context, next) =>
        {
            context.HttpContext.Response.Headers[HeaderNames.AccessControlAllowOrigin] = "*";
            return await next(context);
        });
        styles.MapGet("/classes.json", ClassesAsync);
    }

    private static async Task<IResult> ClassesAsync(
        string zoneSet, string field, HttpContext http, Datasets datasets, StyleReader reader, CancellationToken cancellation)
    {
        ItemsRequest.Check(http.Request.Query, StyleQuery.Parameters);
        var (query, asked) = (StyleQuery.Read(http.Request.Query), LayerQuery.Read(http.Request.Query));
        var dataset = await datasets.OpenAsync(asked.AsOf, cancellation);
        var classed = await reader.ReadAsync(dataset, zoneSet, field, asked.Period, query, cancellation);
        if (Freshness.IsKnown(http, dataset.Version, html: false))
            return Results.StatusCode(StatusCodes.Status304NotModified);
        var sources = await StyleSource.OfAsync(dataset, zoneSet, classed.Measure, cancellation);
        var address = new StyleAddress(http.Request, zoneSet, StyleReader.MeasureOf(dataset, field) with { Period = asked.Period }, dataset.Version);
        return Results.Json(ClassesDocument.Write(classed, new(classed, query.Words), sources, address));
    }
}
