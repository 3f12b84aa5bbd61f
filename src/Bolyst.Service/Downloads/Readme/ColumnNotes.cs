using Bolyst.Service.Layers;

namespace Bolyst.Service.Downloads.Readme;

/// <summary>What a reader must know of a column.</summary>
/// <param name="Name">Its name in the file.</param>
/// <param name="Title">Name for readers.</param>
/// <param name="Unit">Unit of the numbers; empty for text.</param>
/// <param name="Period">The time it is about; empty when it has none.</param>
/// <param name="Definition">What it measures; empty when the title says all.</param>
/// <param name="Source">Table and deliveries that it comes from.</param>
/// <param name="Licence">Licence of these.</param>
internal sealed record ColumnNote(string Name, string Title, string Unit, string Period, string Definition, string Source, string Licence);

/// <summary>Notes on every column of a layer.</summary>
internal static class ColumnNotes
{
    public static IReadOnlyList<ColumnNote> Of(Layer layer, IReadOnlyList<LayerSource> sources, ReadmeTexts texts)
    {
        var notes = new List<ColumnNote>();
        var identity = layer.Fields.Take(layer.Fields.Count - layer.Measured.Count);
        notes.AddRange(identity.Select(field => new ColumnNote(field.Name, texts.Of(field.Title), Unit(field, texts), "", "", "", "")));
        foreach (var measure in layer.Measures)
        {
            var own = sources.Where(source => source.Measures.Contains(measure.Name, StringComparer.Ordinal)).ToArray();
            var periods = string.Join(", ", measure.Columns.Select(column => column.Period.Code).Distinct(StringComparer.Ordinal));
            foreach (var field in measure.Fields)
            {
                // A status needs no more than its name: it is about the numbers before it.
                notes.Add(field is TextField
                    ? new(field.Name, texts.Of(field.Title), "", "", "", "", "")
                    : new(field.Name, texts.Of(field.Title), Unit(field, texts), periods, Definition(measure, texts), Source(measure, own, texts), Licences(own)));
            }
        }

        return notes;
    }

    private static string Unit(LayerField field, ReadmeTexts texts) => field.Unit is { } unit ? texts.Words.Unit(unit) : "";

    private static string Definition(LayerMeasure measure, ReadmeTexts texts) => measure.Column is { } column
        ? texts.Of(column.Head.Definition)
        : texts.Of(measure.Index!.Definition);

    private static string Source(LayerMeasure measure, IReadOnlyList<LayerSource> sources, ReadmeTexts texts) =>
        measure.Column?.Head.SourceTable is { Length: > 0 } table ? $"{table}: {Names(sources, texts)}" : Names(sources, texts);

    private static string Names(IEnumerable<LayerSource> sources, ReadmeTexts texts) =>
        string.Join("; ", sources.Select(source => $"{source.Delivery.Summary.Supplier}, {texts.Of(source.Delivery.Summary.Title)}"));

    private static string Licences(IEnumerable<LayerSource> sources) =>
        string.Join("; ", sources.Select(source => source.Delivery.Summary.Licence).Distinct(StringComparer.Ordinal));
}
