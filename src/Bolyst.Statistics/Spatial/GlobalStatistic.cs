using Statistic = Bolyst.Statistics.Spatial.GlobalAutocorrelation.Statistic;

namespace Bolyst.Statistics.Spatial;

/// <summary>The formulas of the global statistics, and their permutation.</summary>
internal static class GlobalStatistic
{
    public static AutocorrelationResult Run(
        IReadOnlyList<Measured> values, SpatialWeights weights, PermutationRule? rule, Statistic statistic, CancellationToken cancellation)
    {
        rule?.Check();
        var present = new PresentZones(values, weights);
        var problem = present.Problem ?? (statistic == Statistic.GetisOrd && present.Values.Min() < 0
            ? new(ReasonCode.OutsideDomain, "values", "the general G is defined for values of 0 or more")
            : null);
        var islands = present.Weights.Islands.Count;
        if (problem is not null)
        {
            var none = Measured.None(problem);
            return new(none, none, null, null, none, rule, present.Zones.Length, present.Missing, islands);
        }

        var value = Compute(statistic, statistic == Statistic.GetisOrd ? present.Values : present.Deviations, present.Weights);
        var (expected, normal, random) = GlobalMoments.Of(statistic, present);
        return new(
            value,
            expected,
            double.IsNaN(normal) ? null : AnalyticTest.Of(value, expected, normal),
            AnalyticTest.Of(value, expected, random),
            rule is null ? Measured.None(ReasonCode.NoReference, "permutations", "no permutations were asked for") : Permute(statistic, present, value, rule, cancellation),
            rule,
            present.Zones.Length,
            present.Missing,
            islands);
    }

    private static double Compute(Statistic statistic, double[] y, SpatialWeights weights)
    {
        var (over, under, s0) = (default(Sum), default(Sum), default(Sum));
        for (var zone = 0; zone < y.Length; zone++)
        {
            var neighbours = weights.NeighboursOf(zone);
            var w = weights.WeightsOf(zone);
            for (var link = 0; link < neighbours.Length; link++)
            {
                var other = y[neighbours[link]];
                over.Add(w[link] * (statistic == Statistic.Geary ? (y[zone] - other) * (y[zone] - other) : y[zone] * other));
                s0.Add(w[link]);
            }

            under.Add(y[zone] * y[zone]);
        }

        var total = Sum.Of(y);
        return statistic switch
        {
            Statistic.Moran => y.Length / s0.Value * over.Value / under.Value,
            Statistic.Geary => (y.Length - 1) * over.Value / (2 * s0.Value * under.Value),
            _ => over.Value / ((total * total) - under.Value),
        };
    }

    private static double Permute(Statistic statistic, PresentZones present, double observed, PermutationRule rule, CancellationToken cancellation)
    {
        var permuted = new double[rule.Permutations];
        var source = statistic == Statistic.GetisOrd ? present.Values : present.Deviations;
        Parallel.For(0, rule.Permutations, new ParallelOptions { CancellationToken = cancellation }, () => new double[source.Length], (permutation, _, dealt) =>
        {
            source.CopyTo(dealt, 0);
            var random = new RandomStream(rule.Seed, (ulong)permutation);
            for (var i = dealt.Length - 1; i > 0; i--)
            {
                var j = random.Below(i + 1);
                (dealt[i], dealt[j]) = (dealt[j], dealt[i]);
            }

            permuted[permutation] = Compute(statistic, dealt, present.Weights);
            return dealt;
        }, _ => { });
        return rule.PValue(observed, permuted);
    }
}
