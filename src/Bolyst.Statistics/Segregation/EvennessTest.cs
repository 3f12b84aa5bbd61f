using Bolyst.Statistics.Spatial;

namespace Bolyst.Statistics.Segregation;

/// <summary>
/// Whether an index is higher than chance alone would make it. Small zones look segregated even when people are dealt out at random, so
/// the index is set beside what it would be if every resident belonged to the group with the same chance, wherever they live.
/// </summary>
public static class EvennessTest
{
    /// <param name="table">The group and the others; two groups.</param>
    /// <param name="index">Any index of two groups.</param>
    /// <param name="rule">How many draws, the seed and the side.</param>
    public static EvennessResult Run(PopulationTable table, Func<PopulationTable, Measured> index, PermutationRule rule)
    {
        rule.Check();
        var observed = index(table);
        if (!observed.HasValue)
        {
            return new(observed, observed, observed, rule);
        }

        var share = table.GroupTotals[0] / table.Total;
        var drawn = new double[rule.Permutations];
        Parallel.For(0, drawn.Length, draw =>
        {
            var random = new RandomStream(rule.Seed, (ulong)draw);
            double[][] counts = [new double[table.Zones], new double[table.Zones]];
            for (var zone = 0; zone < table.Zones; zone++)
            {
                counts[0][zone] = BinomialSampler.Draw(ref random, Math.Round(table.Totals[zone]), share);
                counts[1][zone] = Math.Round(table.Totals[zone]) - counts[0][zone];
            }

            // A draw without any member of a group is perfectly even.
            drawn[draw] = index(PopulationTable.OfCounts(counts)).OrNull ?? 0;
        });
        return new(observed, Sum.Of(drawn) / drawn.Length, rule.PValue(observed.Value, drawn), rule);
    }
}

/// <summary>An index beside chance.</summary>
/// <param name="Observed">The index.</param>
/// <param name="ExpectedByChance">Its mean over the draws.</param>
/// <param name="P">The pseudo p-value.</param>
/// <param name="Rule">How it was drawn.</param>
public sealed record EvennessResult(Measured Observed, Measured ExpectedByChance, Measured P, PermutationRule Rule);
