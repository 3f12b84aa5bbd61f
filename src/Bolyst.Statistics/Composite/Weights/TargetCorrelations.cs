using MathNet.Numerics.Statistics;

namespace Bolyst.Statistics.Composite;

/// <summary>
/// Weights such that the correlations of the parts with their arithmetic mean have the proportions wanted (the idea of Paruolo, Saisana
/// and Saltelli 2013, J. R. Statist. Soc. A 176: importance is not weight). Found by raising the weight of what is too weakly
/// correlated, step by step; refused when no weights come near.
/// </summary>
internal static class TargetCorrelations
{
    private const int Steps = 2000;

    /// <summary>How far a proportion may be from the one wanted.</summary>
    private const double Tolerance = 1e-3;

    public static double[] Weights(string group, IReadOnlyList<WorkColumn> parts, double[] wanted)
    {
        var rows = GroupWeights.CompleteRows(group, parts);
        var total = wanted.Sum();
        var weights = wanted.Select(w => w / total).ToArray();
        var worst = double.PositiveInfinity;
        for (var step = 0; step < Steps && worst > Tolerance / 10; step++)
        {
            var correlations = Correlations(rows, weights);
            var sum = correlations.Sum();
            worst = 0;
            for (var i = 0; i < weights.Length; i++)
            {
                var share = Math.Max(correlations[i], 1e-3) / sum;
                worst = Math.Max(worst, Math.Abs((correlations[i] / sum) - (wanted[i] / total)));
                weights[i] *= wanted[i] == 0 ? 0 : Math.Pow(wanted[i] / total / share, 0.5);
            }

            var scale = weights.Sum();
            for (var i = 0; i < weights.Length; i++)
            {
                weights[i] /= scale;
            }
        }

        return worst <= Tolerance
            ? weights
            : throw new DefinitionRefusedException(
                "weights", group, $"No positive weights give the parts of '{group}' the correlations wanted; the nearest are {worst:0.000} away.");
    }

    private static double[] Correlations(double[][] rows, double[] weights)
    {
        var whole = new double[rows[0].Length];
        for (var part = 0; part < rows.Length; part++)
        {
            for (var row = 0; row < whole.Length; row++)
            {
                whole[row] += weights[part] * rows[part][row];
            }
        }

        return [.. rows.Select(part => Correlation.Pearson(part, whole))];
    }
}
