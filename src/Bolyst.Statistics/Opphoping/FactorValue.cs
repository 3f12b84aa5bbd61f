namespace Bolyst.Statistics.Opphoping;

/// <summary>Reads one factor of a product in one zone or in the reference area.</summary>
internal sealed class FactorValue
{
    private readonly Factor factor;
    private readonly IndicatorColumn column;
    private readonly IndicatorColumn? denominator;

    public FactorValue(Factor factor, RecipeColumns columns)
    {
        this.factor = factor;
        column = columns.Scored(factor.Indicator, "factors");
        denominator = factor.Denominator is { } key ? columns.Count(key, "factors") : null;
        if (!(factor.Scale > 0 && double.IsFinite(factor.Scale)))
        {
            throw new DefinitionRefusedException(
                "factors", factor.Indicator, $"Factor '{factor.Indicator}' has a scale that is not a positive number.");
        }

        if (factor.Reading == FactorReading.ByPolarity && column.Polarity != Polarity.HigherIsWorse)
        {
            throw new DefinitionRefusedException(
                "factors",
                factor.Indicator,
                $"Factor '{factor.Indicator}' is not 'higher is worse' ({column.Polarity}). Say how it enters the product: as is, complement or reciprocal.");
        }
    }

    public Measured InZone(int zone)
    {
        var value = Quotient(factor, column, denominator, zone);
        return value.HasValue ? Read(value.Value) : value;
    }

    /// <summary>The factor before reading and scale: the value, divided when the factor has a denominator.</summary>
    public static Measured Quotient(Factor factor, RecipeColumns columns, int zone) =>
        Quotient(factor, columns.Scored(factor.Indicator, "factors"), factor.Denominator is { } key ? columns.Count(key, "factors") : null, zone);

    public Measured InReference(ReferenceArea? reference)
    {
        if (reference is null)
        {
            return Measured.None(ReasonCode.NoReference, factor.Indicator, "no reference area was named");
        }

        if (!reference.Values.TryGetValue(factor.Indicator, out var value))
        {
            return Measured.None(ReasonCode.NoReference, factor.Indicator, $"{reference.Name} has no value of {factor.Indicator}");
        }

        return value.HasValue ? Read(value.Value) : value;
    }

    private Measured Read(double value)
    {
        var read = factor.Reading switch
        {
            FactorReading.Complement => factor.Whole - value,
            FactorReading.Reciprocal => 1 / value,
            _ => value,
        } * factor.Scale;
        return double.IsFinite(read) && read >= 0
            ? read
            : Measured.None(ReasonCode.OutsideDomain, factor.Indicator, $"{factor.Indicator} is outside what a product of shares can hold");
    }

    private static Measured Quotient(Factor factor, IndicatorColumn column, IndicatorColumn? denominator, int zone)
    {
        var value = column[zone];
        if (denominator is null || !value.HasValue)
        {
            return value;
        }

        var under = denominator[zone];
        if (!under.HasValue)
        {
            return under;
        }

        return under.Value == 0
            ? Measured.None(ReasonCode.ZeroDenominator, factor.Indicator, $"{denominator.Key}, the denominator of {factor.Indicator}, is zero")
            : value.Value / under.Value;
    }
}
