using Bolyst.Service.Metadata.Rdf;
using Bolyst.Service.Ogc.Documents;
using Bolyst.Service.Styles.Documents;
using Bolyst.Service.Styles.Drawing;

namespace Bolyst.Service.Hosting;

/// <summary>Compresses documents. Tiles, the page's files and gRPC see to it themselves; downloads are compressed formats, or archives.</summary>
internal static class Compression
{
    private static readonly PathString[] Doors = ["/ogc", "/styles", "/dcat"];

    public static IServiceCollection AddCompression(this IServiceCollection services) => services.AddResponseCompression(compression =>
    {
        // Answers hold open data and no secret, so their length tells nothing (BREACH).
        compression.EnableForHttps = true;
        compression.MimeTypes = [.. MediaTypes.Text, Legend.MediaType, Qml.MediaType, Sld.MediaType, Turtle.MediaType, JsonLd.MediaType, RdfXml.MediaType];
    });

    /// <summary>Before the endpoints are mapped.</summary>
    public static void UseCompression(this IApplicationBuilder app) =>
        app.UseWhen(http => Array.Exists(Doors, door => http.Request.Path.StartsWithSegments(door, StringComparison.Ordinal)), documents => documents.UseResponseCompression());
}
