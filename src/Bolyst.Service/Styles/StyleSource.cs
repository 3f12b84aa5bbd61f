using Bolyst.Service.Layers;
using Bolyst.Service.Reading;
using Bolyst.Store.Model;

namespace Bolyst.Service.Styles;

/// <summary>Where the numbers of a field come from.</summary>
/// <param name="Supplier">Who delivered them.</param>
/// <param name="Table">Table at the source; null when it has none.</param>
/// <param name="Licence">Licence of the data.</param>
internal sealed record StyleSource(string Supplier, string? Table, string Licence)
{
    /// <summary>One line: <c>SSB, 08764 (NLOD 2.0)</c>.</summary>
    public override string ToString() => $"{Supplier}{(Table is null ? "" : ", " + Table)} ({Licence})";

    /// <summary>The sources of a measure, each once.</summary>
    /// <param name="dataset">The dataset version.</param>
    /// <param name="zoneSet">Key of the zone set.</param>
    /// <param name="measure">The measure.</param>
    /// <param name="cancellation">The request's.</param>
    public static async Task<IReadOnlyList<StyleSource>> OfAsync(Dataset dataset, string zoneSet, LayerMeasure measure, CancellationToken cancellation)
    {
        var selections = measure.Column is { } column ? [column.Selection] : measure.Index!.Inputs.Select(input => input.Selection);
        var columns = await dataset.ColumnsOfAsync(zoneSet, cancellation);
        var deliveries = new Dictionary<long, DeliverySummary>();
        var sources = new List<StyleSource>();
        foreach (var selection in selections)
        {
            var version = columns.First(delivered => IsOf(delivered.Key, selection)).Version;
            if (!deliveries.TryGetValue(version, out var delivery))
                deliveries[version] = delivery = (await dataset.Store.Catalogue.FindDeliveryAsync(version, cancellation))!.Summary;
            sources.Add(new(delivery.Supplier, dataset.Indicator(selection.Indicator).SourceTable, delivery.Licence));
        }

        return [.. sources.Distinct()];
    }

    private static bool IsOf(ColumnKey key, V1.IndicatorSelection selection) =>
        string.Equals(key.Indicator, selection.Indicator, StringComparison.Ordinal)
        && string.Equals(key.Period.Code, selection.Period, StringComparison.Ordinal)
        && string.Equals(key.Breakdown, selection.Breakdown, StringComparison.Ordinal);
}
