using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Bolyst.Service.Faults;
using Bolyst.Service.Layers;
using Bolyst.Service.Ogc.Documents;
using Bolyst.Service.Ogc.Items;
using Bolyst.Service.Reading;
using Bolyst.Service.Styles.Documents;
using Microsoft.Net.Http.Headers;

namespace Bolyst.Service.Styles;

/// <summary><c>/styles/{zoneSet}/{field}/…</c>: a field in classes, for maps that draw by themselves, and as styles for QGIS and others.</summary>
internal static class StyleEndpoints
{
    public static void MapStyles(this IEndpointRouteBuilder routes)
    {
        var styles = routes.MapGroup("/styles/{zoneSet}/{field}").WithFaults().AddEndpointFilter(async (context, next) =>
        {
            context.HttpContext.Response.Headers[HeaderNames.AccessControlAllowOrigin] = "*";
            return await next(context);
        });
        styles.MapGet("/classes.json", (
            string zoneSet, string field, HttpContext http, Datasets datasets, StyleReader reader, CancellationToken cancellation) => AnswerAsync(
            zoneSet, field, http, datasets, reader, style => Results.Json(ClassesDocument.Write(style.Field, style.Texts, style.Sources, style.Address)), cancellation));
        styles.MapGet("/style.qml", (
            string zoneSet, string field, HttpContext http, Datasets datasets, StyleReader reader, CancellationToken cancellation) => AnswerAsync(
            zoneSet, field, http, datasets, reader, style => Xml(http, style, Qml.Write(style.Field, style.Texts), Qml.MediaType, "qml"), cancellation));
        styles.MapGet("/style.sld", (
            string zoneSet, string field, HttpContext http, Datasets datasets, StyleReader reader, CancellationToken cancellation) => AnswerAsync(
            zoneSet, field, http, datasets, reader, style => Xml(http, style, Sld.Write(style.Field, style.Texts), Sld.MediaType, "sld"), cancellation));
    }

    private static async Task<IResult> AnswerAsync(
        string zoneSet, string field, HttpContext http, Datasets datasets, StyleReader reader, Func<StyleParts, IResult> write, CancellationToken cancellation)
    {
        ItemsRequest.Check(http.Request.Query, StyleQuery.Parameters);
        var (query, asked) = (StyleQuery.Read(http.Request.Query), LayerQuery.Read(http.Request.Query));
        var dataset = await datasets.OpenAsync(asked.AsOf, cancellation);
        var classed = await reader.ReadAsync(dataset, zoneSet, field, asked.Period, query, cancellation);
        if (Freshness.IsKnown(http, dataset.Version, html: false))
            return Results.StatusCode(StatusCodes.Status304NotModified);
        var sources = await StyleSource.OfAsync(dataset, zoneSet, classed.Measure, cancellation);
        var address = new StyleAddress(http.Request, zoneSet, StyleReader.MeasureOf(dataset, field) with { Period = asked.Period }, dataset.Version);
        return write(new(classed, new(classed, query.Words), sources, address));
    }

    private static IResult Xml(HttpContext http, StyleParts style, XDocument document, string mediaType, string extension)
    {
        // A browser saves it under a name that says what it is for; a GIS does not mind.
        http.Response.Headers[HeaderNames.ContentDisposition] = $"inline; filename=\"{style.Field.Layer.Head.Id}-{style.Field.Field.Name}.{extension}\"";
        using var text = new Utf8Writer();
        document.Save(text);
        return Results.Text(text.ToString(), mediaType, Encoding.UTF8);
    }

    /// <summary>Says utf-8 in the declaration, for that is what is sent.</summary>
    private sealed class Utf8Writer() : StringWriter(CultureInfo.InvariantCulture)
    {
        public override Encoding Encoding => Encoding.UTF8;
    }

    /// <summary>What an answer is written from.</summary>
    private sealed record StyleParts(ClassedField Field, ClassTexts Texts, IReadOnlyList<StyleSource> Sources, StyleAddress Address);
}
