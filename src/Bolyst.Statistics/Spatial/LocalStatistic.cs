namespace Bolyst.Statistics.Spatial;

/// <summary>What local statistics have in common: drafts for the zones present, tests, quadrants, and reasons for the rest.</summary>
internal static class LocalStatistic
{
    /// <summary>One zone's statistic, which is Scale · lag + Shift for any lag; so permuted lags become permuted statistics.</summary>
    internal readonly record struct Draft(double Value, double Expected, double Variance, double Lag, double Scale, double Shift);

    public static LocalResult Collect(
        IReadOnlyList<Measured> values,
        PresentZones present,
        PermutationRule? rule,
        Func<int, Draft> draft,
        double[] deviations,
        CancellationToken cancellation)
    {
        var results = new LocalValue[values.Count];
        for (var zone = 0; zone < results.Length; zone++)
        {
            results[zone] = LocalValue.None(values[zone].Reason ?? present.Problem ?? NoNeighbours);
        }

        if (present.Problem is null)
        {
            Draft[] drafts = [.. Enumerable.Range(0, present.Zones.Length).Select(draft)];
            for (var i = 0; i < drafts.Length; i++)
            {
                if (present.Weights.NeighboursOf(i).Length > 0)
                {
                    results[present.Zones[i]] = LocalValue.Of(drafts[i], deviations[i]);
                }
            }

            if (rule is not null)
            {
                ConditionalPermutation.Run(deviations, present.Weights, rule, (i, lags) =>
                {
                    for (var k = 0; k < lags.Length; k++)
                    {
                        lags[k] = (lags[k] * drafts[i].Scale) + drafts[i].Shift;
                    }

                    if (results[present.Zones[i]].Statistic.HasValue)
                    {
                        results[present.Zones[i]] = results[present.Zones[i]] with { PermutationP = rule.PValue(drafts[i].Value, lags) };
                    }
                }, cancellation);
            }
        }

        return new(results, rule, present.Zones.Length, present.Missing);
    }

    private static Reason NoNeighbours { get; } =
        new(ReasonCode.NoNeighbours, "weights", "the zone has no neighbour with a value, so the local statistic is undefined");
}
