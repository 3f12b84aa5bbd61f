namespace Bolyst.Statistics.Spatial;

/// <summary>Which outcomes count as at least as extreme as the one observed.</summary>
public enum PValueSide
{
    /// <summary>Permuted values at or above the observed.</summary>
    Greater = 1,

    /// <summary>Permuted values at or below the observed.</summary>
    Less = 2,

    /// <summary>Twice the smaller of the two, at most 1. The default.</summary>
    TwoSided = 3,

    /// <summary>The smaller of the two, whichever it is: the historic habit of some packages; half as strict as it looks.</summary>
    Directed = 4,

    /// <summary>Permuted values at least as far from the permutations' mean as the observed.</summary>
    Folded = 5,
}

/// <summary>How a permutation test is run; returned with its results.</summary>
/// <param name="Permutations">R, 99 or more to mean anything; p is never below 1/(R + 1).</param>
/// <param name="Seed">The same seed gives the same answer on any number of threads.</param>
/// <param name="Side">What counts as extreme.</param>
public sealed record PermutationRule(int Permutations = 999, ulong Seed = 20_240_101, PValueSide Side = PValueSide.TwoSided)
{
    /// <exception cref="DefinitionRefusedException">There are no permutations, or more than a million.</exception>
    internal void Check()
    {
        if (Permutations is < 1 or > 1_000_000)
        {
            throw new DefinitionRefusedException("permutations", "permutations", $"Permutations are from 1 to 1 000 000, not {Permutations}.");
        }
    }

    /// <summary>(M + 1)/(R + 1), where M counts the permuted values that are at least as extreme.</summary>
    internal double PValue(double observed, ReadOnlySpan<double> permuted)
    {
        // The same terms summed in another order differ in the last bits; they are equal all the same.
        var mean = Sum.Of(permuted) / permuted.Length;
        var speck = 1e-12 * Math.Max(Math.Abs(observed), Math.Abs(mean));
        var (above, below, far) = (0, 0, 0);
        foreach (var value in permuted)
        {
            above += value >= observed - speck ? 1 : 0;
            below += value <= observed + speck ? 1 : 0;
            far += Math.Abs(value - mean) >= Math.Abs(observed - mean) - speck ? 1 : 0;
        }

        var smaller = Math.Min(above, below);
        return Side switch
        {
            PValueSide.Greater => (above + 1.0) / (permuted.Length + 1),
            PValueSide.Less => (below + 1.0) / (permuted.Length + 1),
            PValueSide.TwoSided => Math.Min(1, 2 * (smaller + 1.0) / (permuted.Length + 1)),
            PValueSide.Directed => (smaller + 1.0) / (permuted.Length + 1),
            PValueSide.Folded => (far + 1.0) / (permuted.Length + 1),
            _ => throw new ArgumentOutOfRangeException(nameof(observed), Side, "Unknown side."),
        };
    }
}
