using System.Text.Json.Nodes;
using Bolyst.Service.Faults;
using Bolyst.Service.Hosting;
using Bolyst.Service.Layers;
using Bolyst.Service.Ogc.Documents;
using Bolyst.Service.Ogc.Items;
using Bolyst.Service.Reading;

namespace Bolyst.Service.Ogc.Tilesets;

/// <summary>OGC API Tiles below <c>/ogc</c>: lists and descriptions of tilesets, and the tile matrix set.</summary>
internal static class TilesetEndpoints
{
    private static readonly string[] NoParameters = ["f", OgcWords.Parameter];
    private static readonly string[] Version = ["f", "as_of", OgcWords.Parameter];

    /// <summary>Maps the endpoints.</summary>
    public static void MapTilesets(this IEndpointRouteBuilder ogc)
    {
        ogc.MapRead("/tileMatrixSets", (HttpContext http, Datasets datasets, CancellationToken cancellation) => OgcEndpoints.AnswerAsync(
            http, datasets, words => words.MatrixSets, MediaTypes.Json, NoParameters, (address, _) => Task.FromResult<JsonNode>(TilesetDocuments.ListMatrixSets(address)), cancellation));
        ogc.MapRead("/tileMatrixSets/{matrixSet}", (string matrixSet, HttpContext http, Datasets datasets, CancellationToken cancellation) => OgcEndpoints.AnswerAsync(
            http, datasets, _ => matrixSet, MediaTypes.Json, NoParameters,
            (address, _) => Task.FromResult<JsonNode>(WebMercatorQuad.Define(Known(matrixSet, address.SelfLinks(MediaTypes.Json)))), cancellation));
        ogc.MapRead("/collections/{id}/tiles", (string id, HttpContext http, Datasets datasets, LayerCatalogue layers, CancellationToken cancellation) => OgcEndpoints.AnswerAsync(
            http, datasets, words => $"{id}: {words.Tiles}", MediaTypes.Json, Version,
            async (address, dataset) => TilesetDocuments.List(address, Tiled(await layers.FindAsync(dataset, id, cancellation))), cancellation));
        ogc.MapRead(
            "/collections/{id}/tiles/{matrixSet}",
            (string id, string matrixSet, HttpContext http, Datasets datasets, LayerCatalogue layers, CancellationToken cancellation) => OgcEndpoints.AnswerAsync(
                http, datasets, _ => $"{id}: {matrixSet}", MediaTypes.Json, ItemsRequest.LayerParameters,
                async (address, dataset) =>
                {
                    Tiled(await layers.FindAsync(dataset, Known(matrixSet, id), cancellation));
                    var layer = await layers.OpenAsync(dataset, id, LayerQuery.Read(http.Request.Query), cancellation);
                    return TilesetDocuments.Describe(address, layer, AskedOfValues(http.Request.Query));
                },
                cancellation));
    }

    /// <summary>What was asked, without the form and the language of the document: a tile is asked the same.</summary>
    private static QueryString AskedOfValues(IQueryCollection query) =>
        QueryString.Create(query.Where(pair => pair.Key is not ("f" or OgcWords.Parameter)).Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value)));

    private static T Known<T>(string matrixSet, T answer) => string.Equals(matrixSet, WebMercatorQuad.Id, StringComparison.Ordinal) ? answer : throw Fault.NotFound(
        V1.ErrorReason.FieldOutOfRange, $"There is no tile matrix set '{matrixSet}'. Tiles are in {WebMercatorQuad.Id}.", ("tileMatrixSetId", matrixSet));

    private static LayerHead Tiled(LayerHead head) => head.IsTiled ? head : throw Fault.NotFound(
        V1.ErrorReason.ZoneSetNotFound, $"Collection '{head.Id}' has no tiles: zone sets and water have. Read its items.", ("collection", head.Id));
}
