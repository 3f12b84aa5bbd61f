using Bolyst.Service.Faults;

namespace Bolyst.Service.Layers;

/// <summary>
/// A table for GIS at one dataset version: features with fields that hold numbers and the reasons where there are none. Every door
/// reads the same table, so that a value is the same whichever way it leaves. Immutable.
/// </summary>
internal sealed class Layer
{
    private readonly Lazy<int[]> missing;
    private readonly Lazy<LayerAmount> amount;

    /// <param name="head">What it is.</param>
    /// <param name="version">The dataset version.</param>
    /// <param name="count">Number of features.</param>
    /// <param name="identity">What names and dates a feature.</param>
    /// <param name="measures">What is measured.</param>
    /// <param name="validOf">When a feature holds.</param>
    public Layer(LayerHead head, long version, int count, IReadOnlyList<LayerField> identity, IReadOnlyList<LayerMeasure> measures, Func<int, DayInterval> validOf)
    {
        (Head, Version, Count, Measures, ValidOf) = (head, version, count, measures, validOf);
        Measured = [.. measures.SelectMany(measure => measure.Fields)];
        Fields = [.. identity, .. Measured];
        missing = new(CountMissing);
        amount = new(() => LayerAmount.Of(this));
    }

    /// <summary>What it is.</summary>
    public LayerHead Head { get; }

    /// <summary>The dataset version.</summary>
    public long Version { get; }

    /// <summary>Number of features. A feature's id is its ordinal plus 1.</summary>
    public int Count { get; }

    /// <summary>Its indicators and indexes.</summary>
    public IReadOnlyList<LayerMeasure> Measures { get; }

    /// <summary>The fields of the measures.</summary>
    public IReadOnlyList<LayerField> Measured { get; }

    /// <summary>All fields: what names and dates a feature, then the measured ones.</summary>
    public IReadOnlyList<LayerField> Fields { get; }

    /// <summary>How much it holds; counted once.</summary>
    public LayerAmount Amount => amount.Value;

    /// <summary>When a feature holds.</summary>
    public Func<int, DayInterval> ValidOf { get; }

    /// <summary>The field with this name.</summary>
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
