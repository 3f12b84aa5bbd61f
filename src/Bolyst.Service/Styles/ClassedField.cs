using Bolyst.Service.Faults;
using Bolyst.Service.Layers;
using Bolyst.Service.Reading;
using Bolyst.Service.Styles.Colours;
using Bolyst.Statistics;
using Bolyst.Statistics.Classification;

namespace Bolyst.Service.Styles;

/// <summary>
/// A field of a layer put into classes with colours, and its zones without a number put into groups with patterns: what the answer for
/// the map, every style and every legend are written from.
/// </summary>
/// <param name="Layer">The layer.</param>
/// <param name="Within">The kommune whose zones alone are counted and make the classes; null for all zones of the layer.</param>
/// <param name="Measure">What the field is about.</param>
/// <param name="Field">The field.</param>
/// <param name="Reading">How its numbers are read.</param>
/// <param name="Middle">The number that means neither more nor less; null for none.</param>
/// <param name="Classes">The classes.</param>
/// <param name="Palette">Where the colours are from.</param>
/// <param name="Colours">A colour for each class, as <c>#rrggbb</c>.</param>
/// <param name="WithoutNumber">The groups of zones without a number.</param>
/// <param name="Marked">Zones whose number has a reservation, by status.</param>
internal sealed record ClassedField(
    Layer Layer,
    ZonesWithin? Within,
    LayerMeasure Measure,
    NumberField Field,
    NumberReading Reading,
    double? Middle,
    ValueClasses Classes,
    Palette Palette,
    IReadOnlyList<string> Colours,
    IReadOnlyList<PatternGroup> WithoutNumber,
    IReadOnlyList<StatusCount> Marked)
{
    private const int DefaultClasses = 5;

    /// <summary>With a middle, as many on each side.</summary>
    private const int DefaultClassesAround = 6;

    /// <summary>The field that says why there is no number.</summary>
    public TextField Status => Measure.Status;

    /// <summary>Periods of the numbers, or of what the index was computed from.</summary>
    public IReadOnlyList<string> Periods => [.. Measure.Columns.Select(column => column.Period.Code).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Number of zones that are counted.</summary>
    public int Zones => Within?.Ordinals.Count ?? Layer.Count;

    /// <summary>Puts a field of a layer into classes.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="name">Name of a field with numbers that are measured.</param>
    /// <param name="query">How.</param>
    /// <param name="within">The kommune whose zones alone are counted; null for all.</param>
    /// <exception cref="Rpc.RpcException">The layer has no such field, or the palette does not suit it.</exception>
    public static ClassedField Of(Layer layer, string name, StyleQuery query, ZonesWithin? within = null)
    {
        var (measure, field) = Find(layer, name);
        var (reading, middle) = (NumberReadings.Of(measure, field), NumberReadings.MiddleOf(measure, field));
        var rule = query.Method == ClassMethod.Fixed
            ? ClassRule.Fixed(query.Breaks)
            : ClassRule.Found(query.Method, query.Classes ?? (middle is null ? DefaultClasses : DefaultClassesAround), middle);
        var zones = within?.Ordinals ?? [.. Enumerable.Range(0, layer.Count)];
        var (numbers, counts) = (new double[zones.Count], new Dictionary<string, int>(StringComparer.Ordinal));
        foreach (var (place, zone) in zones.Index())
        {
            numbers[place] = field.At(zone) ?? double.NaN;
            var status = measure.Status.At(zone);
            counts[status] = counts.GetValueOrDefault(status) + 1;
        }

        var classes = ValueClasses.Of(numbers, rule);
        var (palette, colours) = Colour(classes, reading, middle, query.Palette);
        return new(layer, within, measure, field, reading, middle, classes, palette, colours, PatternGroups.Of(measure.Index is not null, counts), MarkedIn(counts));
    }

    private static (LayerMeasure Measure, NumberField Field) Find(Layer layer, string name)
    {
        foreach (var measure in layer.Measures)
        {
            foreach (var field in measure.Fields.OfType<NumberField>())
            {
                if (string.Equals(field.Name, name, StringComparison.Ordinal))
                    return (measure, field);
            }
        }

        throw Fault.NotFound(
            V1.ErrorReason.NoData,
            $"Layer '{layer.Head.Id}' has no measured field '{name}'. It has {string.Join(", ", layer.Measured.OfType<NumberField>().Select(field => field.Name))}.",
            ("layer", layer.Head.Id),
            ("field", name));
    }

    private static (Palette Palette, IReadOnlyList<string> Colours) Colour(ValueClasses classes, NumberReading reading, double? middle, Palette? asked)
    {
        if (asked?.IsDiverging == true && middle is null)
            throw Fault.InvalidArgument(V1.ErrorReason.FieldOutOfRange, "palette", $"{asked.Name} leaves a middle, and the field has none.");
        if (middle is { } centre && asked is not { IsDiverging: false })
        {
            var (palette, below) = (asked ?? Palette.AroundMiddle, classes.Classes.Count(c => c.To <= centre));
            var above = classes.Classes.Count(c => c.From >= centre);
            if (palette.TakeAround(below, classes.Classes.Count > below + above, above) is { } around)
                return (palette, around);
        }

        var chosen = asked is { IsDiverging: false } ? asked
            : reading is NumberReading.Neutral or NumberReading.ContextOnly ? Palette.Neutral : Palette.Levekar;
        var colours = chosen.Take(classes.Classes.Count);
        // Dark is harder levekår, whichever end of the numbers that is.
        return (chosen, reading is NumberReading.HigherIsBetter or NumberReading.FirstIsHighest ? [.. colours.Reverse()] : colours);
    }

    private static StatusCount[] MarkedIn(Dictionary<string, int> counts) =>
    [
        .. Enum.GetValues<ObservationStatus>()
            .Where(status => status.CarriesNumber() && status != ObservationStatus.Value)
            .Select(status => new StatusCount(StatusNames.Of(status), counts.GetValueOrDefault(StatusNames.Of(status))))
            .Where(status => status.Zones > 0),
    ];
}
