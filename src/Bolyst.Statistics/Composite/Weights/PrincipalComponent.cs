using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Statistics;

namespace Bolyst.Statistics.Composite;

/// <summary>
/// Weights by the first principal component of the parts' correlations, so that no part counts more for its unit. Where a part loads
/// against the others a positive weight would hide it, so it is refused by name.
/// </summary>
internal static class PrincipalComponent
{
    public static double[] Weights(string group, IReadOnlyList<WorkColumn> parts)
    {
        var rows = GroupWeights.CompleteRows(group, parts);
        var correlations = Matrix<double>.Build.Dense(parts.Count, parts.Count, (i, j) => i == j ? 1 : Correlation.Pearson(rows[i], rows[j]));
        for (var i = 0; i < parts.Count; i++)
        {
            if (correlations.Row(i).Any(double.IsNaN))
            {
                throw new DefinitionRefusedException("weights", parts[i].Key, $"'{parts[i].Key}' does not vary, so it has no principal component.");
            }
        }

        var decomposition = correlations.Evd(Symmetricity.Symmetric);
        var loadings = decomposition.EigenVectors.Column(decomposition.EigenValues.Real().MaximumIndex());
        loadings *= Math.Sign(loadings.Sum());
        var against = loadings.MinimumIndex();
        return loadings[against] > 0
            ? loadings.ToArray()
            : throw new DefinitionRefusedException(
                "weights",
                parts[against].Key,
                $"'{parts[against].Key}' goes against the other parts of '{group}', so the first principal component gives it no positive weight.");
    }
}
