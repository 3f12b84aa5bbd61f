using MathNet.Numerics.Distributions;

namespace Bolyst.Statistics.Uncertainty;

/// <summary>Turns a confidence level into what the formulas need.</summary>
internal static class ConfidenceLevel
{
    // Callers ask for the same level again and again, and the quantile costs more than the interval that is made of it.
    private static Quantile last = new(0.95, Normal.InvCDF(0, 1, 0.975));

    /// <summary>The two-sided normal quantile: 1.96 for 0.95.</summary>
    public static double Z(double level)
    {
        var known = last;
        if (known.Level == level)
        {
            return known.Z;
        }

        Require(level);
        last = known = new(level, Normal.InvCDF(0, 1, 0.5 + (level / 2)));
        return known.Z;
    }

    public static void Require(double level)
    {
        if (level is not (> 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(level), level, "A confidence level is above 0 and below 1: 0.95.");
        }
    }

    /// <summary>Immutable, so that readers on other threads see both numbers or neither.</summary>
    private sealed record Quantile(double Level, double Z);
}
