using Bolyst.Statistics.Uncertainty;

namespace Bolyst.Statistics.Comparison;

/// <summary>One number with what it is made of: what comparisons take.</summary>
/// <param name="Value">The number in the indicator's unit, or why there is none.</param>
/// <param name="Numerator">Cases counted; NaN where the number is not a rate of counts.</param>
/// <param name="Denominator">Cases the rate is of; NaN where the number is not a rate of counts.</param>
/// <param name="Scale">Value = numerator / denominator × scale: 100 for percent.</param>
public readonly record struct Cell(Measured Value, double Numerator = double.NaN, double Denominator = double.NaN, double Scale = 1)
{
    /// <summary>Whether the number is a rate of counts.</summary>
    public bool HasCounts => Value.HasValue && double.IsFinite(Numerator) && double.IsFinite(Denominator);

    /// <summary>The Wilson interval in the indicator's unit; null unless the number is a proportion of counts.</summary>
    /// <param name="level">The confidence level.</param>
    public Interval? Wilson(double level) => HasCounts ? ProportionInterval.Wilson(Numerator, Denominator, level).Interval?.Times(Scale) : null;

    /// <summary>The cell of a zone in a column. The counts stay behind when the status hides the number.</summary>
    /// <param name="column">The column.</param>
    /// <param name="zone">Ordinal of the zone.</param>
    public static Cell Of(IndicatorColumn column, int zone)
    {
        var value = column[zone];
        return value.HasValue && !column.Numerators.IsEmpty && !column.Denominators.IsEmpty
            ? new(value, column.Numerators.Span[zone], column.Denominators.Span[zone], column.UnitScale)
            : new(value, Scale: column.UnitScale);
    }
}
