using System.Text.Json.Nodes;
using Microsoft.Net.Http.Headers;

namespace Bolyst.Service.Ogc.Documents;

/// <summary>Answers with a page.</summary>
internal static class HtmlAnswer
{
    public static IResult Of(HttpContext http, string title, JsonNode document)
    {
        http.Response.Headers[HeaderNames.ContentSecurityPolicy] = PageStyle.Policy;
        http.Response.Headers[HeaderNames.XContentTypeOptions] = "nosniff";
        http.Response.Headers[HeaderNames.ContentLanguage] = "en";
        return Results.Content(HtmlPage.Write(title, document, http.Request.PathBase), MediaTypes.Html + "; charset=utf-8");
    }
}
