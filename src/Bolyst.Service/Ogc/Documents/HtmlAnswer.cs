using System.Text.Json.Nodes;
using Microsoft.Net.Http.Headers;

namespace Bolyst.Service.Ogc.Documents;

/// <summary>Answers with a page.</summary>
internal static class HtmlAnswer
{
    public static IResult Of(HttpContext http, string title, JsonNode document, OgcWords words)
    {
        http.Response.Headers[HeaderNames.ContentSecurityPolicy] = PageStyle.Policy;
        http.Response.Headers[HeaderNames.XContentTypeOptions] = "nosniff";
        http.Response.Headers[HeaderNames.ContentLanguage] = words.Language;
        return Results.Content(HtmlPage.Write(title, document, http.Request.PathBase, words), MediaTypes.Html + "; charset=utf-8");
    }
}
