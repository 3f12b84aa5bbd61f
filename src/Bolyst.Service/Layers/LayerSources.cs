using Bolyst.Service.Reading;
using Bolyst.Store.Model;

namespace Bolyst.Service.Layers;

/// <summary>A delivery that a layer was made from.</summary>
/// <param name="Delivery">The delivery.</param>
/// <param name="Outlines">True when it brought outlines of the layer.</param>
/// <param name="Measures">Names of the measures that it brought cells of.</param>
internal sealed record LayerSource(DeliveryDetail Delivery, bool Outlines, IReadOnlyList<string> Measures)
{
    /// <summary>Address where it was fetched; null when it has none that a reader could follow.</summary>
    public Uri? Url => UrlOf(Delivery.Summary);

    /// <summary>Address where a delivery was fetched; null when it has none that a reader could follow.</summary>
    public static Uri? UrlOf(DeliverySummary delivery) =>
        Uri.TryCreate(delivery.SourceUrl, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url : null;
}

/// <summary>Finds the deliveries that a layer was made from.</summary>
internal static class LayerSources
{
    /// <summary>Reads them, the newest first.</summary>
    public static async Task<IReadOnlyList<LayerSource>> ReadAsync(Dataset dataset, Layer layer, CancellationToken cancellation)
    {
        var outlines = layer.Head.Outlines.Deliveries;
        var measures = layer.Measures
            .SelectMany(measure => measure.Columns.SelectMany(column => column.Deliveries).Distinct().Select(version => (version, measure.Name)))
            .ToLookup(pair => pair.version, pair => pair.Name);
        var sources = new List<LayerSource>();
        foreach (var version in outlines.Union(measures.Select(group => group.Key)).OrderDescending())
        {
            if (await dataset.Store.Catalogue.FindDeliveryAsync(version, cancellation) is { } delivery)
                sources.Add(new(delivery, outlines.Contains(version), [.. measures[version]]));
        }

        return sources;
    }
}
