using Bolyst.Service.Hosting;
using Bolyst.Service.Reading;
using Microsoft.Net.Http.Headers;

namespace Bolyst.Service.Ogc.Documents;

/// <summary>
/// Says how fresh an answer is, by its <see cref="AnswerTag"/>. Weak, because the same answer travels compressed in several ways.
/// </summary>
internal static class Freshness
{
    /// <summary>Sets the headers of an answer; true when the client has that answer already.</summary>
    /// <param name="http">The request.</param>
    /// <param name="dataset">The dataset version that is answered from.</param>
    /// <param name="html">True for HTML.</param>
    public static bool IsKnown(HttpContext http, Dataset dataset, bool html) => IsKnown(http, dataset, html ? "html" : "");

    /// <summary>Name of the form of an answer in a language.</summary>
    public static string Form(bool html, OgcWords words) => (html ? "html " : " ") + words.Language;

    /// <summary>Sets the headers of an answer; true when the client has that answer already.</summary>
    /// <param name="http">The request.</param>
    /// <param name="dataset">The dataset version that is answered from.</param>
    /// <param name="form">Name of the form that is answered in, with the settings that it tells of.</param>
    public static bool IsKnown(HttpContext http, Dataset dataset, string form)
    {
        var request = http.Request;
        var tag = AnswerTag.Of(dataset, $"{request.Scheme}://{request.Host}{request.PathBase}{request.Path}{request.QueryString} {form}", isWeak: true);
        http.Response.GetTypedHeaders().ETag = tag;
        http.Response.Headers[HeaderNames.CacheControl] = AnswerTag.AskEachTime;
        http.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Accept);
        return request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false));
    }
}
