using Bolyst.Statistics.Comparison;

namespace Bolyst.Statistics.Tests.Comparison;

public class RankingTests
{
    private static readonly Measured[] Values =
        [5, 7, Measured.None(Reason.InputMissing("a", ObservationStatus.Suppressed)), 7, 9];

    [Theory]
    [InlineData(TieRule.Min, new[] { 4, 2, 2, 1.0 })]
    [InlineData(TieRule.Max, new[] { 4, 3, 3, 1.0 })]
    [InlineData(TieRule.Average, new[] { 4, 2.5, 2.5, 1.0 })]
    [InlineData(TieRule.Dense, new[] { 3, 2, 2, 1.0 })]
    public void Ties_follow_the_rule_and_missing_keeps_its_reason(TieRule ties, double[] expected)
    {
        var ranks = Ranking.Rank(Values, RankDirection.HighestFirst, ties);

        Assert.Equal(expected, ranks.Where(r => r.HasValue).Select(r => r.Value));
        Assert.Equal(ObservationStatus.Suppressed, ranks[2].Reason!.Status);
    }

    [Fact]
    public void The_lowest_can_be_first() =>
        Assert.Equal(1, Ranking.Rank(Values, RankDirection.LowestFirst, TieRule.Min)[0].Value);

    [Fact]
    public void Decile_rules_differ_where_publishers_do()
    {
        // n = 15: rank 2 is ceil(1.33) = 2 by the first rule and floor(0.67) + 1 = 1 by the second.
        Assert.Equal(2, QuantileClass.Of(2, 15, 10, QuantileRule.Ceiling));
        Assert.Equal(1, QuantileClass.Of(2, 15, 10, QuantileRule.Floor));
        Assert.Equal(10, QuantileClass.Of(15, 15, 10, QuantileRule.Ceiling));
        Assert.Equal(10, QuantileClass.Of(15, 15, 10, QuantileRule.Floor));
    }
}
