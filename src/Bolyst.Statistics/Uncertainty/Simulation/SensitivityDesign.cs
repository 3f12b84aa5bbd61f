using Bolyst.Statistics.Composite;

namespace Bolyst.Statistics.Uncertainty.Simulation;

/// <summary>What about a composite index is in doubt: the data, and the choices that others might have made.</summary>
public sealed record SensitivityDesign
{
    /// <summary>
    /// Whether values are drawn again: a rate with counts as x of n with chance x/n, a value with a standard error from a normal
    /// distribution. Values with neither stay as they are.
    /// </summary>
    public bool SampleValues { get; init; } = true;

    /// <summary>Normalisations that are as good as the definition's; each is as likely, the definition's own is not added.</summary>
    public IReadOnlyList<Normalisation> Normalisations { get; init; } = [];

    /// <summary>Aggregations that are as good as the definition's; each is as likely, the definition's own is not added.</summary>
    public IReadOnlyList<Aggregation> Aggregations { get; init; } = [];

    /// <summary>How far each weight may lie from the given one, as a share of it, 0 to 1: 0.25 is from three quarters to five quarters.</summary>
    public double WeightNoise { get; init; }

    /// <summary>How many times everything is drawn, from 10 to 100 000.</summary>
    public int Replicates { get; init; } = 1000;

    /// <summary>The same seed gives the same answer on any number of threads.</summary>
    public ulong Seed { get; init; } = 20_240_101;

    /// <summary>The share of replicates that an interval holds.</summary>
    public double Level { get; init; } = 0.95;

    internal void Check()
    {
        if (Replicates is < 10 or > 100_000)
        {
            throw new DefinitionRefusedException("sensitivity", "replicates", $"Replicates are from 10 to 100 000, not {Replicates}.");
        }

        if (WeightNoise is not (>= 0 and <= 1))
        {
            throw new DefinitionRefusedException("sensitivity", "weight noise", "The noise of weights is from 0 to 1.");
        }

        if (Level is not (> 0 and < 1))
        {
            throw new DefinitionRefusedException("sensitivity", "level", "A level is above 0 and below 1.");
        }

        if (!SampleValues && WeightNoise == 0 && Normalisations.Count < 2 && Aggregations.Count < 2)
        {
            throw new DefinitionRefusedException(
                "sensitivity", "design", "Nothing is in doubt: sample values, give a noise of weights, or two normalisations or aggregations.");
        }
    }
}
