using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Bolyst.Service.Faults;
using Bolyst.Service.Hosting;
using Bolyst.Service.Layers;
using Bolyst.Service.Ogc.Documents;
using Bolyst.Service.Ogc.Items;
using Bolyst.Service.Reading;
using Bolyst.Service.Styles.Documents;
using Bolyst.Service.Styles.Drawing;

namespace Bolyst.Service.Styles;

/// <summary>
/// <c>/styles/{zoneSet}/{field}/…</c>: a field in classes, for maps that draw by themselves, as styles for MapLibre, QGIS and others, and
/// as legends; <c>/styles/sprite</c>, the patterns.
/// </summary>
internal static class StyleEndpoints
{
    private const int DefaultScale = 2;
    private const int MostScale = 4;

    private delegate Task<IResult> Writer(StyleAnswer answer, HttpContext http, CancellationToken cancellation);

    public static void MapStyles(this IEndpointRouteBuilder routes)
    {
        var styles = routes.MapDoor("/styles");
        MapJson("classes.json", answer => ClassesDocument.Write(answer.Field, answer.Texts, answer.Sources, answer.Address));
        MapJson("style.json", answer => MapLibreStyle.Write(answer.Field, answer.Texts, answer.Address));
        Map("style.qml", answer => Xml(Qml.Write(answer.Field, answer.Texts), Qml.MediaType));
        Map("style.sld", answer => Xml(Sld.Write(answer.Field, answer.Texts), Sld.MediaType));
        Map("legend.svg", answer => Xml(Legend.Write(answer.Field, answer.Texts, answer.Sources), Legend.MediaType));
        MapWith("legend.png", LegendAsync, [.. StyleQuery.Parameters, "scale"]);
        foreach (var (ending, ratio) in (ReadOnlySpan<(string, int)>)[("", 1), ("@2x", 2)])
        {
            styles.MapRead($"/sprite{ending}.json", () => Results.Json(Sprite.Describe(ratio)));
            styles.MapRead($"/sprite{ending}.png", async (HttpContext http, Sprite sprite, CancellationToken cancellation) => Png(http, await sprite.DrawAsync(ratio, cancellation)));
        }

        void MapJson(string form, Func<StyleAnswer, JsonNode> write) => MapWith(
            form,
            (answer, http, _) =>
            {
                Negotiation.CheckJson(http.Request.Query);
                return Task.FromResult(Results.Json(write(answer)));
            },
            [.. StyleQuery.Parameters, "f"]);

        void Map(string form, Func<StyleAnswer, IResult> write) => MapWith(form, (answer, _, _) => Task.FromResult(write(answer)), StyleQuery.Parameters);

        void MapWith(string form, Writer write, IReadOnlyList<string> parameters) => styles.MapRead("/{zoneSet}/{field}/" + form, (
            string zoneSet, string field, HttpContext http, Datasets datasets, StyleReader reader, CancellationToken cancellation) =>
            AnswerAsync(zoneSet, field, http, datasets, reader, parameters, write, cancellation));
    }

    private static async Task<IResult> AnswerAsync(
        string zoneSet, string field, HttpContext http, Datasets datasets, StyleReader reader, IReadOnlyList<string> parameters, Writer write, CancellationToken cancellation)
    {
        ItemsRequest.Check(http.Request.Query, parameters);
        var (query, asked) = (StyleQuery.Read(http.Request.Query), LayerQuery.Read(http.Request.Query));
        var dataset = await datasets.OpenAsync(asked.AsOf, cancellation);
        var classed = await reader.ReadAsync(dataset, zoneSet, field, asked.Period, query, cancellation);
        if (Freshness.IsKnown(http, dataset, html: false))
            return Results.StatusCode(StatusCodes.Status304NotModified);
        var sources = await StyleSource.OfAsync(dataset, classed.Measure, cancellation);
        var address = new StyleAddress(http.Request, zoneSet, field, StyleReader.MeasureOf(dataset, field) with { Period = asked.Period }, dataset.Version);
        return await write(new(classed, new(classed, query.Words), sources, address), http, cancellation);
    }

    private static async Task<IResult> LegendAsync(StyleAnswer answer, HttpContext http, CancellationToken cancellation)
    {
        var text = http.Request.Query["scale"].ToString();
        var scale = text.Length == 0 ? DefaultScale
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) && asked is >= 1 and <= MostScale ? asked
            : throw Fault.InvalidArgument(V1.ErrorReason.FieldOutOfRange, "scale", $"is '{text}'. Send 1 to {MostScale}: pixels for each of the picture's own.");
        return Png(http, await http.RequestServices.GetRequiredService<Rasterizer>().DrawAsync(Legend.Write(answer.Field, answer.Texts, answer.Sources), scale, cancellation));
    }

    private static IResult Png(HttpContext http, byte[]? drawn) => drawn is null
        ? HttpFaults.Problem(http, Rasterizer.Missing, StatusCodes.Status501NotImplemented)
        : Results.Bytes(drawn, Rasterizer.MediaType);

    private static IResult Xml(XDocument document, string mediaType)
    {
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
    private sealed record StyleAnswer(ClassedField Field, ClassTexts Texts, IReadOnlyList<StyleSource> Sources, StyleAddress Address);
}
