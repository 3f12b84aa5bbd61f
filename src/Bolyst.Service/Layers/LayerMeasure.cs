using Bolyst.Service.Reading;

namespace Bolyst.Service.Layers;

/// <summary>One indicator or index of a layer, with the fields that hold it.</summary>
/// <param name="Value">Its numbers.</param>
/// <param name="Status">Why there is none, or <c>value</c>.</param>
/// <param name="More">Other numbers about it: an index's rank, a product's relative value.</param>
/// <param name="Column">What it was read from; null for an index.</param>
/// <param name="Index">What it was computed by; null for an indicator.</param>
internal sealed record LayerMeasure(NumberField Value, TextField Status, IReadOnlyList<NumberField> More, ReadColumn? Column, LayerIndex? Index)
{
    /// <summary>Its name in files, tiles and filters: the key with underscores.</summary>
    public string Name => Value.Name;

    /// <summary>All that it was read from: one column, or the inputs of an index.</summary>
    public IEnumerable<ReadColumn> Columns => Column is { } one ? [one] : Index!.Columns;

    /// <summary>Its fields, in the order of every table.</summary>
    public IEnumerable<LayerField> Fields => [Value, Status, .. More];
}
