using Bolyst.Statistics.Comparison;

namespace Bolyst.Statistics.Tests.Comparison;

public class StandingTests
{
    [Fact]
    public void A_zone_stands_among_the_zones_that_have_a_number()
    {
        var column = IndicatorColumn.FromNumbers("low-income", Polarity.HigherIsWorse, new[] { 1, 3, double.NaN, 2, 4 });

        var standing = Standing.Of(column, 1)!;

        // By hand: only 4 is higher; of four numbers two are lower and one is equal: (2 + 1/2) / 4. R: quantile(1:4).
        Assert.Equal((2, 4, 1, 0.625), (standing.RankFromHighest, standing.Present, standing.Missing, standing.ShareBelow));
        Assert.Equal(new Quartiles(1, 1.75, 2.5, 3.25, 4), standing.Quartiles);
    }

    [Fact]
    public void Equal_numbers_share_the_best_place() =>
        Assert.Equal(2, Standing.Of(IndicatorColumn.FromNumbers("x", Polarity.Neutral, new double[] { 7, 5, 5, 1 }), 2)!.RankFromHighest);

    [Fact]
    public void A_zone_without_a_number_has_no_place() =>
        Assert.Null(Standing.Of(IndicatorColumn.FromNumbers("x", Polarity.Neutral, new[] { double.NaN, 1 }), 0));

    [Fact]
    public void One_number_is_all_five_quartiles() => Assert.Equal(new Quartiles(3, 3, 3, 3, 3), Quartiles.Of([3]));
}
