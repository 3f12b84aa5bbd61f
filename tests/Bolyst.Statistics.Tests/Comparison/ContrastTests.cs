using Bolyst.Statistics.Comparison;

namespace Bolyst.Statistics.Tests.Comparison;

public class ContrastTests
{
    [Fact]
    public void Percentages_with_counts_differ_by_percentage_points_with_the_published_interval()
    {
        // 56 of 70 against 48 of 80: Newcombe 1998, Statistics in Medicine 17:873, table II, method 10: 0.0524 to 0.3339.
        var contrast = Contrast.Of(new(80, 56, 70, 100), new(60, 48, 80, 100));

        Assert.Equal(20, contrast.Difference.Value.Value, 1e-12);
        Assert.Equal(5.24, contrast.Difference.Interval!.Lower, 6e-3);
        Assert.Equal(33.39, contrast.Difference.Interval.Upper!.Value, 6e-3);
        Assert.Equal(80.0 / 60, contrast.Ratio.Value.Value);
        Assert.NotNull(contrast.Ratio.Interval);
    }

    [Fact]
    public void Bare_rates_differ_without_an_interval()
    {
        var contrast = Contrast.Of(new(13.7), new(10.2));

        Assert.Equal(3.5, contrast.Difference.Value.Value, 1e-12);
        Assert.Null(contrast.Difference.Interval);
        Assert.Null(contrast.Ratio.Interval);
    }

    [Fact]
    public void A_hidden_number_hides_the_difference_and_says_why()
    {
        var hidden = Measured.None(Reason.InputMissing("social-assistance", ObservationStatus.Suppressed));

        Assert.Equal(ObservationStatus.Suppressed, Contrast.Of(new(3), new(hidden)).Difference.Value.Reason!.Status);
    }

    [Fact]
    public void There_is_no_ratio_to_zero() =>
        Assert.Equal(ReasonCode.ZeroDenominator, Contrast.Of(new(3), new(0)).Ratio.Value.Reason!.Code);
}
