using Bolyst.Statistics.Composite;

namespace Bolyst.Statistics.Uncertainty.Simulation;

/// <summary>Draws the values of indicators again, within how sure they are.</summary>
internal static class ValueSampler
{
    /// <summary>The data of an index with the values that can be drawn drawn again.</summary>
    /// <param name="drawable">From <see cref="DrawableOf"/>.</param>
    public static CompositeData Draw(
        CompositeDefinition definition, CompositeData data, Dictionary<string, IndicatorColumn> drawable, ulong seed, ulong item, Scratch scratch)
    {
        var columns = new List<IndicatorColumn>();
        var keys = definition.Indicators.Select(i => i.Indicator)
            .Concat(definition.Indicators.Select(i => i.Denominator).OfType<string>()).Distinct(StringComparer.Ordinal);
        foreach (var key in keys)
        {
            var random = new RandomStream(seed + (ulong)columns.Count, item);
            columns.Add(drawable.TryGetValue(key, out var column) ? Draw(column, ref random, scratch) : data.Find(key, "indicators"));
        }

        return new(columns, data.Periods) { GroupOfZone = data.GroupOfZone };
    }

    /// <summary>The columns of an index whose values are drawn, by key.</summary>
    public static Dictionary<string, IndicatorColumn> DrawableOf(CompositeDefinition definition, CompositeData data) =>
        Drawable.Among(definition.Indicators.Select(i => (i.Indicator, i.Denominator)), key => data.Find(key, "indicators"));

    /// <summary>Draws the values of a column that has counts or standard errors.</summary>
    public static IndicatorColumn Draw(IndicatorColumn column, ref RandomStream random, Scratch scratch)
    {
        var values = Denominate.Numbers(column, scratch);
        if (column.StandardErrors.IsEmpty)
        {
            Counts(column, values, ref random);
        }
        else
        {
            random.AddNormal(values, column.StandardErrors.Span);
        }

        return new(column.Key, column.Polarity, values, column.Status)
        {
            OwnedNumbers = values,
            Ethnicity = column.Ethnicity,
            Numerators = column.Numerators,
            Denominators = column.Denominators,
            UnitScale = column.UnitScale,
        };
    }

    /// <summary>x of n persons as a binomial draw; more events than persons (offences per 1000) as a normal one with variance x.</summary>
    private static void Counts(IndicatorColumn column, double[] values, ref RandomStream random)
    {
        var (numerators, denominators) = (column.Numerators.ToArray(), column.Denominators.ToArray());
        for (var row = 0; row < values.Length; row++)
        {
            var (x, n) = (numerators[row], denominators[row]);
            if (double.IsFinite(values[row]) && double.IsFinite(x) && n > 0)
            {
                var drawn = x <= n ? BinomialSampler.Draw(ref random, Math.Round(n), x / n) : Math.Max(0, x + (Math.Sqrt(x) * random.Normal()));
                values[row] = column.CountsAsValues ? drawn : drawn / n * column.UnitScale;
            }
        }
    }
}
