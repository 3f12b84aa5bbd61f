namespace Bolyst.Statistics.Spatial;

/// <summary>
/// What the lag of a zone would be if its neighbours were any other zones: the zone itself is held, and for each permutation as many
/// different zones as it has neighbours are drawn from all others (Anselin 1995, Geographical Analysis 27). Each zone has its own random
/// stream, so neither threads nor other zones change its result.
/// </summary>
internal static class ConditionalPermutation
{
    /// <param name="values">The values to draw.</param>
    /// <param name="weights">Only the number of neighbours and their weights matter.</param>
    /// <param name="rule">Permutations and seed.</param>
    /// <param name="use">Receives each zone and its permuted lags; called from many threads. Islands are not called.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public static void Run(double[] values, SpatialWeights weights, PermutationRule rule, Action<int, double[]> use, CancellationToken cancellation)
    {
        rule.Check();
        Parallel.For(0, values.Length, new ParallelOptions { CancellationToken = cancellation }, () => new double[rule.Permutations], (zone, _, lags) =>
        {
            var w = weights.WeightsOf(zone);
            if (w.Length > 0)
            {
                var random = new RandomStream(rule.Seed, (ulong)zone);
                Draw(values, zone, w, ref random, lags);
                use(zone, lags);
            }

            return lags;
        }, _ => { });
    }

    private static void Draw(double[] values, int zone, ReadOnlySpan<double> weights, ref RandomStream random, double[] lags)
    {
        // With few neighbours among many zones a repeated draw is rare and drawn again; otherwise the others are shuffled in part.
        if (weights.Length <= 32 && weights.Length * 4 < values.Length)
        {
            Redraw(values, zone, weights, ref random, lags);
        }
        else
        {
            Shuffle(values, zone, weights, ref random, lags);
        }
    }

    private static void Redraw(double[] values, int zone, ReadOnlySpan<double> weights, ref RandomStream random, double[] lags)
    {
        Span<int> drawn = stackalloc int[weights.Length];
        for (var permutation = 0; permutation < lags.Length; permutation++)
        {
            var lag = 0.0;
            for (var k = 0; k < drawn.Length; k++)
            {
                int other;
                do
                {
                    other = random.Below(values.Length - 1);
                    other += other >= zone ? 1 : 0;
                }
                while (drawn[..k].Contains(other));

                drawn[k] = other;
                lag += weights[k] * values[other];
            }

            lags[permutation] = lag;
        }
    }

    private static void Shuffle(double[] values, int zone, ReadOnlySpan<double> weights, ref RandomStream random, double[] lags)
    {
        double[] others = [.. values[..zone], .. values[(zone + 1)..]];
        for (var permutation = 0; permutation < lags.Length; permutation++)
        {
            var lag = 0.0;
            for (var k = 0; k < weights.Length; k++)
            {
                var j = k + random.Below(others.Length - k);
                (others[k], others[j]) = (others[j], others[k]);
                lag += weights[k] * others[k];
            }

            lags[permutation] = lag;
        }
    }
}
