using System.Globalization;
using Bolyst.Service.Faults;
using Bolyst.Service.Hosting;
using Bolyst.Service.Layers;
using Bolyst.Service.Ogc.Documents;
using Bolyst.Service.Reading;
using Bolyst.Service.Requests;
using Bolyst.Store;

namespace Bolyst.Service.Ogc.Items;

/// <summary><c>/ogc/collections/{id}/items</c> and <c>/ogc/collections/{id}/items/{featureId}</c>.</summary>
internal static class ItemsEndpoints
{
    public static void MapItems(this IEndpointRouteBuilder routes)
    {
        routes.MapRead("/collections/{id}/items", PageAsync);
        routes.MapRead("/collections/{id}/items/{featureId}", OneAsync);
    }

    private static async Task<IResult> PageAsync(
        string id, HttpContext http, BolystStore store, Datasets datasets, LayerCatalogue layers, ServiceLimits limits, CancellationToken cancellation)
    {
        ItemsRequest.Check(http.Request.Query, ItemsRequest.Parameters);
        var request = ItemsRequest.Read(http.Request.Query, limits);
        var html = Negotiation.WantsHtml(http.Request);
        var dataset = await datasets.OpenAsync(request.Layer.AsOf, cancellation);
        var layer = await layers.OpenAsync(dataset, id, request.Layer, cancellation);
        var address = new Address(http.Request);
        address.Words.Announce(http.Response);
        if (Freshness.IsKnown(http, dataset, Freshness.Form(html, address.Words)))
            return Results.StatusCode(StatusCodes.Status304NotModified);

        var matching = await Selection.SelectAsync(layer, request, store, cancellation);
        var start = request.Start ?? Selection.StartAfter(matching, request.After);
        int[] page = [.. matching.Skip(start).Take(request.Limit)];
        var more = page.Length > 0 && start + page.Length < matching.Count;
        // The next page is of the same dataset version, whatever is delivered meanwhile.
        var next = !more ? null : address.With(
            request.Start is null ? ("after", Text(page[^1] + 1)) : ("startindex", Text(start + page.Length)), ("as_of", Text(dataset.Version)));
        var links = address.SelfLinks(MediaTypes.GeoJson);
        links.Add(address.LinkHere(address.Collection(id), "collection", MediaTypes.Json, address.Words.Of(layer.Head.Title)));
        if (next is not null)
            links.Add(Address.Link(next, "next", MediaTypes.GeoJson, address.Words.NextPage));
        if (html)
            return HtmlAnswer.Of(http, address.Words.Of(layer.Head.Title), FeatureHtml.Describe(layer, page, links), address.Words);

        await new FeatureAnswer(http, layer, request.Crs, store).SendPageAsync(page, matching.Count, next, links);
        return Results.Empty;
    }

    private static async Task<IResult> OneAsync(
        string id, string featureId, HttpContext http, BolystStore store, Datasets datasets, LayerCatalogue layers, CancellationToken cancellation)
    {
        ItemsRequest.Check(http.Request.Query, [.. ItemsRequest.LayerParameters, "crs"]);
        var query = LayerQuery.Read(http.Request.Query);
        var crs = Crs.Read(http.Request.Query["crs"].ToString(), "crs");
        var html = Negotiation.WantsHtml(http.Request);
        var dataset = await datasets.OpenAsync(query.AsOf, cancellation);
        var layer = await layers.OpenAsync(dataset, id, query, cancellation);
        if (!int.TryParse(featureId, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1 || number > layer.Count)
        {
            throw Fault.NotFound(
                V1.ErrorReason.ZoneNotFound,
                string.Create(CultureInfo.InvariantCulture, $"There is no feature '{featureId}' in collection '{id}'. Its features are numbered from 1 to {layer.Count}; codes are in the property 'code'."),
                ("feature", featureId));
        }

        var address = new Address(http.Request);
        address.Words.Announce(http.Response);
        if (Freshness.IsKnown(http, dataset, Freshness.Form(html, address.Words)))
            return Results.StatusCode(StatusCodes.Status304NotModified);
        var links = address.SelfLinks(MediaTypes.GeoJson);
        links.Add(address.LinkHere(address.Collection(id), "collection", MediaTypes.Json, address.Words.Of(layer.Head.Title)));
        if (html)
            return HtmlAnswer.Of(http, address.Words.Of(layer.Head.Title), FeatureHtml.Describe(layer, [number - 1], links), address.Words);

        await new FeatureAnswer(http, layer, crs, store).SendOneAsync(number - 1, links);
        return Results.Empty;
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
