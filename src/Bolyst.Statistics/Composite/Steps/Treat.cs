namespace Bolyst.Statistics.Composite;

/// <summary>Step 4: draws in outliers, where skewness and kurtosis both say that there are some.</summary>
internal static class Treat
{
    public static Treatment Apply(TreatRule rule, WorkColumn column)
    {
        var original = column.Numbers;
        if (Passes(Moments.Of(original), rule))
        {
            return new(column.Key, 0, TreatTransform.None, Passed: true);
        }

        var (winsorised, points) = Winsorise(original, rule);
        if (rule.Transform == TreatTransform.None || Passes(Moments.Of(winsorised), rule))
        {
            column.Numbers = winsorised;
            return new(column.Key, points, TreatTransform.None, Passes(Moments.Of(winsorised), rule));
        }

        column.Numbers = Transform(rule, column.Key, original);
        return new(column.Key, 0, rule.Transform, Passes(Moments.Of(column.Numbers), rule));
    }

    private static bool Passes(Moments m, TreatRule rule) =>
        m.Count < 4 || m.Range == 0 || Math.Abs(m.Skewness) < rule.SkewnessLimit || m.Kurtosis < rule.KurtosisLimit;

    /// <summary>Gives the outermost value, on the side of the long tail, the value next to it, until the test passes.</summary>
    private static (double[] Numbers, int Points) Winsorise(double[] original, TreatRule rule)
    {
        var numbers = original.ToArray();
        var drawn = new HashSet<int>();
        for (var round = 0; round < rule.MaximumWinsorised; round++)
        {
            var m = Moments.Of(numbers);
            if (Passes(m, rule))
            {
                break;
            }

            var high = m.Skewness >= 0;
            var edge = high ? m.Maximum : m.Minimum;
            var next = high ? double.NegativeInfinity : double.PositiveInfinity;
            foreach (var x in numbers)
            {
                // Comparisons with NaN are false, so missing values are passed over.
                next = high ? (x < edge ? Math.Max(next, x) : next) : (x > edge ? Math.Min(next, x) : next);
            }

            for (var i = 0; i < numbers.Length; i++)
            {
                if (numbers[i] == edge)
                {
                    numbers[i] = next;
                    drawn.Add(i);
                }
            }
        }

        return (numbers, drawn.Count);
    }

    private static double[] Transform(TreatRule rule, string key, double[] original)
    {
        var m = Moments.Of(original);
        if (rule.Transform == TreatTransform.Log && m.Minimum <= 0)
        {
            throw new DefinitionRefusedException("treat", key, $"'{key}' has values of zero or below, which have no logarithm.");
        }

        var move = rule.Transform switch
        {
            TreatTransform.LogOfRange => (0.01 * m.Range) - m.Minimum,
            TreatTransform.LogOfDistance => 1 - m.Minimum,
            TreatTransform.BoxCox when m.Minimum <= 0 => 1 - m.Minimum,
            _ => 0,
        };
        var lambda = rule.Transform == TreatTransform.BoxCox ? rule.Lambda : 0;
        return [.. original.Select(x => lambda == 0 ? Math.Log(x + move) : (Math.Pow(x + move, lambda) - 1) / lambda)];
    }
}

/// <summary>What was done to the outliers of an indicator.</summary>
/// <param name="Indicator">The indicator's key.</param>
/// <param name="Winsorised">The number of values drawn in.</param>
/// <param name="Transform">The transformation, if winsorising was not enough.</param>
/// <param name="Passed">Whether skewness or kurtosis is within its limit now.</param>
public sealed record Treatment(string Indicator, int Winsorised, TreatTransform Transform, bool Passed);
