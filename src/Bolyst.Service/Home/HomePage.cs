using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Bolyst.Service.Home;

/// <summary>What the start page shows.</summary>
/// <param name="ZoneSets">Zone sets, ordered by key.</param>
/// <param name="Indicators">Indicators, ordered by key.</param>
/// <param name="Omradesatsinger">Områdesatsingar, ordered by key.</param>
/// <param name="Deliveries">Deliveries, the newest first.</param>
/// <param name="Services">Full names of the gRPC services.</param>
/// <param name="GrpcPort">Port of gRPC.</param>
internal sealed record HomeContent(
    IReadOnlyList<V1.ZoneSet> ZoneSets,
    IReadOnlyList<V1.Indicator> Indicators,
    IReadOnlyList<V1.Omradesatsing> Omradesatsinger,
    IReadOnlyList<V1.Delivery> Deliveries,
    IReadOnlyList<string> Services,
    int GrpcPort);

/// <summary>The start page: plain HTML without scripts, readable by keyboard and screen reader (WCAG 2.1 AA).</summary>
internal sealed class HomePage(HomeTexts texts, string style)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder html = new();

    /// <summary>Writes the page.</summary>
    public string Write(HomeContent content)
    {
        Line($"<!doctype html><html lang=\"{texts.Language}\"><head><meta charset=\"utf-8\"><title>Bolyst</title>");
        Line($"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><style>{style}</style></head><body>");
        Line($"<header><h1>Bolyst</h1><p>{Safe(texts.Lead)}</p><nav aria-label=\"{Safe(texts.Languages)}\"><ul>");
        foreach (var language in HomeTexts.All)
        {
            var current = language == texts ? " aria-current=\"true\"" : "";
            Line($"<li><a href=\"/?lang={language.Language}\" lang=\"{language.Language}\" hreflang=\"{language.Language}\"{current}>{language.LanguageName}</a></li>");
        }

        Line($"</ul></nav></header><main><h2>{Safe(texts.Loaded)}</h2>");
        if (content.Deliveries.Count == 0)
        {
            Line($"<p>{Safe(texts.Empty)}</p>");
        }

        Table(texts.ZoneSets, content.ZoneSets, [texts.Name, texts.Level, texts.Valid, texts.Zones, texts.Licence], set =>
            [Named(texts.Of(set.Name), set.Key), Safe(set.Level), Safe($"{set.ValidFrom} – {set.ValidTo}"), Number(set.ZoneCount), Safe(set.Licence)]);
        Table(texts.Indicators, content.Indicators, [texts.Name, texts.Theme, texts.Unit, texts.Definition], indicator =>
            [Named(texts.Of(indicator.Name), indicator.Key), Safe(indicator.Theme), Safe(indicator.Unit), Safe(texts.Of(indicator.Definition))]);
        Table(texts.Omradesatsinger, content.Omradesatsinger, [texts.Name, texts.Kommune, texts.Years], satsing =>
            [Named(satsing.Name, satsing.Key), Safe(satsing.KommuneName), Years(satsing)]);
        Table(texts.Deliveries, content.Deliveries, [texts.Version, texts.Name, texts.Supplier, texts.Licence, texts.Source], delivery =>
            [Number(delivery.Version), Named(texts.Of(delivery.Title), delivery.Key), Safe(delivery.Supplier), Safe(delivery.Licence), Link(delivery.SourceUrl)]);
        Line($"<h2>{Safe(texts.Services)}</h2><p>{Safe(texts.GrpcAt)} {Number(content.GrpcPort)}:</p><ul>");
        foreach (var service in content.Services)
        {
            Line($"<li><code>{Safe(service)}</code></li>");
        }

        Line($"</ul><ul><li><a href=\"/healthz\">{Safe(texts.Alive)}</a></li><li><a href=\"/readyz\">{Safe(texts.Ready)}</a></li></ul>");
        Line($"</main><footer><p>{Safe(texts.NotOfficial)}</p></footer></body></html>");
        return html.ToString();
    }

    private void Table<T>(string title, IReadOnlyList<T> rows, string[] columns, Func<T, string[]> cells)
    {
        if (rows.Count == 0)
        {
            return;
        }

        Line($"<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"{Safe(title)}\"><table><caption>{Safe(title)} ({Number(rows.Count)})</caption><thead><tr>");
        foreach (var column in columns)
        {
            Line($"<th scope=\"col\">{Safe(column)}</th>");
        }

        Line($"</tr></thead><tbody>");
        foreach (var row in rows)
        {
            Line($"<tr>{string.Concat(cells(row).Select(cell => $"<td>{cell}</td>"))}</tr>");
        }

        Line($"</tbody></table></div>");
    }

    private static string Named(string name, string key) => $"{Safe(name)} <code>{Safe(key)}</code>";

    private static string Years(V1.Omradesatsing satsing) =>
        (satsing.StartYear > 0 ? Number(satsing.StartYear) : "") + "–" + (satsing.EndYear > 0 ? Number(satsing.EndYear) : "");

    /// <summary>A link only to the web: a delivery is not trusted with other schemes.</summary>
    private static string Link(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
            ? $"<a href=\"{Safe(uri.AbsoluteUri)}\">{Safe(uri.Host)}</a>"
            : Safe(address);

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Safe(string text) => Encoder.Encode(text);

    private void Line(FormattableString text) => html.AppendLine(text.ToString(CultureInfo.InvariantCulture));
}
