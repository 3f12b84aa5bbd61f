using Bolyst.Service.Downloads.Kept;
using Bolyst.Service.Faults;
using Bolyst.Service.Hosting;
using Bolyst.Service.Layers;
using Bolyst.Service.Ogc.Documents;
using Bolyst.Service.Ogc.Items;
using Bolyst.Service.Reading;
using Bolyst.Service.Requests;
using Microsoft.Net.Http.Headers;

namespace Bolyst.Service.Downloads;

/// <summary>
/// <c>/download</c> lists the layers; <c>/download/{layer}.{gpkg|fgb|geojson|csv|xlsx}</c> is a file, which a GIS may open by its
/// address, and the same with <c>.zip</c> the file with README and sources.
/// </summary>
internal static class DownloadEndpoints
{
    private const string RetryAfterSeconds = "60";

    public static void MapDownloads(this IEndpointRouteBuilder routes)
    {
        var downloads = routes.MapDoor("/download", exposed: "Content-Disposition, Content-Range, ETag");
        downloads.MapRead("/", ListAsync);
        downloads.MapRead("/{file}", SendAsync);
    }

    private static async Task<IResult> ListAsync(HttpContext http, Datasets datasets, LayerCatalogue layers, CancellationToken cancellation)
    {
        ItemsRequest.Check(http.Request.Query, ["f", "as_of"]);
        var html = Negotiation.WantsHtml(http.Request);
        var dataset = await datasets.OpenAsync(LayerQuery.Read(http.Request.Query).AsOf, cancellation);
        if (Freshness.IsKnown(http, dataset, html))
            return Results.StatusCode(StatusCodes.Status304NotModified);
        var document = DownloadList.Describe(http.Request, dataset.Version, await layers.ListAsync(dataset, cancellation));
        return html ? HtmlAnswer.Of(http, "Downloads", document, OgcWords.En) : Results.Json(document);
    }

    private static async Task<IResult> SendAsync(
        string file, HttpContext http, Datasets datasets, LayerCatalogue layers, ServiceLimits limits, ServerOptions options, DownloadMaker maker, ILogger<DownloadMaker> log, CancellationToken cancellation)
    {
        var order = await DownloadOrder.ReadAsync(file, http.Request, datasets, layers, limits, cancellation);
        // The record within names the publisher.
        var tag = AnswerTag.Of(order.Dataset, $"{order.Key}\n{options.Publisher}");
        http.Response.Headers[HeaderNames.CacheControl] = AnswerTag.Lasting(order.Query.AsOf);
        if (http.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false)))
        {
            http.Response.GetTypedHeaders().ETag = tag;
            return Results.StatusCode(StatusCodes.Status304NotModified);
        }

        var size = order.SizeBeside(limits.MaxDownloadBytes);
        if (size.Least > limits.MaxDownloadBytes)
            throw KeptWriter.TooLarge(limits.MaxDownloadBytes);
        KeptLease lease;
        try
        {
            lease = maker.Open(order);
        }
        catch (BusyException busy)
        {
            http.Response.Headers.RetryAfter = RetryAfterSeconds;
            return HttpFaults.Problem(http, busy.Message, StatusCodes.Status503ServiceUnavailable);
        }

        http.Response.RegisterForDispose(lease);
        // Parts and lengths are known of a whole file alone, and so is whether one that may be too large is.
        var whole = HttpMethods.IsHead(http.Request.Method) || http.Request.Headers.Range.Count > 0 || size.Most > limits.MaxDownloadBytes;
        await (whole ? lease.File.WholeAsync(cancellation) : lease.File.LongerThanAsync(0, cancellation));
        var (name, type) = order.Zipped ? ($"{order.Name}.{order.Format.Extension}.zip", "application/zip") : ($"{order.Name}.{order.Format.Extension}", order.Format.MediaType);
        if (lease.File.IsWhole)
            return Results.File(lease.File.Path, type, name, lastModified: null, tag, enableRangeProcessing: true);

        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(name);
        http.Response.Headers.ContentDisposition = disposition.ToString();
        http.Response.Headers.AcceptRanges = "bytes";
        http.Response.ContentType = type;
        http.Response.GetTypedHeaders().ETag = tag;
        try
        {
            await KeptReader.CopyAsync(lease.File, http.Response.Body, cancellation);
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            // Half a file must not look like a whole one: the connection is cut, which every client takes for a failure.
            ServiceLog.CallFailed(log, http.Request.Path, http.TraceIdentifier, fault);
            http.Abort();
        }

        return Results.Empty;
    }
}
