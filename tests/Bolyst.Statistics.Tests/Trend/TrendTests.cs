using Bolyst.Statistics.Trend;
using static Bolyst.Statistics.Tests.Columns;

namespace Bolyst.Statistics.Tests.Trend;

public class TrendTests
{
    private static readonly double[] Values = [10, 11.2, 11.9, 13.5, 14.1];
    private static readonly double[] Errors = [0.5, 0.6, 0.4, 0.7, 0.5];

    private static TrendPoint[] Points(double[] values, double[] errors) => [.. values.Select((v, i) => new TrendPoint(
        new(v, new(v - (1.959963984540054 * errors[i]), v + (1.959963984540054 * errors[i]), 0.95, "given"))))];

    [Fact]
    public void The_slope_is_that_of_weighted_least_squares()
    {
        // R: m <- lm(y ~ x, weights = 1/se^2) with x <- 0:4; b <- coef(m)[2]; e <- summary(m)$coef[2,2] / summary(m)$sigma; c(b, e, (b/e)^2)
        var trend = TrendTest.Run(Points(Values, Errors));

        Near(1.035799416408285, trend.Slope, 1e-9);
        Near(0.164867269219333, trend.StandardError, 1e-9);
        Near(39.471391304981488, trend.ChiSquare, 1e-7);
        Assert.Equal(TrendDirection.Increasing, trend.Direction);
    }

    [Fact]
    public void Only_the_last_periods_count_and_turning_the_series_turns_the_slope()
    {
        var longer = TrendTest.Run([.. Points([99, 98], [1, 1]), .. Points(Values, Errors)]);
        var turned = TrendTest.Run(Points([.. Values.Reverse()], [.. Errors.Reverse()]));

        Near(1.035799416408285, longer.Slope, 1e-9);
        Near(-1.035799416408285, turned.Slope, 1e-9);
        Assert.Equal(TrendDirection.Decreasing, turned.Direction);
    }

    [Fact]
    public void A_slope_that_hangs_on_one_point_is_no_trend()
    {
        // Without the last point the slope is down.
        var trend = TrendTest.Run(Points([10, 9.9, 9.8, 9.7, 30], [0.5, 0.5, 0.5, 0.5, 0.5]));

        Assert.True(trend.ChiSquare.Value > TrendTest.CriticalValue);
        Assert.Equal(TrendDirection.NoSignificantChange, trend.Direction);
    }

    [Fact]
    public void Breaks_gaps_and_short_series_give_reasons()
    {
        var points = Points(Values, Errors);
        points[3] = points[3] with { StartsAnew = true };
        Assert.Equal(ReasonCode.BrokenSeries, TrendTest.Run(points).Slope.Reason!.Code);

        // A break before the first of the periods used is behind it.
        points = Points(Values, Errors);
        points[0] = points[0] with { StartsAnew = true };
        Assert.True(TrendTest.Run(points).Slope.HasValue);

        Assert.Equal(ReasonCode.TooFew, TrendTest.Run(Points([1, 2], [1, 1])).Slope.Reason!.Code);
        points[2] = new(new(Measured.None(Reason.InputMissing("a", ObservationStatus.Suppressed)), null));
        Assert.Equal(ObservationStatus.Suppressed, TrendTest.Run(points).Slope.Reason!.Status);
        Assert.Equal(ReasonCode.NoReference, TrendTest.Run([.. Values.Select(v => new TrendPoint(new(v, null)))]).Slope.Reason!.Code);
    }
}
