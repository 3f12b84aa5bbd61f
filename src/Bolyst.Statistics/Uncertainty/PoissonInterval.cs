using MathNet.Numerics.Distributions;

namespace Bolyst.Statistics.Uncertainty;

/// <summary>Intervals for a count of independent events.</summary>
public static class PoissonInterval
{
    /// <summary>The exact interval of Garwood (1936, Biometrika 28), by quantiles of chi-square: χ²(α/2; 2x)/2 to χ²(1−α/2; 2x+2)/2.</summary>
    /// <param name="events">The count, 0 or more.</param>
    /// <param name="level">The confidence level.</param>
    public static Estimate Exact(double events, double level = 0.95)
    {
        ConfidenceLevel.Require(level);
        if (Reject(events) is { } reason)
        {
            return new(Measured.None(reason), null);
        }

        var tail = (1 - level) / 2;
        var lower = events == 0 ? 0 : Gamma.InvCDF(events, 1, tail);
        return new(events, new(lower, Gamma.InvCDF(events + 1, 1, 1 - tail), level, "exact Poisson (Garwood)"));
    }

    /// <summary>Byar's approximation (Breslow and Day 1987, IARC 82), the custom for standardised ratios.</summary>
    /// <param name="events">The count, 0 or more.</param>
    /// <param name="level">The confidence level.</param>
    public static Estimate Byar(double events, double level = 0.95)
    {
        var z = ConfidenceLevel.Z(level);
        if (Reject(events) is { } reason)
        {
            return new(Measured.None(reason), null);
        }

        var lower = events == 0 ? 0 : events * Math.Pow(1 - (1 / (9 * events)) - (z / (3 * Math.Sqrt(events))), 3);
        var next = events + 1;
        var upper = next * Math.Pow(1 - (1 / (9 * next)) + (z / (3 * Math.Sqrt(next))), 3);
        return new(events, new(Math.Max(0, lower), upper, level, "Byar"));
    }

    private static Reason? Reject(double events)
    {
        if (!double.IsFinite(events))
        {
            return new(ReasonCode.InputMissing, "count", "the count is missing");
        }

        return events < 0 ? new(ReasonCode.OutsideDomain, "count", "a count cannot be negative") : null;
    }
}
