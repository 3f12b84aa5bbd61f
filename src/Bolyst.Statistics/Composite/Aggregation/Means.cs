using System.Numerics;

namespace Bolyst.Statistics.Composite;

/// <summary>The aggregations that look at one zone at a time. Missing parts are passed over and their weight spread on the rest.</summary>
internal static class Means
{
    /// <summary>Column by column, which the memory likes: the index of a large country in one pass over each indicator.</summary>
    public static void Arithmetic(double[][] columns, double[] weights, double[] scores)
    {
        var total = new double[scores.Length];
        for (var part = 0; part < columns.Length; part++)
        {
            Add(columns[part], weights[part], scores, total);
        }

        for (var row = 0; row < scores.Length; row++)
        {
            // Without any weight the quotient is NaN, which is what a score without parts is.
            scores[row] /= total[row];
        }
    }

    /// <summary>The same where every part must be present.</summary>
    public static void ArithmeticOfAll(double[][] columns, double[] weights, double[] scores)
    {
        var total = weights.Sum();
        for (var part = 0; part < columns.Length; part++)
        {
            var (row, column, weight) = (0, columns[part], weights[part] / total);
            for (; row <= scores.Length - Vector<double>.Count; row += Vector<double>.Count)
            {
                (new Vector<double>(scores, row) + (weight * new Vector<double>(column, row))).CopyTo(scores, row);
            }

            for (; row < scores.Length; row++)
            {
                scores[row] += weight * column[row];
            }
        }
    }

    private static void Add(double[] column, double weight, double[] scores, double[] total)
    {
        var (row, w) = (0, new Vector<double>(weight));
        for (; row <= scores.Length - Vector<double>.Count; row += Vector<double>.Count)
        {
            var x = new Vector<double>(column, row);
            var present = Vector.Equals(x, x);
            (new Vector<double>(scores, row) + Vector.ConditionalSelect(present, w * x, Vector<double>.Zero)).CopyTo(scores, row);
            (new Vector<double>(total, row) + Vector.ConditionalSelect(present, w, Vector<double>.Zero)).CopyTo(total, row);
        }

        for (; row < scores.Length; row++)
        {
            var present = !double.IsNaN(column[row]);
            scores[row] += present ? weight * column[row] : 0;
            total[row] += present ? weight : 0;
        }
    }

    public static double Of(Aggregation how, double[] values, double[] weights) => how.Method switch
    {
        AggregateMethod.Geometric => Power(values, weights, Math.Log, Math.Exp),
        AggregateMethod.Harmonic => Power(values, weights, x => 1 / x, x => 1 / x),
        AggregateMethod.Generalised => Power(values, weights, x => Math.Pow(x, how.Power), x => Math.Pow(x, 1 / how.Power)),
        AggregateMethod.MazziottaPareto => MazziottaPareto(values, weights, how.PenaltyAdds ? 1 : -1),
        AggregateMethod.Maximum => Maximum(values),
        AggregateMethod.ShareOfProblems => Mean(values, weights, x => x >= how.ProblemLimit ? 1 : 0),
        _ => throw new DefinitionRefusedException("aggregate", how.Method.ToString(), $"Unknown aggregation {how.Method}."),
    };

    /// <summary>A mean on another scale, for parts above zero; NaN otherwise.</summary>
    private static double Power(double[] values, double[] weights, Func<double, double> there, Func<double, double> back)
    {
        foreach (var x in values)
        {
            if (x <= 0)
            {
                return double.NaN;
            }
        }

        return back(Mean(values, weights, there));
    }

    private static double Mean(double[] values, double[] weights, Func<double, double> of)
    {
        var (sum, total) = (0.0, 0.0);
        for (var part = 0; part < values.Length; part++)
        {
            if (!double.IsNaN(values[part]))
            {
                sum += weights[part] * of(values[part]);
                total += weights[part];
            }
        }

        return sum / total;
    }

    private static double MazziottaPareto(double[] values, double[] weights, int sign)
    {
        var mean = Mean(values, weights, x => x);
        var variance = Mean(values, weights, x => (x - mean) * (x - mean));

        // S · S/M is a penalty only above zero: below, it would reward imbalance.
        return mean > 0 ? mean + (sign * variance / mean) : double.NaN;
    }

    private static double Maximum(double[] values)
    {
        var maximum = double.NaN;
        foreach (var x in values)
        {
            maximum = x > maximum || double.IsNaN(maximum) ? x : maximum;
        }

        return maximum;
    }
}
