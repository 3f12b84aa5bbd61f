using Microsoft.Net.Http.Headers;

namespace Bolyst.Service.Site;

/// <summary><c>GET /</c>: the map, as built from <c>src/map</c> into <c>wwwroot</c> beside the program. <c>GET /settings.json</c>: what it must know of the service.</summary>
internal static class SiteEndpoints
{
    private const string Start = "index.html";

    /// <summary>Files whose names carry a hash of their content.</summary>
    private const string Hashed = "assets/";

    public static void MapSite(this IEndpointRouteBuilder routes)
    {
        var settings = routes.ServiceProvider.GetRequiredService<SiteSettings>();
        var policy = settings.Policy;
        var folder = Path.Combine(AppContext.BaseDirectory, "wwwroot");
        foreach (var (path, file) in SiteFile.ReadAll(folder))
        {
            routes.MapMethods(path == Start ? "/" : "/" + path, [HttpMethods.Get, HttpMethods.Head], http => SendAsync(http, path, file, policy));
        }

        // What the page must know of the service itself; asked for when a person comes to it, not before.
        routes.MapGet("/settings.json", () => Results.Json(new
        {
            frame_ancestors = settings.FrameAncestors.Split(' '),
            base_map = settings.BaseMap is { } address ? new { address, attribution = settings.BaseMapAttribution } : null,
        }));
    }

    private static async Task SendAsync(HttpContext http, string path, SiteFile file, string policy)
    {
        var headers = http.Response.GetTypedHeaders();
        headers.ETag = file.Tag;
        http.Response.Headers.CacheControl = path.StartsWith(Hashed, StringComparison.Ordinal) ? "public, max-age=31536000, immutable" : "no-cache";
        http.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers["Referrer-Policy"] = "same-origin";
        http.Response.Headers.ContentSecurityPolicy = policy;
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
