using System.Text.Json;
using Bolyst.Service.Downloads.Kept;
using Bolyst.Service.Layers;
using Bolyst.Service.Ogc.Documents;
using Bolyst.Service.Ogc.Items;

namespace Bolyst.Service.Downloads.Formats;

/// <summary>GeoJSON (RFC 7946), which knows longitude and latitude alone. Features are written as <c>/ogc</c> writes them.</summary>
internal sealed record GeoJson() : DownloadFormat("geojson", MediaTypes.GeoJson, "GeoJSON", "GEOJSON")
{
    private const int FlushBytes = 1 << 16;

    /// <summary>Outlines read at a time.</summary>
    private const int Batch = 500;

    public override IReadOnlyList<Crs> Systems { get; } = [Crs.Crs84];

    // A vertex takes 16 bytes in the database and 6 ("[0,0],") to 31 here. Letters may be escaped: six bytes for one.
    public override SizeBounds Bounds(LayerAmount amount) => new(
        (amount.OutlineBytes / 10 * 3) + amount.TextBytes + (amount.Features * (amount.NameBytes + (3 * amount.Fields))),
        (2 * amount.OutlineBytes) + (6 * amount.TextBytes) + (27 * amount.Numbers) + (amount.Features * (amount.NameBytes + (8 * amount.Fields) + 150)) + SizeBounds.Documents);

    public override async Task WriteAsync(Download download, KeptFile file, CancellationToken cancellation)
    {
        var layer = download.Layer;
        await using var output = new KeptWriter(file);
        await using var json = new Utf8JsonWriter(output);
        var writer = new FeatureWriter(layer, json);
        json.WriteStartObject();
        json.WriteString("type"u8, "FeatureCollection"u8);
        json.WriteString("name"u8, layer.Head.Id);
        json.WriteString("description"u8, download.Texts.Of(layer.Head.Description));
        json.WriteNumber("datasetVersion"u8, layer.Version);
        json.WriteStartArray("features"u8);
        await json.FlushAsync(cancellation);
        await output.FlushAsync(cancellation);
        foreach (var batch in download.Ordinals.Chunk(Batch))
        {
            var at = 0;
            await foreach (var outline in download.Store.Features.OutlinesAsync(layer.Head.Id, batch, download.Crs.Form, layer.Version, cancellation))
            {
                writer.Begin(batch[at++], outline);
                writer.End();
                if (json.BytesPending > FlushBytes)
                    await json.FlushAsync(cancellation);
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(cancellation);
        await output.FlushAsync(cancellation);
    }
}
