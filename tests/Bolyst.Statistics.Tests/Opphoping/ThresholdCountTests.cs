using Bolyst.Statistics.Opphoping;
using static Bolyst.Statistics.Tests.Columns;

namespace Bolyst.Statistics.Tests.Opphoping;

public class ThresholdCountTests
{
    [Fact]
    public void The_worst_share_takes_the_last_zone_at_the_edge_and_its_ties()
    {
        // The worst fifth of ten zones is two; the second worst value is 8, and two zones have it.
        var result = ThresholdCount.Compute(
            ShippedRecipes.ThresholdCount(["a"], 0.2), [Worse("a", 9, 8, 8, 1, 2, 3, 4, 5, 6, 0)]);

        Assert.Equal([1, 1, 1, 0, 0, 0, 0, 0, 0, 0], result.Counts.Select(c => c.Value));
        Near(8, result.Criteria[0].CutOff);
    }

    [Fact]
    public void A_share_that_is_whole_on_paper_is_whole_in_binary()
    {
        // 0.1 · 30 is 3.0000000000000004 in binary and 0.3 · 10 is 3; 0.7 · 10 is 7.000000000000001; 0.29 · 100 is 28.999999999999996.
        double[] values = [.. Enumerable.Range(1, 100).Select(i => (double)i)];
        var result = ThresholdCount.Compute(ShippedRecipes.ThresholdCount(["a"], 0.29), [Worse("a", values)]);

        Assert.Equal(29, result.Counts.Sum(c => c.Value));
    }

    [Fact]
    public void Low_values_are_worse_where_higher_is_better()
    {
        var employed = IndicatorColumn.FromNumbers("employed", Polarity.HigherIsBetter, new[] { 80.0, 50, 70, 60 });
        var result = ThresholdCount.Compute(ShippedRecipes.ThresholdCount(["employed"], 0.25), [employed]);

        Assert.Equal([0, 1, 0, 0], result.Counts.Select(c => c.Value));
    }

    [Fact]
    public void A_fixed_limit_includes_the_zone_that_stands_on_it()
    {
        var result = ThresholdCount.Compute(
            ShippedRecipes.ThresholdCount([new Criterion("a", Limit: 40)]), [Worse("a", 39.9, 40, 41)]);

        Assert.Equal([0, 1, 1], result.Counts.Select(c => c.Value));
    }

    [Fact]
    public void A_missing_value_leaves_a_range_and_a_reason_instead_of_a_count()
    {
        var result = ThresholdCount.Compute(
            ShippedRecipes.ThresholdCount([new Criterion("a", Limit: 1), new Criterion("b", Limit: 1)]),
            [Worse("a", 2, 2), Worse("b", double.NaN, 0)]);

        Assert.Equal("b is not delivered", result.Counts[0].Reason!.Text);
        Assert.Equal((1, 2), (result.AtLeast[0], result.AtMost[0]));
        Near(1, result.Counts[1]);
        Assert.Equal([true, null], result.Explain(0).Select(e => e.Past));
    }

    [Fact]
    public void No_zone_is_among_the_worst_when_all_are_equal_or_too_few()
    {
        var equal = ThresholdCount.Compute(ShippedRecipes.ThresholdCount(["a"], 0.5), [Worse("a", 3, 3, 3)]);
        var few = ThresholdCount.Compute(ShippedRecipes.ThresholdCount(["a"], 0.1), [Worse("a", 1, 2, 3)]);

        Assert.All(equal.Counts, c => Near(0, c));
        Assert.Equal(ReasonCode.NoVariation, equal.Criteria[0].CutOff.Reason!.Code);
        Assert.All(few.Counts, c => Near(0, c));
        Assert.Equal(ReasonCode.TooFew, few.Criteria[0].CutOff.Reason!.Code);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(0.1, 5.0)]
    [InlineData(0.0, null)]
    [InlineData(1.0, null)]
    [InlineData(null, double.NaN)]
    public void A_criterion_without_exactly_one_sound_threshold_is_refused(double? share, double? limit)
    {
        var refused = Assert.Throws<DefinitionRefusedException>(() =>
            ThresholdCount.Compute(ShippedRecipes.ThresholdCount([new Criterion("a", share, limit)]), [Worse("a", 1, 2)]));
        Assert.Equal(("criteria", "a"), (refused.Step, refused.Subject));
    }

    [Fact]
    public void A_neutral_indicator_needs_a_named_end_and_context_is_refused()
    {
        var neutral = IndicatorColumn.FromNumbers("price", Polarity.Neutral, new[] { 1.0, 2 });
        var context = IndicatorColumn.FromNumbers("immigrants", Polarity.ContextOnly, new[] { 1.0, 2 });

        Assert.Contains("high or low", Assert.Throws<DefinitionRefusedException>(() =>
            ThresholdCount.Compute(ShippedRecipes.ThresholdCount(["price"], 0.5), [neutral])).Message, StringComparison.Ordinal);
        Assert.Equal("immigrants", Assert.Throws<DefinitionRefusedException>(() =>
            ThresholdCount.Compute(ShippedRecipes.ThresholdCount(["immigrants"], 0.5), [context])).Subject);
        var low = ThresholdCount.Compute(
            ShippedRecipes.ThresholdCount([new Criterion("price", WorstShare: 0.5, Worse: WorseEnd.Low)]), [neutral]);
        Assert.Equal([1, 0], low.Counts.Select(c => c.Value));
    }
}
