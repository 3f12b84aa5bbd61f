namespace Bolyst.Statistics.Opphoping;

/// <summary>The area that factors are compared with: a kommune, the country, all zones together.</summary>
/// <param name="Name">What to call it.</param>
/// <param name="Values">
/// By indicator key, in the indicator's own unit (before reading and scale); for a factor with a denominator, the quotient of the counts.
/// </param>
public sealed record ReferenceArea(string Name, IReadOnlyDictionary<string, Measured> Values)
{
    /// <summary>By indicator key, the number of zones without counts, which the value therefore leaves out; empty when not known.</summary>
    public IReadOnlyDictionary<string, int> ZonesLeftOut { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>
    /// All zones together, from counts: the sum of numerators over the sum of denominators, for percentages are never averaged.
    /// Zones without both counts are left out and counted; a bare rate has no total and says so.
    /// </summary>
    public static ReferenceArea TotalOf(string name, ProductRecipe recipe, IEnumerable<IndicatorColumn> columns)
    {
        var given = new RecipeColumns(columns);
        var values = new Dictionary<string, Measured>(StringComparer.Ordinal);
        var leftOut = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var factor in recipe.Factors)
        {
            (values[factor.Indicator], leftOut[factor.Indicator]) = Total(factor, given);
        }

        return new(name, values) { ZonesLeftOut = leftOut };
    }

    /// <summary>One zone of another zone set, such as the country, by its own numbers.</summary>
    /// <param name="name">What to call it.</param>
    /// <param name="recipe">Which factors.</param>
    /// <param name="columns">The columns that the recipe names, over the zone set of the reference.</param>
    /// <param name="zone">Ordinal of the reference in them.</param>
    public static ReferenceArea OfZone(string name, ProductRecipe recipe, IEnumerable<IndicatorColumn> columns, int zone)
    {
        var given = new RecipeColumns(columns);
        return new(name, recipe.Factors.ToDictionary(f => f.Indicator, f => FactorValue.Quotient(f, given, zone), StringComparer.Ordinal));
    }

    private static (Measured Value, int LeftOut) Total(Factor factor, RecipeColumns columns)
    {
        var column = columns.Scored(factor.Indicator, "factors");
        if (factor.Denominator is { } key)
        {
            return Quotient(factor.Indicator, column.Values.Span, columns.Count(key, "factors").Values.Span, 1);
        }

        return column.Numerators.IsEmpty || column.Denominators.IsEmpty
            ? (Measured.None(ReasonCode.NoReference, column.Key, $"{column.Key} is a bare rate: without counts it has no total"), column.Count)
            : Quotient(column.Key, column.Numerators.Span, column.Denominators.Span, column.UnitScale);
    }

    private static (Measured Value, int LeftOut) Quotient(
        string key, ReadOnlySpan<double> numerators, ReadOnlySpan<double> denominators, double unitScale)
    {
        var (over, under, leftOut) = (default(Sum), default(Sum), 0);
        for (var zone = 0; zone < numerators.Length; zone++)
        {
            if (double.IsFinite(numerators[zone]) && double.IsFinite(denominators[zone]))
            {
                over.Add(numerators[zone]);
                under.Add(denominators[zone]);
            }
            else
            {
                leftOut++;
            }
        }

        return under.Value == 0
            ? (Measured.None(ReasonCode.ZeroDenominator, key, $"{key} has no total: its denominators sum to zero"), leftOut)
            : (over.Value / under.Value * unitScale, leftOut);
    }
}
