using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace Bolyst.Service.Ogc.Documents;

/// <summary>
/// A JSON document as a page for people: names as terms, values as their definitions, links as links. Plain HTML without scripts,
/// readable by keyboard and screen reader (WCAG 2.1 AA).
/// </summary>
internal static class HtmlPage
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Writes a page.</summary>
    /// <param name="title">Its heading.</param>
    /// <param name="document">What it shows.</param>
    /// <param name="root">What stands before every path, as a proxy may want it; empty for nothing.</param>
    /// <param name="words">Its language.</param>
    public static string Write(string title, JsonNode document, string root, OgcWords words)
    {
        var html = new StringBuilder();
        html.Append("<!doctype html><html lang=\"").Append(words.Language).Append("\"><head><meta charset=\"utf-8\"><title>").Append(Safe(title)).Append(" – Bolyst</title>")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><style>").Append(PageStyle.Css).Append("</style></head><body>")
            .Append("<nav aria-label=\"Bolyst\"><ul><li><a href=\"").Append(Safe(root)).Append("/ogc?f=html\">OGC API</a></li><li><a href=\"").Append(Safe(root))
            .Append("/ogc/collections?f=html\">").Append(Safe(words.Collections)).Append("</a></li></ul></nav>")
            .Append("<main><h1>").Append(Safe(title)).Append("</h1>");
        Write(html, document);
        return html.Append("</main></body></html>").ToString();
    }

    private static void Write(StringBuilder html, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject link when link["href"] is JsonValue href && IsWeb(href.GetValue<string>()):
                html.Append("<a href=\"").Append(Safe(href.GetValue<string>())).Append("\">").Append(Safe((link["title"] ?? link["rel"] ?? href).ToString())).Append("</a>");
                break;
            case JsonObject some:
                html.Append("<dl>");
                foreach (var (name, value) in some)
                {
                    html.Append("<dt>").Append(Safe(name)).Append("</dt><dd>");
                    Write(html, value);
                    html.Append("</dd>");
                }

                html.Append("</dl>");
                break;
            case JsonArray list:
                html.Append("<ul>");
                foreach (var value in list)
                {
                    html.Append("<li>");
                    Write(html, value);
                    html.Append("</li>");
                }

                html.Append("</ul>");
                break;
            default:
                html.Append(Safe(node?.ToString() ?? "–"));
                break;
        }
    }

    private static bool IsWeb(string address) => address.StartsWith("http://", StringComparison.Ordinal) || address.StartsWith("https://", StringComparison.Ordinal);

    private static string Safe(string text) => Encoder.Encode(text);
}
