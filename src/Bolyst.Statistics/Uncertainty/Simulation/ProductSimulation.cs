using Bolyst.Statistics.Opphoping;

namespace Bolyst.Statistics.Uncertainty.Simulation;

/// <summary>How sure a product index is: the counts behind its factors are drawn again and the index computed of them.</summary>
public static class ProductSimulation
{
    /// <summary>Draws every replicate and gathers the intervals of each zone.</summary>
    /// <param name="recipe">The recipe.</param>
    /// <param name="columns">The columns that the recipe names, with the weight. The weight is not drawn.</param>
    /// <param name="replicates">From 10 to 100 000.</param>
    /// <param name="seed">The same seed gives the same answer on any number of threads.</param>
    /// <param name="level">The share of replicates that an interval holds.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public static ProductUncertainty Run(
        ProductRecipe recipe,
        IReadOnlyCollection<IndicatorColumn> columns,
        int replicates = 1000,
        ulong seed = 20_240_101,
        double level = 0.95,
        CancellationToken cancellation = default)
    {
        if (replicates is < 10 or > 100_000)
        {
            throw new DefinitionRefusedException("intervals", "replicates", $"Replicates are from 10 to 100 000, not {replicates}.");
        }

        ConfidenceLevel.Require(level);
        var nominal = ProductIndex.Compute(recipe, columns);
        var drawn = Drawable.Among(
            recipe.Factors.Select(f => (f.Indicator, f.Denominator)), key => columns.First(c => string.Equals(c.Key, key, StringComparison.Ordinal)));
        var fixedFactors = Drawable.HeldFixed(recipe.Factors.Select(f => f.Indicator), drawn);
        var zones = nominal.Raw.Count;
        if (drawn.Count == 0)
        {
            return new(new Interval?[zones], new Interval?[zones], fixedFactors);
        }

        var (raw, relative) = (new double[replicates][], new double[replicates][]);
        Parallel.For(0, replicates, new ParallelOptions { CancellationToken = cancellation }, replicate =>
        {
            var random = new RandomStream(seed, (ulong)replicate);
            IndicatorColumn[] again = [.. columns.Select(c => drawn.TryGetValue(c.Key, out var counted) ? ValueSampler.Draw(counted, ref random, new()) : c)];
            var result = ProductIndex.Compute(recipe, again);
            raw[replicate] = [.. result.Raw.Select(r => r.OrNaN)];
            relative[replicate] = [.. result.Relative.Select(r => r.OrNaN)];
        });
        return new(Gather(raw, nominal.Raw, level), Gather(relative, nominal.Relative, level), fixedFactors);
    }

    private static Interval?[] Gather(double[][] draws, IReadOnlyList<Measured> nominal, double level) =>
        [.. nominal.Select((value, zone) =>
        {
            if (!value.HasValue)
            {
                return null;
            }

            double[] sorted = [.. draws.Select(draw => draw[zone]).Where(double.IsFinite).Order()];
            return sorted.Length == 0 ? null : new Interval(At(sorted, (1 - level) / 2), At(sorted, (1 + level) / 2), level, "simulation");
        })];

    /// <summary>The least draw with at least this share of the draws at or below it.</summary>
    private static double At(double[] sorted, double share) => sorted[Math.Clamp((int)Math.Ceiling((share * sorted.Length) - 1e-9) - 1, 0, sorted.Length - 1)];
}

/// <summary>The intervals of a product index.</summary>
/// <param name="Raw">By zone, of the raw product; null for a zone without one, and for all when no factor has counts.</param>
/// <param name="Relative">By zone, of the index relative to its average; null likewise.</param>
/// <param name="HeldFixed">The factors with a number that has no counts, which is taken as sure: with any, the intervals are too narrow.</param>
public sealed record ProductUncertainty(IReadOnlyList<Interval?> Raw, IReadOnlyList<Interval?> Relative, IReadOnlyList<string> HeldFixed);
