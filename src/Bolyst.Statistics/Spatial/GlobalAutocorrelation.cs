using MathNet.Numerics.Distributions;

namespace Bolyst.Statistics.Spatial;

/// <summary>Whether neighbouring zones are alike, over the whole map.</summary>
public static class GlobalAutocorrelation
{
    /// <summary>
    /// Moran's I = (n/S0) Σ w z z / Σ z², with the moments of Cliff and Ord (1981) under normality and under randomisation. Above its
    /// expectation −1/(n − 1), neighbours are alike.
    /// </summary>
    public static AutocorrelationResult Moran(
        IReadOnlyList<Measured> values, SpatialWeights weights, PermutationRule? permutations = null, CancellationToken cancellation = default) =>
        GlobalStatistic.Run(values, weights, permutations, Statistic.Moran, cancellation);

    /// <summary>Geary's C = (n − 1) Σ w (y − y')² / (2 S0 Σ z²), expectation 1. Below 1, neighbours are alike.</summary>
    public static AutocorrelationResult Geary(
        IReadOnlyList<Measured> values, SpatialWeights weights, PermutationRule? permutations = null, CancellationToken cancellation = default) =>
        GlobalStatistic.Run(values, weights, permutations, Statistic.Geary, cancellation);

    /// <summary>
    /// The general G of Getis and Ord (1992) = Σ w y y' / Σ y y' over pairs of different zones, for values of 0 or more. High when high
    /// values lie together, low when low ones do.
    /// </summary>
    public static AutocorrelationResult GetisOrd(
        IReadOnlyList<Measured> values, SpatialWeights weights, PermutationRule? permutations = null, CancellationToken cancellation = default) =>
        GlobalStatistic.Run(values, weights, permutations, Statistic.GetisOrd, cancellation);

    internal enum Statistic
    {
        Moran,
        Geary,
        GetisOrd,
    }
}

/// <summary>A global statistic of autocorrelation.</summary>
/// <param name="Value">The statistic.</param>
/// <param name="Expected">Its expectation without autocorrelation.</param>
/// <param name="UnderNormality">Its variance and test when values come from a normal distribution; null for the general G.</param>
/// <param name="UnderRandomisation">Its variance and test when values are dealt out at random over the zones.</param>
/// <param name="PermutationP">The pseudo p-value by permutation; missing when none were asked for.</param>
/// <param name="Permutations">How permutations were made; null when none were asked for.</param>
/// <param name="Zones">The number of zones with a value.</param>
/// <param name="Missing">The number of zones without.</param>
/// <param name="Islands">The number of zones with a value but without neighbours; they count in n.</param>
public sealed record AutocorrelationResult(
    Measured Value,
    Measured Expected,
    AnalyticTest? UnderNormality,
    AnalyticTest? UnderRandomisation,
    Measured PermutationP,
    PermutationRule? Permutations,
    int Zones,
    int Missing,
    int Islands);

/// <summary>A test by the first two moments.</summary>
/// <param name="Variance">The variance.</param>
/// <param name="Z">The deviation from the expectation in standard deviations.</param>
/// <param name="TwoSidedP">The two-sided p-value by the normal distribution.</param>
public sealed record AnalyticTest(double Variance, double Z, double TwoSidedP)
{
    internal static AnalyticTest? Of(double value, double expected, double variance)
    {
        var z = (value - expected) / Math.Sqrt(variance);
        return variance > 0 && double.IsFinite(z) ? new(variance, z, 2 * Normal.CDF(0, 1, -Math.Abs(z))) : null;
    }
}
