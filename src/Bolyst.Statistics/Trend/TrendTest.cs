using Bolyst.Statistics.Uncertainty;

namespace Bolyst.Statistics.Trend;

/// <summary>Which way a series goes.</summary>
public enum TrendDirection
{
    /// <summary>Up, more than chance would make it.</summary>
    Increasing = 1,

    /// <summary>Down, more than chance would make it.</summary>
    Decreasing = 2,

    /// <summary>Not clearly either.</summary>
    NoSignificantChange = 3,
}

/// <summary>
/// The recent-trend test of the English Fingertips profiles (Office for Health Improvement and Disparities, open source): a straight
/// line through the last points, weighted by how sure each is.
/// </summary>
public static class TrendTest
{
    /// <summary>The χ² (one degree of freedom) that a slope must exceed: the 99.8 % point.</summary>
    public const double CriticalValue = 9.54953570608324;

    /// <summary>
    /// The weighted slope and its test. Significant when χ² exceeds <see cref="CriticalValue"/> and the slope keeps its sign whichever
    /// one point is left out. Points before the latest break are not compared with those after it.
    /// </summary>
    /// <param name="points">Oldest first, one for each period.</param>
    /// <param name="count">How many of the last points to use, 3 or more; all of them must have a value.</param>
    public static TrendResult Run(IReadOnlyList<TrendPoint> points, int count = 5)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 3);
        if (points.Count < count)
        {
            return TrendResult.None(new(ReasonCode.TooFew, "periods", $"the series has {points.Count} periods, and the test looks at {count}"));
        }

        TrendPoint[] last = [.. points.Skip(points.Count - count)];
        if (last.Skip(1).Any(p => p.StartsAnew))
        {
            return TrendResult.None(new(ReasonCode.BrokenSeries, "periods", $"the series has a break within the last {count} periods"));
        }

        if (last.FirstOrDefault(p => !p.Estimate.Value.HasValue) is { } missing)
        {
            return TrendResult.None(missing.Estimate.Value.Reason!);
        }

        double[] deviations = [.. last.Select(StandardError)];
        if (Array.Exists(deviations, s => !(s > 0 && double.IsFinite(s))))
        {
            return TrendResult.None(new(ReasonCode.NoReference, "intervals", "a period has no interval to weigh it by"));
        }

        int[] all = [.. Enumerable.Range(0, count)];
        var (slope, error) = Line(last, deviations, all);
        var chiSquare = slope / error * (slope / error);
        var sameSign = all.All(left => Math.Sign(Line(last, deviations, [.. all.Where(i => i != left)]).Slope) == Math.Sign(slope));
        var significant = chiSquare > CriticalValue && sameSign;
        return new(
            slope,
            error,
            chiSquare,
            !significant ? TrendDirection.NoSignificantChange : slope > 0 ? TrendDirection.Increasing : TrendDirection.Decreasing,
            count);
    }

    /// <summary>The interval of 95 % is 3.92 standard errors wide.</summary>
    private static double StandardError(TrendPoint point) =>
        point.Estimate.Interval is { Upper: { } upper } interval ? (upper - interval.Lower) / (2 * ConfidenceLevel.Z(interval.Level)) : double.NaN;

    /// <summary>Least squares with weights 1/s²: the slope for each period and its standard error.</summary>
    private static (double Slope, double Error) Line(TrendPoint[] points, double[] deviations, int[] use)
    {
        var (s1, s2, s3, s4, s5) = (0.0, 0.0, 0.0, 0.0, 0.0);
        foreach (var i in use)
        {
            var (weight, y) = (1 / (deviations[i] * deviations[i]), points[i].Estimate.Value.Value);
            s1 += weight;
            s2 += weight * y;
            s3 += weight * i;
            s4 += weight * i * y;
            s5 += weight * i * i;
        }

        var spread = (s1 * s5) - (s3 * s3);
        return (((s1 * s4) - (s3 * s2)) / spread, Math.Sqrt(s1 / spread));
    }
}

/// <summary>One period of a series.</summary>
/// <param name="Estimate">The value with its interval, from which its weight is taken.</param>
/// <param name="StartsAnew">Whether the series has a break before this period.</param>
public sealed record TrendPoint(Estimate Estimate, bool StartsAnew = false);

/// <summary>A trend.</summary>
/// <param name="Slope">The change for each period, in the unit of the values.</param>
/// <param name="StandardError">How sure the slope is.</param>
/// <param name="ChiSquare">The square of slope over standard error.</param>
/// <param name="Direction">The verdict; null when there is no slope.</param>
/// <param name="Periods">How many periods were used.</param>
public sealed record TrendResult(Measured Slope, Measured StandardError, Measured ChiSquare, TrendDirection? Direction, int Periods)
{
    internal static TrendResult None(Reason reason)
    {
        var none = Measured.None(reason);
        return new(none, none, none, null, 0);
    }
}
