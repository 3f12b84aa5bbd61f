using System.Globalization;

namespace Bolyst.Statistics.Composite;

/// <summary>Step 7: makes one column of several.</summary>
internal static class Aggregate
{
    /// <param name="how">Method and parameters.</param>
    /// <param name="key">The whole's key.</param>
    /// <param name="parts">The parts, with numbers by row.</param>
    /// <param name="weights">One for each part.</param>
    /// <param name="periods">Zones are only compared with each other within a period.</param>
    public static WorkColumn Apply(Aggregation how, string key, IReadOnlyList<WorkColumn> parts, double[] weights, int periods)
    {
        Check(how, key);
        var rows = parts[0].Numbers.Length;
        var scores = new double[rows];
        var columns = parts.Select(p => p.Numbers).ToArray();
        var least = (int)Math.Ceiling((how.MinimumPresent * parts.Count) - 1e-9);
        if (how.Method == AggregateMethod.Arithmetic && least == parts.Count)
        {
            // NaN plus anything is NaN: one missing part makes the whole missing without a count.
            Means.ArithmeticOfAll(columns, weights, scores);
            return new(key, scores, row => WhyMissing(how, key, parts, row, least));
        }

        if (how.Method == AggregateMethod.Copeland)
        {
            Copeland.Apply(columns, weights, scores, rows / periods, key);
        }
        else if (how.Method == AggregateMethod.Arithmetic)
        {
            Means.Arithmetic(columns, weights, scores);
        }
        else
        {
            var values = new double[parts.Count];
            for (var row = 0; row < rows; row++)
            {
                for (var part = 0; part < values.Length; part++)
                {
                    values[part] = columns[part][row];
                }

                scores[row] = Means.Of(how, values, weights);
            }
        }

        var missing = new int[rows];
        foreach (var column in columns)
        {
            for (var row = 0; row < rows; row++)
            {
                missing[row] += double.IsNaN(column[row]) ? 1 : 0;
            }
        }

        for (var row = 0; row < rows; row++)
        {
            scores[row] = missing[row] > parts.Count - least ? double.NaN : scores[row];
        }

        return new(key, scores, row => WhyMissing(how, key, parts, row, least));
    }

    private static Reason? WhyMissing(Aggregation how, string key, IReadOnlyList<WorkColumn> parts, int row, int least)
    {
        Reason[] reasons = [.. parts.Where(p => double.IsNaN(p.Numbers[row])).Select(p => p.WhyMissing(row))];
        if (reasons.Length == 0)
        {
            return new(ReasonCode.OutsideDomain, key, $"{how.Method} of {key} needs {(how.Method == AggregateMethod.MazziottaPareto ? "parts with a mean" : "parts")} above zero");
        }

        if (how.MinimumPresent == 1)
        {
            return Reason.Combine(reasons);
        }

        var present = parts.Count - reasons.Length;
        return new(
            ReasonCode.TooLittleData,
            string.Join(", ", reasons.Select(r => r.Subject)),
            string.Create(
                CultureInfo.InvariantCulture,
                $"{key} has {present} of {parts.Count} parts, where {least} are asked for: {string.Join("; ", reasons.Select(r => r.Text))}"));
    }

    private static void Check(Aggregation how, string key)
    {
        if (how.MinimumPresent is not (> 0 and <= 1))
        {
            throw new DefinitionRefusedException("aggregate", key, $"The least share of parts of '{key}' is above 0 and at most 1.");
        }

        if (how.Method == AggregateMethod.Generalised && (how.Power == 0 || !double.IsFinite(how.Power)))
        {
            throw new DefinitionRefusedException("aggregate", key, $"The exponent of '{key}' is a finite number other than 0; use the geometric mean for 0.");
        }
    }
}
