using Bolyst.Service.Faults;
using Bolyst.Service.Hosting;
using Bolyst.Service.Layers;
using Bolyst.Service.Ogc.Documents;
using Bolyst.Service.Ogc.Items;
using Bolyst.Service.Reading;
using Bolyst.Store;
using Microsoft.Net.Http.Headers;

namespace Bolyst.Service.Tiles;

/// <summary>
/// <c>/tiles/{zoneSets}/{z}/{x}/{y}.mvt</c>: one zone set or several (or <see cref="Features.Water"/>), separated by commas, each a layer of the tile, and
/// <c>/tiles/{zoneSets}/tilejson.json</c>, which describes them.
/// </summary>
internal static class TileEndpoints
{
    /// <summary>Media type of a tile.</summary>
    public const string MediaType = "application/vnd.mapbox-vector-tile";

    private const int MostZoneSets = 8;

    private static readonly string[] Parameters = ["indicators", "indexes", "period", "as_of", "attributes"];

    public static void MapTiles(this IEndpointRouteBuilder routes)
    {
        var tiles = routes.MapDoor("/tiles");
        tiles.MapRead("/{zoneSets}/{z:int}/{x:int}/{y:int}.mvt", TileAsync);
        tiles.MapRead("/{zoneSets}/tilejson.json", DescribeAsync);
    }

    private static async Task<IResult> TileAsync(
        string zoneSets, int z, int x, int y, HttpContext http, Datasets datasets, TileReader tiles, CancellationToken cancellation)
    {
        ItemsRequest.Check(http.Request.Query, Parameters);
        var tile = new TileKey(z, x, y);
        if (!tile.Exists)
            throw Fault.InvalidArgument(V1.ErrorReason.FieldOutOfRange, "z/x/y", FormattableString.Invariant($"name no tile. Zooms are 0 to {Store.Tiles.MaxZoom}; stretch those tiles for closer views."));
        var query = LayerQuery.Read(http.Request.Query);
        var question = new TileQuestion(Split(zoneSets), tile, IsBare(http.Request.Query) ? null : query, TakesGzip(http.Request));
        var dataset = await datasets.OpenAsync(query.AsOf, cancellation);
        var tag = AnswerTag.Of(dataset, question.Key);
        var headers = http.Response.Headers;
        headers[HeaderNames.CacheControl] = AnswerTag.Lasting(query.AsOf);
        headers[HeaderNames.Vary] = HeaderNames.AcceptEncoding;
        if (http.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: true)))
        {
            http.Response.GetTypedHeaders().ETag = tag;
            return Results.StatusCode(StatusCodes.Status304NotModified);
        }

        var bytes = await tiles.ReadAsync(dataset, question, cancellation);
        if (question.IsZipped && bytes.Length > 0)
            headers[HeaderNames.ContentEncoding] = "gzip";
        return Results.Bytes(bytes, MediaType, entityTag: tag);
    }

    private static async Task<IResult> DescribeAsync(string zoneSets, HttpContext http, BolystStore store, Datasets datasets, LayerCatalogue layers, CancellationToken cancellation)
    {
        ItemsRequest.Check(http.Request.Query, [.. Parameters, "f"]);
        Negotiation.CheckJson(http.Request.Query);
        var (query, bare) = (LayerQuery.Read(http.Request.Query), IsBare(http.Request.Query));
        var dataset = await datasets.OpenAsync(query.AsOf, cancellation);
        var sets = new List<Layer>();
        foreach (var zoneSet in Split(zoneSets))
        {
            sets.Add(await layers.OpenAsync(dataset, TileReader.Tiled(dataset, zoneSet), bare ? query with { Indicators = [], Indexes = [] } : query, cancellation));
        }

        var extent = await store.Tiles.ExtentAsync([.. sets.Select(layer => layer.Head.Id)], dataset.Version, cancellation);
        return Results.Json(TileJson.Describe(http.Request, sets, bare, extent));
    }

    /// <summary>Layers of a tile, each once: two of one name would be one and the other to a map.</summary>
    private static string[] Split(string zoneSets)
    {
        var keys = zoneSets.Split(',');
        if (keys.Length > MostZoneSets)
            throw Fault.InvalidArgument(V1.ErrorReason.FieldOutOfRange, "zoneSets", $"are more than {MostZoneSets}. Ask for fewer in one tile.");
        return keys.Distinct(StringComparer.Ordinal).Count() == keys.Length
            ? keys
            : throw Fault.InvalidArgument(V1.ErrorReason.FieldMalformed, "zoneSets", $"are '{zoneSets}', where one stands twice. Name each once.");
    }

    /// <summary>True when outlines alone are wanted.</summary>
    private static bool IsBare(IQueryCollection query) => query["attributes"].ToString() switch
    {
        "" => false,
        LayerQuery.None => true,
        var other => throw Fault.InvalidArgument(
            V1.ErrorReason.FieldOutOfRange, "attributes", $"is '{other}'. Send none for outlines alone, or leave it out and choose by indicators and indexes."),
    };

    private static bool TakesGzip(HttpRequest request) =>
        request.GetTypedHeaders().AcceptEncoding.Any(encoding => encoding.Value.Equals("gzip", StringComparison.OrdinalIgnoreCase) && encoding.Quality != 0);
}
