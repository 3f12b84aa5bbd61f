using Bolyst.Service.Hosting;
using Bolyst.Service.Messages;
using Bolyst.Service.Reading;
using Microsoft.Net.Http.Headers;

namespace Bolyst.Service.Home;

/// <summary><c>GET /</c>: what is loaded, with links.</summary>
internal static class HomeEndpoint
{
    private const int ShownDeliveries = 100;

    public static void MapHome(this IEndpointRouteBuilder routes, IReadOnlyList<string> services) => routes.MapGet("/", async (
        HttpContext http, Datasets datasets, ServerOptions options, string? lang, CancellationToken cancellation) =>
    {
        var accepted = http.Request.GetTypedHeaders().AcceptLanguage.OrderByDescending(l => l.Quality ?? 1).Select(l => l.Value.ToString());
        var texts = HomeTexts.Choose(lang, accepted);
        var dataset = await datasets.OpenAsync(asOf: 0, cancellation);
        var catalogue = dataset.Store.Catalogue;
        var content = new HomeContent(
            [.. dataset.ZoneSets.Select(set => set.ToMessage())],
            [.. dataset.Indicators.Select(indicator => indicator.Head.ToMessage())],
            [.. (await catalogue.ListOmradesatsingerAsync(dataset.Version, cancellation)).Select(satsing => satsing.Row.ToMessage())],
            [.. (await catalogue.ListDeliveriesAsync(beforeVersion: null, ShownDeliveries, dataset.Version, cancellation)).Select(delivery => delivery.ToMessage())],
            services,
            options.GrpcPort);
        http.Response.Headers[HeaderNames.ContentSecurityPolicy] = PageStyle.Policy;
        http.Response.Headers[HeaderNames.XContentTypeOptions] = "nosniff";
        http.Response.Headers[HeaderNames.Vary] = HeaderNames.AcceptLanguage;
        http.Response.Headers[HeaderNames.ContentLanguage] = texts.Language;
        return Results.Content(new HomePage(texts, PageStyle.Css).Write(content), "text/html; charset=utf-8");
    });
}
