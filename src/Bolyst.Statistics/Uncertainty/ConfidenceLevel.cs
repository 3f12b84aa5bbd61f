using MathNet.Numerics.Distributions;

namespace Bolyst.Statistics.Uncertainty;

/// <summary>Turns a confidence level into what the formulas need.</summary>
internal static class ConfidenceLevel
{
    /// <summary>The two-sided normal quantile: 1.96 for 0.95.</summary>
    public static double Z(double level)
    {
        Require(level);
        return Normal.InvCDF(0, 1, 0.5 + (level / 2));
    }

    public static void Require(double level)
    {
        if (level is not (> 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(level), level, "A confidence level is above 0 and below 1: 0.95.");
        }
    }
}
