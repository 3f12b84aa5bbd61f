using Bolyst.Statistics.Comparison;
using Bolyst.Statistics.Composite;

namespace Bolyst.Statistics.Uncertainty.Simulation;

/// <summary>Which source of doubt moves the ranks most.</summary>
public static class SensitivityAnalysis
{
    /// <summary>
    /// Sobol indices of the mean absolute shift of ranks from the definition as it stands (Saisana, Saltelli and Tarantola 2005,
    /// J. R. Statist. Soc. A 168), over the sources of doubt of the design.
    /// </summary>
    /// <param name="definition">The index.</param>
    /// <param name="data">The data.</param>
    /// <param name="design">What is in doubt; its replicates are N, and the index is computed N (d + 2) times.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public static IReadOnlyList<SobolIndex> OfRanks(
        CompositeDefinition definition, CompositeData data, SensitivityDesign design, CancellationToken cancellation = default)
    {
        var variants = new Variants(definition, data, design);
        var nominal = RankSimulation.RankRows(CompositeIndex.ScoresOf(definition, data, new()), data.Zones, RankDirection.HighestFirst);
        return SobolIndices.Run(
            variants.Sources,
            point => MeanShift(nominal, RankSimulation.RankRows(variants.Scores(point, new()), data.Zones, RankDirection.HighestFirst)),
            Math.Max(16, design.Replicates),
            seed: design.Seed,
            cancellation: cancellation);
    }

    private static double MeanShift(float[] nominal, float[] ranks)
    {
        var (sum, count) = (0.0, 0);
        for (var row = 0; row < ranks.Length; row++)
        {
            var shift = Math.Abs((double)ranks[row] - nominal[row]);
            if (!double.IsNaN(shift))
            {
                sum += shift;
                count++;
            }
        }

        return sum / count;
    }
}
