using System.Text.Json.Nodes;

namespace Bolyst.Service.Ogc.Documents;

/// <summary>Addresses below <c>/ogc</c> as the client reaches them, and the words of what is said of them.</summary>
internal sealed class Address(HttpRequest request)
{
    /// <summary>In the language that the client asks for.</summary>
    public OgcWords Words { get; } = OgcWords.Read(request);

    /// <summary>The service, without a slash at the end.</summary>
    public string Service { get; } = $"{request.Scheme}://{request.Host}{request.PathBase}";

    /// <summary>The landing page, without a slash at the end: QGIS builds addresses on it.</summary>
    public string Root { get; } = $"{request.Scheme}://{request.Host}{request.PathBase}/ogc";

    /// <summary>Tiles of a zone set, outside <c>/ogc</c>.</summary>
    public string Tiles(string zoneSet) => $"{request.Scheme}://{request.Host}{request.PathBase}/tiles/{zoneSet}";

    /// <summary>The address that was asked for, without its query.</summary>
    public string Bare { get; } = $"{request.Scheme}://{request.Host}{request.PathBase}{request.Path}";

    /// <summary>The address that was asked for, with some of its query set to other values.</summary>
    public string With(params ReadOnlySpan<(string Name, string Value)> values)
    {
        var query = request.Query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal);
        foreach (var (name, value) in values)
        {
            query[name] = value;
        }

        return $"{request.Scheme}://{request.Host}{request.PathBase}{request.Path}{QueryString.Create(query.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value)))}";
    }

    /// <summary>A collection.</summary>
    public string Collection(string id) => $"{Root}/collections/{id}";

    /// <summary>A link below <c>/ogc</c>: to the language that the address names, if it names one.</summary>
    public JsonObject LinkHere(string href, string rel, string type, string title)
    {
        var language = request.Query[OgcWords.Parameter].ToString();
        return Link(language.Length == 0 ? href : $"{href}{(href.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{OgcWords.Parameter}={language}", rel, type, title);
    }

    /// <summary>A link as the standard writes it.</summary>
    public static JsonObject Link(string href, string rel, string type, string title) => new() { ["href"] = href, ["rel"] = rel, ["type"] = type, ["title"] = title };

    /// <summary>Links to the document itself in both its forms.</summary>
    /// <param name="type">Media type of the form that is not HTML.</param>
    public JsonArray SelfLinks(string type) =>
    [
        Link(With(("f", "json")), "self", type, Words.ThisDocument),
        Link(With(("f", "html")), "alternate", MediaTypes.Html, Words.AsHtml),
    ];
}
