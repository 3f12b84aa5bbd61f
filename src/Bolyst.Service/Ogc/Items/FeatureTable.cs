using Bolyst.Service.Faults;
using Bolyst.Service.Layers;
using Bolyst.Store;
using Bolyst.Store.Model;

namespace Bolyst.Service.Ogc.Items;

/// <summary>What a collection is, without its numbers.</summary>
/// <param name="Id">Its id in addresses.</param>
/// <param name="ZoneSet">Key of the zone set; null for boundaries of områdesatsingar.</param>
/// <param name="Title">Name for readers.</param>
/// <param name="Description">What a reader must know: level, source, licence.</param>
/// <param name="Valid">When it holds.</param>
/// <param name="Extent">Where it is.</param>
internal sealed record CollectionHead(string Id, string? ZoneSet, LocalizedText Title, string Description, DayInterval Valid, FeatureExtent Extent);

/// <summary>A collection with its columns, at one dataset version. Immutable.</summary>
internal sealed class FeatureTable
{
    private readonly Lazy<int[]> missing;

    public FeatureTable(CollectionHead head, long version, int count, IReadOnlyList<LayerField> fields, Func<int, DayInterval> validOf)
    {
        (Head, Version, Count, Fields, ValidOf) = (head, version, count, fields, validOf);
        missing = new(CountMissing);
    }

    /// <summary>What it is.</summary>
    public CollectionHead Head { get; }

    /// <summary>The dataset version.</summary>
    public long Version { get; }

    /// <summary>Number of features. A feature's id is its ordinal plus 1.</summary>
    public int Count { get; }

    /// <summary>Columns, by ordinal.</summary>
    public IReadOnlyList<LayerField> Fields { get; }

    /// <summary>When a feature holds.</summary>
    public Func<int, DayInterval> ValidOf { get; }

    /// <summary>The column with this name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="parameter">The parameter that names it, for the fault.</param>
    /// <exception cref="Rpc.RpcException">There is none.</exception>
    public LayerField Field(string name, string parameter) =>
        Fields.FirstOrDefault(field => string.Equals(field.Name, name, StringComparison.Ordinal))
        ?? throw Fault.InvalidArgument(
            V1.ErrorReason.FieldOutOfRange, parameter, $"names '{name}', which collection '{Head.Id}' does not have. It has {string.Join(", ", Fields.Select(field => field.Name))}.");

    /// <summary>
    /// The given features with the most complete one first, the others by id. QGIS and GDAL guess the type of a column from the first
    /// ten features, and call a column of numbers text when all ten are missing.
    /// </summary>
    /// <param name="ordinals">Ordinals, ascending.</param>
    public IReadOnlyList<int> InDefaultOrder(IReadOnlyList<int> ordinals)
    {
        if (ordinals.Count == 0)
            return ordinals;
        var first = ordinals.MinBy(ordinal => missing.Value[ordinal]);
        return [first, .. ordinals.Where(ordinal => ordinal != first)];
    }

    private int[] CountMissing()
    {
        var counts = new int[Count];
        for (var ordinal = 0; ordinal < Count; ordinal++)
        {
            foreach (var field in Fields)
            {
                if (field is NumberField number && number.At(ordinal) is null || field is DateField date && date.At(ordinal) is null)
                    counts[ordinal]++;
            }
        }

        // A layer whose first features have no outline is taken for a table without geometry: worse than any number that is missing.
        foreach (var ordinal in Head.Extent.WithoutOutline)
        {
            counts[ordinal] += Fields.Count;
        }

        return counts;
    }
}
