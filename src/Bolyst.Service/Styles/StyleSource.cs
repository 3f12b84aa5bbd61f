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

    /// <summary>The sources of a measure, each once: every delivery that has a cell in what it was read from.</summary>
    /// <param name="dataset">The dataset version.</param>
    /// <param name="measure">The measure.</param>
    /// <param name="cancellation">The request's.</param>
    public static async Task<IReadOnlyList<StyleSource>> OfAsync(Dataset dataset, LayerMeasure measure, CancellationToken cancellation)
    {
        var (deliveries, sources) = (new Dictionary<long, DeliverySummary>(), new List<StyleSource>());
        foreach (var column in measure.Columns)
        {
            foreach (var version in column.Deliveries)
            {
                if (!deliveries.TryGetValue(version, out var delivery))
                    deliveries[version] = delivery = (await dataset.Store.Catalogue.FindDeliveryAsync(version, cancellation))!.Summary;
                sources.Add(new(delivery.Supplier, column.Head.SourceTable, delivery.Licence));
            }
        }

        return [.. sources.Distinct()];
    }
}
