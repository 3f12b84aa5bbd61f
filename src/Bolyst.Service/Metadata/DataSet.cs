using System.Globalization;
using Bolyst.Service.Layers;
using Bolyst.Service.Reading;
using Bolyst.Store.Model;

namespace Bolyst.Service.Metadata;

/// <summary>What a record says of a layer: all of it, over every period.</summary>
/// <param name="Head">The layer.</param>
/// <param name="Version">The dataset version.</param>
/// <param name="Indicators">Indicators that it has numbers of.</param>
/// <param name="Periods">Periods of these, the oldest first.</param>
/// <param name="Deliveries">What it was made from, the newest first.</param>
internal sealed record DataSet(LayerHead Head, long Version, IReadOnlyList<IndicatorHead> Indicators, IReadOnlyList<Period> Periods, IReadOnlyList<DeliverySummary> Deliveries)
{
    /// <summary>Licences of outlines and numbers, each once.</summary>
    public IReadOnlyList<string> Licences =>
        [.. Head.Outlines.Licences.Concat(Deliveries.Select(delivery => delivery.Licence)).Distinct(StringComparer.Ordinal)];

    /// <summary>What a reader must know before choosing it.</summary>
    public LocalizedText Description => Head.Set is null ? Head.Description : new(
        string.Create(CultureInfo.InvariantCulture, $"{Zones} med {Indicators.Count} indikatorer. Et tall som mangler har en grunn ved siden av seg."),
        string.Create(CultureInfo.InvariantCulture, $"{Zones} med {Indicators.Count} indikatorar. Eit tal som manglar har ein grunn ved sida av seg."),
        string.Create(CultureInfo.InvariantCulture, $"{Head.Set?.ZoneCount} zones ({Head.Set?.Level}) with {Indicators.Count} indicators. A number that is missing has a reason beside it."));

    private string Zones => string.Create(CultureInfo.InvariantCulture, $"{Head.Set?.ZoneCount} soner ({Head.Set?.Level})");

    /// <summary>Reads what there is to say of a layer.</summary>
    public static async Task<DataSet> ReadAsync(Dataset dataset, LayerHead head, CancellationToken cancellation)
    {
        var columns = head.Set is { } set ? await dataset.ColumnsOfAsync(set.Key, cancellation) : [];
        var versions = columns.Select(column => column.Version).ToHashSet();
        versions.UnionWith(head.Outlines.Deliveries);
        var deliveries = await dataset.Store.Catalogue.ListDeliveriesAsync(beforeVersion: null, int.MaxValue, dataset.Version, cancellation);
        return new(
            head,
            dataset.Version,
            [.. columns.Select(column => column.Key.Indicator).Distinct(StringComparer.Ordinal).Select(dataset.Indicator)],
            [.. columns.Select(column => column.Key.Period).Distinct().Order()],
            [.. deliveries.Where(delivery => versions.Contains(delivery.Version))]);
    }
}
