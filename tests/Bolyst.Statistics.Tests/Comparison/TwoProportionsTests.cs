using Bolyst.Statistics.Comparison;
using FsCheck;
using FsCheck.Fluent;

namespace Bolyst.Statistics.Tests.Comparison;

public class TwoProportionsTests
{
    [Theory]

    // Newcombe 1998, Statistics in Medicine 17:873, table II, method 10.
    [InlineData(56, 70, 48, 80, 0.0524, 0.3339)]
    [InlineData(9, 10, 3, 10, 0.1705, 0.8090)]
    [InlineData(5, 56, 0, 29, -0.0381, 0.1926)]
    [InlineData(0, 10, 0, 20, -0.1611, 0.2775)]
    [InlineData(10, 10, 0, 10, 0.6075, 1.0000)]
    public void The_difference_is_as_published(double x1, double n1, double x2, double n2, double lower, double upper)
    {
        var interval = TwoProportions.Difference(x1, n1, x2, n2).Interval!;

        Assert.Equal(lower, interval.Lower, 6e-5);
        Assert.Equal(upper, interval.Upper!.Value, 6e-5);
    }

    [Fact]
    public void A_ratio_holds_its_estimate_and_turns_over_with_its_parts() => Prop.ForAll(
        (from n1 in Gen.Choose(1, 500)
         from n2 in Gen.Choose(1, 500)
         from x1 in Gen.Choose(1, n1)
         from x2 in Gen.Choose(1, n2)
         select (x1, n1, x2, n2)).ToArbitrary(),
        c =>
        {
            var ratio = TwoProportions.Ratio(c.x1, c.n1, c.x2, c.n2);
            var turned = TwoProportions.Ratio(c.x2, c.n2, c.x1, c.n1);
            Assert.InRange(ratio.Value.Value, ratio.Interval!.Lower - 1e-12, ratio.Interval.Upper!.Value + 1e-12);
            Assert.Equal(1, ratio.Interval.Lower * turned.Interval!.Upper!.Value, 1e-9);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void There_is_no_ratio_to_zero_and_no_proportion_of_nobody()
    {
        Assert.Equal(ReasonCode.ZeroDenominator, TwoProportions.Ratio(5, 10, 0, 10).Value.Reason!.Code);
        Assert.Equal(ReasonCode.ZeroPopulation, TwoProportions.Difference(0, 0, 1, 10).Value.Reason!.Code);
        Assert.Equal(0, TwoProportions.Ratio(0, 10, 5, 10).Interval!.Lower);
    }
}
