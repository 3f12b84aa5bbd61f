using Bolyst.Service.Faults;

namespace Bolyst.Service.Ogc.Documents;

/// <summary>JSON or HTML: by the parameter <c>f</c>, else by the header Accept. Browsers name HTML; programs seldom do.</summary>
internal static class Negotiation
{
    /// <summary>True when the client wants HTML.</summary>
    /// <exception cref="Rpc.RpcException"><c>f</c> names another form.</exception>
    public static bool WantsHtml(HttpRequest request) => request.Query["f"].ToString() switch
    {
        "json" => false,
        "html" => true,
        "" => PrefersHtml(request),
        var other => throw Fault.InvalidArgument(V1.ErrorReason.FieldOutOfRange, "f", $"is '{other}'. Send json or html."),
    };

    /// <summary>The parameter <c>f</c> of documents that are JSON alone: ArcGIS asks for every style and its TileJSON with <c>f=json</c>.</summary>
    /// <exception cref="Rpc.RpcException">It names another form.</exception>
    public static void CheckJson(IQueryCollection query)
    {
        if (query["f"].ToString() is not ("" or "json") and var other)
            throw Fault.InvalidArgument(V1.ErrorReason.FieldOutOfRange, "f", $"is '{other}'. There is json alone.");
    }

    private static bool PrefersHtml(HttpRequest request)
    {
        var (html, json) = (0.0, 0.0);
        foreach (var accepted in request.GetTypedHeaders().Accept)
        {
            var quality = accepted.Quality ?? 1;
            if (accepted.MediaType.Equals(MediaTypes.Html, StringComparison.OrdinalIgnoreCase))
                html = Math.Max(html, quality);
            else if (accepted.MatchesAllTypes || accepted.SubType.EndsWith("json", StringComparison.OrdinalIgnoreCase))
                json = Math.Max(json, quality);
        }

        return html > json;
    }
}
