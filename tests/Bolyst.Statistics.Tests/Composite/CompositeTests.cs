using Bolyst.Statistics.Comparison;
using Bolyst.Statistics.Composite;
using static Bolyst.Statistics.Tests.Columns;

namespace Bolyst.Statistics.Tests.Composite;

public class CompositeTests
{
    private static CompositeDefinition Two(params CompositeIndicator[] indicators) => new("two", 1, new("t", "t", "t"), indicators, []);

    [Fact]
    public void Direction_follows_polarity_and_what_a_high_score_means()
    {
        var employed = IndicatorColumn.FromNumbers("employed", Polarity.HigherIsBetter, new[] { 50.0, 60, 100 });
        var worse = CompositeIndex.Compute(Two(new CompositeIndicator("employed")), new([employed]));
        var better = CompositeIndex.Compute(
            Two(new CompositeIndicator("employed")) with { HighMeans = ScoreMeaning.Better }, new([employed]));

        Assert.Equal([100, 80, 0], worse.Scores.Select(s => s.Value));
        Assert.Equal([0, 20, 100], better.Scores.Select(s => s.Value));
    }

    [Fact]
    public void A_missing_part_makes_the_whole_missing_unless_the_definition_asks_for_less()
    {
        CompositeData data = new([Worse("a", 0, 5, double.NaN), Worse("b", 0, 10, 20)]);
        var strict = CompositeIndex.Compute(Two(new("a"), new("b")), data);
        var loose = CompositeIndex.Compute(Two(new("a"), new("b")) with { Aggregate = new(MinimumPresent: 0.5) }, data);

        Assert.Equal("a is not delivered", strict.Scores[2].Reason!.Text);
        Near(100, loose.Scores[2]);
        Assert.Equal(0.5, loose.Availability(2));
        Assert.Equal([0, 1], loose.Explain(2).Select(p => p.Weight));
    }

    [Fact]
    public void A_screen_leaves_out_what_has_too_little_and_says_how_much_it_had()
    {
        var result = CompositeIndex.Compute(
            Two(new("a"), new("b")) with { Screen = new(0.8), Aggregate = new(MinimumPresent: 0.5) },
            new([Worse("a", 0, 5, double.NaN), Worse("b", 0, 10, 20)]));

        Assert.Equal(ReasonCode.TooLittleData, result.Scores[2].Reason!.Code);
        Assert.Contains("1 of 2 indicators", result.Scores[2].Reason!.Text, StringComparison.Ordinal);
        Assert.Contains("80", result.Scores[2].Reason!.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(NormaliseMethod.MinMax)]
    [InlineData(NormaliseMethod.ZScore)]
    [InlineData(NormaliseMethod.PercentileRank)]
    [InlineData(NormaliseMethod.DecileScore)]
    public void An_indicator_that_is_the_same_everywhere_has_no_scale(NormaliseMethod method)
    {
        var equal = CompositeIndex.Compute(Two(new CompositeIndicator("a")) with { Normalise = new(method) }, new([Worse("a", 3, 3, 3)]));
        var single = CompositeIndex.Compute(Two(new CompositeIndicator("a")) with { Normalise = new(method) }, new([Worse("a", 3)]));

        Assert.All(equal.Scores, s => Assert.Equal(ReasonCode.NoVariation, s.Reason!.Code));
        Assert.Contains("single value", single.Scores[0].Reason!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_periods_share_one_scale_so_that_change_means_something()
    {
        // Zones 0 and 1 in the first period, then in the second: everything rises by 10.
        CompositeData data = new([Worse("a", 0, 10, 10, 20)], periods: 2);
        var together = CompositeIndex.Compute(Two(new CompositeIndicator("a")), data);
        var apart = CompositeIndex.Compute(Two(new CompositeIndicator("a")) with { NormaliseOverAllPeriods = false }, data);

        Assert.Equal([0, 50, 50, 100], together.Scores.Select(s => s.Value));
        Assert.Equal([0, 100, 0, 100], apart.Scores.Select(s => s.Value));
        Assert.Equal([2, 1, 2, 1], together.Rank(RankDirection.HighestFirst, TieRule.Min).Select(r => r.Value));
    }

    [Fact]
    public void The_last_period_fills_what_is_missing_and_says_so()
    {
        var result = CompositeIndex.Compute(
            Two(new CompositeIndicator("a")) with { Impute = ImputeMethod.LastPeriod },
            new([Worse("a", 0, 10, double.NaN, 20, double.NaN, 5)], periods: 3));

        Near(0, result.Scores[2]);
        Near(0, result.Scores[4]);
        Assert.True(result.Imputed("a", 4));
        Assert.False(result.Imputed("a", 5));
    }

    [Fact]
    public void Levels_multiply_their_weights()
    {
        var definition = new CompositeDefinition(
            "levels",
            1,
            new("t", "t", "t"),
            [new("a", "work", 1), new("b", "work", 3), new("c", "health")],
            [new("levekår"), new("work", "levekår", 2), new("health", "levekår", 3)]);
        var result = CompositeIndex.Compute(definition, new([Worse("a", 0, 1), Worse("b", 0, 1), Worse("c", 0, 1)]));

        Assert.Equal(0.1, result.EffectiveWeights["a"], 1e-12);
        Assert.Equal(0.3, result.EffectiveWeights["b"], 1e-12);
        Assert.Equal(0.6, result.EffectiveWeights["c"], 1e-12);
        Near(100, result.Level("work")[1]);
    }

    [Fact]
    public void Mazziotta_Pareto_penalises_imbalance_by_hand()
    {
        // Parts 80 and 120: M = 100, S² = 400, so M ∓ S²/M = 96 or 104.
        CompositeDefinition definition = Two(new("a"), new("b")) with { Normalise = new(NormaliseMethod.None) };
        CompositeData data = new([Worse("a", 80, 1), Worse("b", 120, 1)]);

        Near(96, CompositeIndex.Compute(definition with { Aggregate = new(AggregateMethod.MazziottaPareto) }, data).Scores[0]);
        Near(104, CompositeIndex.Compute(
            definition with { Aggregate = new(AggregateMethod.MazziottaPareto) { PenaltyAdds = true } }, data).Scores[0]);
    }

    [Theory]
    [InlineData(NormaliseMethod.FractionOfMaximum, "greatest value of a is not above zero")]
    [InlineData(NormaliseMethod.DistanceToReference, "reference of a scores no higher")]
    public void A_scale_without_length_gives_a_reason_and_no_rank(NormaliseMethod method, string why)
    {
        var result = CompositeIndex.Compute(
            Two(new CompositeIndicator("a")) with { Normalise = new(method) { Reference = -4 } }, new([Worse("a", -4, -2, 0)]));

        Assert.All(result.Scores, s => Assert.Contains(why, s.Reason!.Text, StringComparison.Ordinal));
        Assert.All(result.Rank(RankDirection.HighestFirst, TieRule.Min), r => Assert.False(r.HasValue));
    }

    [Fact]
    public void Mazziotta_Pareto_of_a_mean_below_zero_has_a_reason()
    {
        var result = CompositeIndex.Compute(
            Two(new("a"), new("b")) with { Normalise = new(NormaliseMethod.None), Aggregate = new(AggregateMethod.MazziottaPareto) },
            new([Worse("a", -1, 3), Worse("b", -2, 3)]));

        Assert.Equal(ReasonCode.OutsideDomain, result.Scores[0].Reason!.Code);
        Assert.False(result.Rank(RankDirection.HighestFirst, TieRule.Min)[0].HasValue);
        Near(3, result.Scores[1]);
    }

    [Fact]
    public void The_scale_around_a_reference_has_it_at_100_by_hand()
    {
        // Mazziotta and Pareto (2016): the range of 20 is 60 points wide, the reference of 5 at 100, so 0 is 85 and 20 is 145.
        CompositeDefinition definition = Two(new CompositeIndicator("a")) with
        {
            Normalise = new(NormaliseMethod.AroundReference) { Reference = 5 },
        };

        Assert.Equal([85, 100, 145], CompositeIndex.Compute(definition, new([Worse("a", 0, 5, 20)])).Scores.Select(s => Math.Round(s.Value, 12)));
    }

    [Fact]
    public void A_share_of_problems_is_the_weight_at_or_above_the_limit()
    {
        CompositeDefinition definition = Two(new("a", Weight: 3), new("b")) with
        {
            Normalise = new(NormaliseMethod.None),
            Aggregate = new(AggregateMethod.ShareOfProblems) { ProblemLimit = 10 },
        };

        Assert.Equal([0.75, 0.25, 1, 0], CompositeIndex.Compute(
            definition, new([Worse("a", 10, 9, 11, 0), Worse("b", 9, 10, 10, 9.9)])).Scores.Select(s => s.Value));
    }

    [Theory]
    [InlineData(TreatTransform.Log, 0, 4.6051701859880918)] // ln 100
    [InlineData(TreatTransform.LogOfRange, 0, 4.605070180987758)] // ln(99 + 0.99)
    [InlineData(TreatTransform.LogOfDistance, 0, 4.6051701859880918)] // ln(99 + 1)
    [InlineData(TreatTransform.BoxCox, 0.5, 18)] // (√100 − 1)/0.5
    [InlineData(TreatTransform.BoxCox, 0, 4.6051701859880918)] // ln 100
    public void A_long_tail_is_drawn_in_by_the_transformation_asked_for(TreatTransform transform, double lambda, double greatest)
    {
        var result = CompositeIndex.Compute(
            Two(new CompositeIndicator("a")) with { Treat = new(MaximumWinsorised: 0, Transform: transform, Lambda: lambda), Normalise = new(NormaliseMethod.None) },
            new([Worse("a", 1, 2, 2, 3, 3, 3, 4, 4, 5, 100)]));

        Assert.Equal(transform, result.Treatments[0].Transform);
        Near(greatest, result.Scores[9], 1e-9);
    }

    [Theory]
    [InlineData(ImputeMethod.Mean, 4.0)] // (1 + 2 + 9)/3
    [InlineData(ImputeMethod.Median, 2.0)]
    [InlineData(ImputeMethod.GroupMean, 1.5)] // (1 + 2)/2
    [InlineData(ImputeMethod.GroupMedian, 1.5)]
    public void A_missing_value_is_filled_as_asked_for(ImputeMethod method, double expected)
    {
        var result = CompositeIndex.Compute(
            Two(new CompositeIndicator("a")) with { Impute = method, Normalise = new(NormaliseMethod.None) },
            new([Worse("a", 1, 2, double.NaN, 9)]) { GroupOfZone = new[] { 1, 1, 1, 2 } });

        Near(expected, result.Scores[2]);
        Assert.True(result.Imputed("a", 2));
    }

    [Fact]
    public void Copeland_with_missing_parts_does_not_depend_on_the_order_of_rows()
    {
        // Zones 0 and 2 share no part: a draw both ways. Zone 1 beats 0 on a and loses to 2 on b.
        double[] a = [1, 2, double.NaN], b = [double.NaN, 1, 2];
        CompositeDefinition definition = Two(new("a"), new("b")) with
        {
            Normalise = new(NormaliseMethod.None),
            Aggregate = new(AggregateMethod.Copeland, MinimumPresent: 0.5),
        };

        Assert.Equal([-1, 0, 1], CompositeIndex.Compute(definition, new([Worse("a", a), Worse("b", b)])).Scores.Select(s => s.Value));
        Assert.Equal(
            [1, 0, -1],
            CompositeIndex.Compute(definition, new([Worse("a", [.. a.Reverse()]), Worse("b", [.. b.Reverse()])])).Scores.Select(s => s.Value));
    }

    [Fact]
    public void Copeland_counts_majorities_by_hand()
    {
        // Zone 0 beats 1 on a and b, and 2 on a and c; zone 1 beats 2 on c only and loses on a and b... all weights equal.
        var result = CompositeIndex.Compute(
            new CompositeDefinition("c", 1, new("t", "t", "t"), [new("a"), new("b"), new("c")], [])
            {
                Normalise = new(NormaliseMethod.None),
                Aggregate = new(AggregateMethod.Copeland),
            },
            new([Worse("a", 3, 1, 2), Worse("b", 2, 1, 3), Worse("c", 3, 2, 1)]));

        Assert.Equal([2, -2, 0], result.Scores.Select(s => s.Value));
    }

    [Fact]
    public void The_first_component_of_equally_correlated_parts_weighs_them_equally()
    {
        var result = CompositeIndex.Compute(
            new CompositeDefinition("p", 1, new("t", "t", "t"), [new("a", Weight: 9), new("b"), new("c")], []) { Weights = WeightRule.FirstPrincipalComponent },
            new([Worse("a", 1, 2, 3, 4, 6), Worse("b", 2, 4, 6, 8, 12), Worse("c", 3, 6, 9, 12, 18)]));

        Assert.All(result.Weights.Values, w => Assert.Equal(1 / 3.0, w, 1e-9));
    }

    [Fact]
    public void Weights_by_wanted_correlations_reach_them()
    {
        double[][] columns = [[1, 2, 3, 4, 5, 6, 7, 8], [3, 1, 6, 2, 8, 4, 5, 7], [5, 1, 4, 8, 2, 7, 3, 6]];
        var result = CompositeIndex.Compute(
            new CompositeDefinition("w", 1, new("t", "t", "t"), [new("a"), new("b"), new("c")], []) { Weights = WeightRule.TargetCorrelations },
            new([Worse("a", columns[0]), Worse("b", columns[1]), Worse("c", columns[2])]));

        var scores = result.Scores.Select(s => s.Value).ToArray();
        double[] correlations = [.. columns.Select(c => MathNet.Numerics.Statistics.Correlation.Pearson(c, scores))];
        Assert.All(correlations, c => Assert.Equal(correlations.Average(), c, 0.01));
    }

    [Fact]
    public void Money_follows_the_index_and_the_sum_is_the_budget()
    {
        // Meld. St. 28 (2022-2023), box 3.1: about five per cent by the index. Two schools of 300 pupils, indices 120 and 80.
        var amounts = BudgetAllocation.Allocate([120, 80], [300, 300], 1_000_000, 0.05);

        Near(475_000 + 30_000, amounts[0], 1e-6);
        Near(475_000 + 20_000, amounts[1], 1e-6);
        Assert.All(
            BudgetAllocation.Allocate([120, Measured.None(Reason.InputMissing("x", ObservationStatus.Suppressed))], [1, 1], 10, 0.1),
            a => Assert.False(a.HasValue));
    }

    [Fact]
    public void Percentile_themes_flag_the_worst_tenth()
    {
        double[] values = [.. Enumerable.Range(0, 11).Select(i => (double)i)];
        var result = CompositeIndex.Compute(
            ReadyDefinitions.PercentileThemes(new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
            {
                ["economy"] = ["a", "b"],
                ["housing"] = ["c"],
            }),
            new([Worse("a", values), Worse("b", values), Worse("c", [.. values.Reverse()])]));

        Assert.Equal(["a", "b"], PercentileFlags.Of(result, 10).Flagged);
        Near(1, result.Scores[10]);
        Near(0, result.Scores[0]);
    }

    [Fact]
    public void Unsound_definitions_are_refused_with_the_step_and_the_subject()
    {
        var context = IndicatorColumn.FromNumbers("immigrants", Polarity.ContextOnly, new[] { 1.0, 2 });
        var neutral = IndicatorColumn.FromNumbers("price", Polarity.Neutral, new[] { 1.0, 2 });
        CompositeData data = new([Worse("a", 1, 2), Worse("b", 1, 2), context, neutral]);

        Refused("indicators", "immigrants", Two(new CompositeIndicator("immigrants", Direction: 1)));
        Refused("indicators", "price", Two(new CompositeIndicator("price")));
        Refused("indicators", "absent", Two(new CompositeIndicator("absent")));
        Refused("denominate", "absent", Two(new CompositeIndicator("a", Denominator: "absent")));
        Refused("groups", "a", Two(new("a"), new("a")));
        Refused("groups", "a", Two(new CompositeIndicator("a", Weight: -1)));
        Refused("groups", "index", Two(new CompositeIndicator("a", Weight: 0)));
        Refused("groups", "indicators", Two());
        Refused("groups", "a", Two(new CompositeIndicator("a", "nowhere")));
        Refused("groups", "groups", Two(new CompositeIndicator("a", "x")) with { Groups = [new("x"), new("y")] });
        Refused("groups", "groups", Two(new CompositeIndicator("a", "x")) with { Groups = [new("x"), new("y", "z"), new("z", "y")] });
        Refused("impute", "LastPeriod", Two(new CompositeIndicator("a")) with { Impute = ImputeMethod.LastPeriod });
        Refused("normalise", "a", Two(new CompositeIndicator("a")) with { Normalise = new(NormaliseMethod.DistanceToTarget) });
        Refused("normalise", "a", Two(new CompositeIndicator("a", Direction: -1)) with { Normalise = new(NormaliseMethod.FractionOfMaximum) });
        Refused("normalise", "a", Two(new CompositeIndicator("a")) with { Normalise = new(NormaliseMethod.PercentOfReference) });
        Refused("normalise", "a", Two(new CompositeIndicator("a")) with { Normalise = new(NormaliseMethod.Goalposts) { Lower = 5, Upper = 5 } });
        Refused("aggregate", "index", Two(new CompositeIndicator("a")) with { Aggregate = new(MinimumPresent: 0) });
        Refused("aggregate", "index", Two(new CompositeIndicator("a")) with { Aggregate = new(AggregateMethod.Generalised) { Power = 0 } });

        void Refused(string step, string subject, CompositeDefinition definition)
        {
            var refused = Assert.Throws<DefinitionRefusedException>(() => CompositeIndex.Compute(definition, data));
            Assert.Equal((step, subject), (refused.Step, refused.Subject));
        }
    }
}
