using Bolyst.Statistics.Comparison;
using Bolyst.Statistics.Composite;

namespace Bolyst.Statistics.Uncertainty.Simulation;

/// <summary>How sure the ranks of a composite index are, by drawing data and choices again and again.</summary>
public static class RankSimulation
{
    /// <summary>Draws every replicate and gathers, for each row, where its rank lies.</summary>
    /// <param name="definition">The index.</param>
    /// <param name="data">The data; ranks are taken within each period.</param>
    /// <param name="design">What is in doubt.</param>
    /// <param name="direction">Which end has rank 1.</param>
    /// <param name="progress">Told the number of replicates done.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public static IReadOnlyList<RankUncertainty> Run(
        CompositeDefinition definition,
        CompositeData data,
        SensitivityDesign design,
        RankDirection direction = RankDirection.HighestFirst,
        IProgress<int>? progress = null,
        CancellationToken cancellation = default)
    {
        var nominal = CompositeIndex.Compute(definition, data);
        var nominalRanks = nominal.Rank(direction, TieRule.Average);
        var variants = new Variants(definition, data, design);
        var ranks = new float[design.Replicates][];
        var done = 0;
        var options = new ParallelOptions { CancellationToken = cancellation };
        Parallel.For(0, design.Replicates, options, () => new Scratch(), (replicate, _, scratch) =>
        {
            var random = new RandomStream(design.Seed, (ulong)replicate);
            var point = new double[variants.Sources.Count];
            foreach (ref var side in point.AsSpan())
            {
                side = random.Uniform();
            }

            ranks[replicate] = RankRows(variants.Scores(point, scratch), data.Zones, direction);
            progress?.Report(Interlocked.Increment(ref done));
            return scratch;
        }, _ => { });

        var results = new RankUncertainty[data.Rows];
        var present = Enumerable.Range(0, data.Periods)
            .Select(p => Enumerable.Range(p * data.Zones, data.Zones).Count(r => nominal.Scores[r].HasValue)).ToArray();
        Parallel.For(0, results.Length, options, () => new float[design.Replicates], (row, _, buffer) =>
        {
            results[row] = Gather(ranks, row, buffer, nominalRanks[row], present[row / data.Zones], design.Level);
            return buffer;
        }, _ => { });
        return results;
    }

    /// <summary>
    /// The indicators with a number that has neither counts nor a standard error, which a draw of values takes as sure: with any, the intervals are too
    /// narrow. None when no values are drawn.
    /// </summary>
    public static IReadOnlyList<string> HeldFixed(CompositeDefinition definition, CompositeData data, SensitivityDesign design) =>
        design.SampleValues ? Drawable.HeldFixed(definition.Indicators.Select(i => i.Indicator), ValueSampler.DrawableOf(definition, data)) : [];

    internal static float[] RankRows(double[] scores, int zones, RankDirection direction)
    {
        var ranks = new double[scores.Length];
        for (var from = 0; from < scores.Length; from += zones)
        {
            Ranking.Rank(scores.AsSpan(from, zones), ranks.AsSpan(from, zones), direction, TieRule.Average);
        }

        return Array.ConvertAll(ranks, r => (float)r);
    }

    private static RankUncertainty Gather(float[][] ranks, int row, float[] buffer, Measured nominal, int present, double level)
    {
        var count = 0;
        foreach (var replicate in ranks)
        {
            if (!float.IsNaN(replicate[row]))
            {
                buffer[count++] = replicate[row];
            }
        }

        if (!nominal.HasValue || count == 0)
        {
            var none = nominal.HasValue
                ? Measured.None(ReasonCode.OutsideDomain, "replicates", "no variant of the index gives the zone a score")
                : nominal;
            return new(nominal, none, none, none, none, none, none, count);
        }

        var drawn = buffer.AsSpan(0, count);
        drawn.Sort();
        var (lower, upper) = (Quantile(drawn, (1 - level) / 2), Quantile(drawn, (1 + level) / 2));
        var worst = 0;
        foreach (var rank in drawn)
        {
            worst += QuantileClass.Of(rank, Math.Max(present, (int)Math.Ceiling(rank)), 10, QuantileRule.Ceiling) == 1 ? 1 : 0;
        }

        return new(
            nominal,
            Quantile(drawn, 0.5),
            lower,
            upper,
            QuantileClass.Of(lower, Math.Max(present, (int)Math.Ceiling(lower)), 10, QuantileRule.Ceiling),
            QuantileClass.Of(upper, Math.Max(present, (int)Math.Ceiling(upper)), 10, QuantileRule.Ceiling),
            worst / (double)count,
            count);
    }

    /// <summary>The least rank with at least this share of the replicates at or below it: always a rank that occurred.</summary>
    private static double Quantile(ReadOnlySpan<float> sorted, double share) =>
        sorted[Math.Clamp((int)Math.Ceiling((share * sorted.Length) - 1e-9) - 1, 0, sorted.Length - 1)];
}

/// <summary>Where the rank of a zone lies when data and choices are drawn again.</summary>
/// <param name="Nominal">The rank by the definition as it stands; ties have their mean rank.</param>
/// <param name="Median">The middle rank.</param>
/// <param name="Lower">The lower limit of the interval (nearer rank 1).</param>
/// <param name="Upper">The upper limit.</param>
/// <param name="LowerDecile">The decile of the lower limit; 1 is the tenth with the first ranks.</param>
/// <param name="UpperDecile">The decile of the upper limit.</param>
/// <param name="ShareInFirstDecile">In how many replicates the zone is in the tenth with the first ranks, 0 to 1.</param>
/// <param name="Replicates">In how many replicates it had a score.</param>
public sealed record RankUncertainty(
    Measured Nominal,
    Measured Median,
    Measured Lower,
    Measured Upper,
    Measured LowerDecile,
    Measured UpperDecile,
    Measured ShareInFirstDecile,
    int Replicates);
