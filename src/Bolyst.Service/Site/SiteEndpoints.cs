using Microsoft.Net.Http.Headers;

namespace Bolyst.Service.Site;

/// <summary><c>GET /</c>: the map, as built from <c>src/map</c> into <c>wwwroot</c> beside the program.</summary>
internal static class SiteEndpoints
{
    private const string Start = "index.html";

    /// <summary>Files whose names carry a hash of their content.</summary>
    private const string Hashed = "assets/";

    /// <summary>
    /// The page loads its own files alone, and no text that was delivered can bring a script with it. <c>data:</c> and <c>blob:</c> are pictures
    /// that the page draws: icons of the design system, exported maps.
    /// </summary>
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data: blob:; connect-src 'self'; "
        + "worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    public static void MapSite(this IEndpointRouteBuilder routes)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "wwwroot");
        foreach (var (path, file) in SiteFile.ReadAll(folder))
        {
            routes.MapMethods(path == Start ? "/" : "/" + path, [HttpMethods.Get, HttpMethods.Head], http => SendAsync(http, path, file));
        }
    }

    private static async Task SendAsync(HttpContext http, string path, SiteFile file)
    {
        var headers = http.Response.GetTypedHeaders();
        headers.ETag = file.Tag;
        http.Response.Headers.CacheControl = path.StartsWith(Hashed, StringComparison.Ordinal) ? "public, max-age=31536000, immutable" : "no-cache";
        http.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers["Referrer-Policy"] = "same-origin";
        http.Response.Headers.ContentSecurityPolicy = Policy;
        if (http.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(file.Tag, useStrongComparison: false)))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        var (encoding, bytes) = file.For(http.Request.GetTypedHeaders().AcceptEncoding);
        http.Response.ContentType = file.MediaType;
        http.Response.ContentLength = bytes.Length;
        http.Response.Headers.ContentEncoding = encoding;
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
        }
    }
}
