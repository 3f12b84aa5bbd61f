using Bolyst.Statistics.Opphoping;
using static Bolyst.Statistics.Tests.Columns;

namespace Bolyst.Statistics.Tests.Opphoping;

/// <summary>The worked example of docs/methods/opphopingsindeks.md, computed there by hand.</summary>
public class ProductIndexTests
{
    private static readonly IndicatorColumn[] Example =
    [
        Worse("divorced-separated", 10, 5, 2),
        Worse("unemployed", 5, 4, 2),
        Worse("low-income", 20, 10, 5),
        Population(1000, 2000, 1000),
    ];

    private static readonly ReferenceArea City = new("the city", new Dictionary<string, Measured>(StringComparer.Ordinal)
    {
        ["divorced-separated"] = 5.5,
        ["unemployed"] = 3.75,
        ["low-income"] = 11.25,
    });

    [Fact]
    public void Without_its_weight_the_index_stands_and_its_shares_are_missing_for_that_reason()
    {
        var recipe = ShippedRecipes.Product([new("a"), new("b")]);
        var result = ProductIndex.Compute(recipe, [Worse("a", 2, double.NaN), Worse("b", 3, 4)]);

        Assert.Equal(6, result.Raw[0].Value);
        Assert.Equal(("population", ObservationStatus.NotDelivered), (result.Relative[0].Reason!.Subject, result.Relative[0].Reason!.Status));
        Assert.Equal(result.Relative[0].Reason, result.Share[0].Reason);
        Assert.Equal("a", result.Relative[1].Reason!.Subject);
    }

    [Fact]
    public void The_worked_example_comes_out_as_by_hand()
    {
        var result = ProductIndex.Compute(ShippedRecipes.InntektssystemProduct, Example, City);

        Near(0.001, result.Raw[0]);
        Near(0.0002, result.Raw[1]);
        Near(0.00002, result.Raw[2]);
        Near(1.0 / 1.42, result.Share[0]);
        Near(0.4 / 1.42, result.Share[1]);
        Near(0.02 / 1.42, result.Share[2]);
        Near(0.001 * 4000 / 1.42, result.Relative[0]);
        Near(10 / 5.5 * (5 / 3.75) * (20 / 11.25), result.RatioToReference[0]);
    }

    [Fact]
    public void An_explanation_divides_the_logarithm_of_the_ratio_among_the_factors()
    {
        var explanation = ProductIndex.Compute(ShippedRecipes.InntektssystemProduct, Example, City).Explain(0);

        // ln(10/5.5) = .597837, ln(5/3.75) = .287682, ln(20/11.25) = .575364; sum 1.460883
        Near(0.597837, explanation.Factors[0].LogRatio, 1e-6);
        Near(0.409230, explanation.Factors[0].LogShare, 1e-6);
        Near(0.196923, explanation.Factors[1].LogShare, 1e-6);
        Near(0.393847, explanation.Factors[2].LogShare, 1e-6);
        Near(0.055, explanation.Factors[0].Reference);
    }

    [Fact]
    public void A_suppressed_factor_makes_the_product_missing_with_its_name_and_reason()
    {
        var suppressed = new IndicatorColumn(
            "social-assistance",
            Polarity.HigherIsWorse,
            new[] { 4.0, double.NaN, 3 },
            new[] { ObservationStatus.Value, ObservationStatus.Suppressed, ObservationStatus.Value });
        var late = new IndicatorColumn(
            "unemployed",
            Polarity.HigherIsWorse,
            new[] { 4.0, double.NaN, 3 },
            new[] { ObservationStatus.Value, ObservationStatus.NotYetAvailable, ObservationStatus.BreakInSeries });
        var result = ProductIndex.Compute(
            ShippedRecipes.Product([new("social-assistance"), new("unemployed")]), [suppressed, late, Population(10, 10, 10)]);

        Assert.False(result.Raw[1].HasValue);
        Assert.Equal("social-assistance is suppressed; unemployed is not yet available", result.Raw[1].Reason!.Text);
        Assert.Equal("social-assistance, unemployed", result.Raw[1].Reason!.Subject);
        Assert.Equal(2, result.ZonesWithValue);
        Assert.Equal(result.Raw[1].Reason, result.Share[1].Reason);
        Assert.Equal(ObservationStatus.Suppressed, result.Explain(1).Factors[0].Value.Reason!.Status);
        Near(9, result.Raw[2]);
    }

    [Fact]
    public void A_factor_of_zero_makes_the_product_zero_and_is_named()
    {
        var result = ProductIndex.Compute(
            ShippedRecipes.Product([new("a"), new("b")]), [Worse("a", 1, 2), Worse("b", 0, 3), Population(5, 5)]);

        Near(0, result.Raw[0]);
        Assert.Equal(["b"], result.ZeroFactors(0));
        Assert.Empty(result.ZeroFactors(1));
        Assert.True(result.Explain(0).Factors[1].IsZero);
    }

    [Fact]
    public void A_count_is_divided_by_its_denominator()
    {
        var result = ProductIndex.Compute(
            ShippedRecipes.Product([new("recipients", Denominator: "population")]), [Worse("recipients", 30, 0, 5), Population(1000, 500, 0)]);

        Near(0.03, result.Raw[0]);
        Near(0, result.Raw[1]);
        Assert.Equal(ReasonCode.ZeroDenominator, result.Raw[2].Reason!.Code);
    }

    [Fact]
    public void An_indicator_where_higher_is_better_enters_only_by_a_named_reading()
    {
        var employed = IndicatorColumn.FromNumbers("employed", Polarity.HigherIsBetter, new[] { 80.0, 60 });

        var refused = Assert.Throws<DefinitionRefusedException>(() =>
            ProductIndex.Compute(ShippedRecipes.Product([new("employed")]), [employed, Population(1, 1)]));
        Assert.Equal("employed", refused.Subject);
        Assert.Contains("complement or reciprocal", refused.Message, StringComparison.Ordinal);

        var complement = ProductIndex.Compute(
            ShippedRecipes.Product([new("employed", Reading: FactorReading.Complement, Scale: 0.01)]), [employed, Population(1, 1)]);
        Near(0.2, complement.Raw[0]);
        Near(0.4, complement.Raw[1]);
    }

    [Fact]
    public void Context_and_ethnicity_are_refused_by_name()
    {
        var context = IndicatorColumn.FromNumbers("immigrants", Polarity.ContextOnly, new[] { 1.0 });
        var marked = new IndicatorColumn("refugees", Polarity.HigherIsWorse, new[] { 1.0 }, new[] { ObservationStatus.Value }) { Ethnicity = true };

        foreach (var column in new[] { context, marked })
        {
            var refused = Assert.Throws<DefinitionRefusedException>(() =>
                ProductIndex.Compute(ShippedRecipes.Product([new(column.Key, Reading: FactorReading.AsIs)]), [column, Population(1)]));
            Assert.Equal(column.Key, refused.Subject);
            Assert.True(refused.NotScorable);
            Assert.Contains($"'{column.Key}'", refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_recipe_without_its_columns_or_with_a_factor_twice_is_refused()
    {
        IndicatorColumn[] columns = [Worse("a", 1), Population(1)];

        Assert.Equal("b", Assert.Throws<DefinitionRefusedException>(() =>
            ProductIndex.Compute(ShippedRecipes.Product([new("b")]), columns)).Subject);
        Assert.Equal("a", Assert.Throws<DefinitionRefusedException>(() =>
            ProductIndex.Compute(ShippedRecipes.Product([new("a"), new("a")]), columns)).Subject);
        Assert.Equal("factors", Assert.Throws<DefinitionRefusedException>(() =>
            ProductIndex.Compute(ShippedRecipes.Product([]), columns)).Subject);
        Assert.Throws<DefinitionRefusedException>(() =>
            ProductIndex.Compute(ShippedRecipes.Product([new("a", Scale: 0)]), columns));
    }

    [Fact]
    public void The_total_of_all_zones_comes_from_counts_and_says_what_it_leaves_out()
    {
        var unemployed = new IndicatorColumn(
            "unemployed",
            Polarity.HigherIsWorse,
            new[] { 5.0, 4, double.NaN },
            new[] { ObservationStatus.Value, ObservationStatus.Value, ObservationStatus.Suppressed })
        {
            Numerators = new[] { 50.0, 80, double.NaN },
            Denominators = new[] { 1000.0, 2000, 300 },
            UnitScale = 100,
        };
        var recipe = ShippedRecipes.Product([new("unemployed"), new("low-income")]);
        var reference = ReferenceArea.TotalOf("all", recipe, [unemployed, Worse("low-income", 1, 2, 3)]);

        // (50 + 80) / (1000 + 2000) · 100, not the mean of 5 and 4
        Near(13.0 / 3, reference.Values["unemployed"]);
        Assert.Equal(1, reference.ZonesLeftOut["unemployed"]);
        Assert.Equal(ReasonCode.NoReference, reference.Values["low-income"].Reason!.Code);
    }

    [Fact]
    public void A_zone_can_be_the_reference_by_its_own_quotients()
    {
        var recipe = ShippedRecipes.Product([new("receivers", "population"), new("low-income")]);
        var reference = ReferenceArea.OfZone("the country", recipe, [Worse("receivers", 7, 30), Worse("low-income", 9, 8), Population(70, 1200)], 1);

        Near(30.0 / 1200, reference.Values["receivers"]);
        Near(8, reference.Values["low-income"]);
    }

    [Fact]
    public void A_zone_without_inhabitants_has_no_relative_index()
    {
        var result = ProductIndex.Compute(ShippedRecipes.Product([new("a")]), [Worse("a", 1, 2), Population(0, 10)]);

        Near(0, result.Share[0]);
        Assert.Equal(ReasonCode.ZeroPopulation, result.Relative[0].Reason!.Code);
        Near(1, result.Relative[1]);
    }

    [Fact]
    public void Shares_move_up_by_summing_the_parts()
    {
        var result = ProductIndex.Compute(ShippedRecipes.InntektssystemProduct, Example, City);
        var sums = result.SumShares([0, 0, 1], 3);

        Near(1.4 / 1.42, sums[0]);
        Near(0.02 / 1.42, sums[1]);
        Assert.Equal(ReasonCode.TooFew, sums[2].Reason!.Code);
    }
}
