using Bolyst.Rpc;
using Bolyst.Service.Tests.Serving;

namespace Bolyst.Service.Tests.Indexes;

/// <summary>Low income × unemployed × receivers per inhabitant, by hand from the table of <see cref="Sample"/>.</summary>
public class OpphopingsindeksTests(Sample sample)
{
    [Fact]
    public async Task The_product_is_as_by_hand_and_a_missing_factor_is_never_zero()
    {
        var answer = await IndexAsync(Query());

        // 01: 20 · 4 · 30/1000; 02: 5 · 2 · 20/2000; 05: 20 · 5 · 90/1500.
        Near([2.4, 0.1, 6, double.NaN, double.NaN], answer.Raw);
        Assert.Equal([2, 3, 1, double.NaN, double.NaN], answer.Ranks);

        // Burden Σ OI N: 2.4 · 1000 + 0.1 · 2000 + 6 · 1500 = 11600, over 4500 persons.
        Near([2400 / 11600.0, 200 / 11600.0, 9000 / 11600.0, double.NaN, double.NaN], answer.WeightedShare);
        Near([2.4 * 4500 / 11600, 0.1 * 4500 / 11600, 6 * 4500 / 11600.0, double.NaN, double.NaN], answer.RelativeIndex);
        Assert.Equal((V1.RankDirection.HighestFirst, V1.RankTies.Min), (answer.RankRule.Direction, answer.RankRule.Ties));
        Assert.Equal(2, answer.DatasetVersion);
    }

    [Fact]
    public async Task Intervals_hold_the_index_and_name_the_factor_that_has_no_counts()
    {
        var answer = await sample.Grpc.CallAsync<V1.GetOpphopingsindeksResponse>(
            new V1.GetOpphopingsindeksRequest { Query = Query(), IntervalReplicates = 200 });

        Assert.Equal(["unemployed"], answer.Intervals.HeldFixed);
        Assert.All(Enumerable.Range(0, 3), zone =>
        {
            Assert.InRange(answer.Raw[zone], answer.Intervals.RawLower[zone], answer.Intervals.RawUpper[zone]);
            Assert.InRange(answer.RelativeIndex[zone], answer.Intervals.RelativeLower[zone], answer.Intervals.RelativeUpper[zone]);
        });
        Assert.Equal([double.NaN, double.NaN], answer.Intervals.RawLower.Skip(3));
        Assert.Equal((200, 1UL, 0.95), (answer.Intervals.Replicates, answer.Intervals.Seed, answer.Intervals.ConfidenceLevel));
        Assert.Null((await IndexAsync(Query())).Intervals);
    }

    [Fact]
    public async Task Missing_zones_say_which_input_is_missing_and_how()
    {
        var answer = await IndexAsync(Query());

        Assert.Equal(
            [("06", 3, "low-income", V1.ObservationStatus.Suppressed), ("07", 4, "low-income", V1.ObservationStatus.NotDelivered)],
            answer.Missing.Select(missing => (missing.Code, missing.Position, missing.Reason.Subject, missing.Reason.Status)));
    }

    [Fact]
    public async Task All_zones_together_are_no_reference_where_a_factor_has_no_counts()
    {
        var answer = await IndexAsync(Query());

        Assert.All(answer.RatioToReference, ratio => Assert.Equal(double.NaN, ratio));
        Assert.Equal((V1.ReasonCode.NoReference, "unemployed"), (answer.ReferenceReason.Code, answer.ReferenceReason.Subject));
        Assert.Equal(2, answer.Inputs.Single(input => input.Selection.Indicator == "low-income").ZonesLeftOutOfReference);
    }

    [Fact]
    public async Task A_zone_can_be_the_reference()
    {
        var query = Query();
        query.Reference = new() { ZoneSet = Sample.By, Code = "1" };
        var answer = await IndexAsync(query);

        // 01 against the by: (20 / (500/45)) · (4 / 3) · ((30/1000) / (150/5500)).
        Assert.Equal(20 / (500 / 45.0) * (4 / 3.0) * (0.03 / (150 / 5500.0)), answer.RatioToReference[0], 1e-12);
        Assert.Equal("Prøveby", answer.Reference.Name);
        Assert.Null(answer.ReferenceReason);
    }

    [Fact]
    public async Task The_recipe_comes_back_as_it_was_understood_and_the_inputs_with_their_periods()
    {
        var answer = await IndexAsync(Query(), columns: true);

        Assert.Equal(("product", 1, "population"), (answer.Definition.Key, answer.Definition.Version, answer.Definition.WeightIndicator));
        Assert.Equal(["low-income", "unemployed", "receivers"], answer.Definition.Product.Factors.Select(factor => factor.Indicator));
        Assert.Equal(
            [
                ("low-income", "2020", V1.IndexInputRole.Factor), ("unemployed", "2020", V1.IndexInputRole.Factor),
                ("receivers", "2020", V1.IndexInputRole.Factor), ("population", "2020", V1.IndexInputRole.Weight),
            ],
            answer.Inputs.Select(input => (input.Selection.Indicator, input.Selection.Period, input.Role)));
        Assert.Equal([4, 2, 5, 3, 1], answer.Columns[1].Values);
    }

    [Fact]
    public async Task An_older_version_gives_the_older_index()
    {
        var query = Query();
        query.AsOf = 1;

        Near([1.2], [(await IndexAsync(query)).Raw[0]]);
    }

    [Fact]
    public async Task Ranks_can_go_the_other_way()
    {
        var query = Query();
        query.RankRule = new() { Direction = V1.RankDirection.LowestFirst, Ties = V1.RankTies.Average };
        var answer = await IndexAsync(query);

        Assert.Equal([2, 1, 3], answer.Ranks.Take(3));
        Assert.Equal(V1.RankTies.Average, answer.RankRule.Ties);
    }

    [Fact]
    public async Task An_explanation_says_what_each_factor_is_and_does()
    {
        var query = Query();
        query.Reference = new() { ZoneSet = Sample.By, Code = "1" };
        var answer = await sample.Grpc.CallAsync<V1.ExplainIndexResponse>(new V1.ExplainIndexRequest { Query = query, Code = "01" });

        Assert.Equal((2.4, 2.0, 3), (Math.Round(answer.Raw.Value, 12), answer.Rank.Value, answer.RankedZones));
        Assert.Equal(3, answer.Factors.Count);
        var receivers = answer.Factors[2];
        Assert.Equal((30.0, 1000.0), (receivers.Input.Value_, receivers.Per.Value_));
        Assert.Equal(0.03, receivers.Value.Value, 1e-15);
        Assert.Equal(150 / 5500.0, receivers.Reference.Value, 1e-15);

        // By hand: the logarithms of the ratios add up to that of the product, and the parts to 1.
        Assert.Equal(Math.Log(4 / 3.0), answer.Factors[1].LogRatio.Value, 1e-12);
        Assert.Equal(Math.Log(answer.RatioToReference.Value), answer.Factors.Sum(factor => factor.LogRatio.Value), 1e-12);
        Assert.Equal(1, answer.Factors.Sum(factor => factor.Contribution.Value), 1e-12);
        Assert.Equal(2, answer.Factors[0].Input.SourceDelivery);
        Assert.Equal((200.0, 1000.0), (answer.Factors[0].Input.Counts.Numerator, answer.Factors[0].Input.Counts.Denominator));
    }

    [Fact]
    public async Task An_explanation_of_a_zone_without_index_says_what_is_missing()
    {
        var answer = await sample.Grpc.CallAsync<V1.ExplainIndexResponse>(new V1.ExplainIndexRequest { Query = Query(), Code = "06" });

        Assert.Equal(V1.ObservationStatus.Suppressed, answer.Raw.Reason.Status);
        Assert.Equal(V1.Measured.ResultOneofCase.Reason, answer.Rank.ResultCase);
        var lowIncome = answer.Factors[0].Input;
        Assert.False(lowIncome.HasValue_);
        Assert.Null(lowIncome.Counts);
        Assert.Equal((V1.ObservationStatus.Suppressed, "standardtegn :"), (lowIncome.Status, lowIncome.SuppressionRule));
        Assert.Equal(3, answer.Factors[1].Value.Value);
    }

    [Fact]
    public async Task A_threshold_count_counts_the_criteria_and_bounds_the_missing_ones()
    {
        var query = Query();
        query.ThresholdCount = new()
        {
            Criteria =
            {
                new V1.ThresholdCriterion { Indicator = "low-income", Limit = 20 },
                new V1.ThresholdCriterion { Indicator = "unemployed", WorstShare = 0.2 },
            },
        };
        var answer = await IndexAsync(query);

        // Past 20 percent: 01, 05. Worst fifth of five zones is one: 05 with 5.
        Assert.Equal([1, 0, 2, double.NaN, double.NaN], answer.Raw);
        Assert.Equal([1, 0, 2, 0, 0], answer.AtLeast);
        Assert.Equal([1, 0, 2, 1, 1], answer.AtMost);
        var explained = await sample.Grpc.CallAsync<V1.ExplainIndexResponse>(new V1.ExplainIndexRequest { Query = query, Code = "06" });
        Assert.Equal([V1.CriterionOutcome.Unknown, V1.CriterionOutcome.NotMet], explained.Criteria.Select(criterion => criterion.Outcome));
        Assert.Equal(5, explained.Criteria[1].Limit.Value);
    }

    [Fact]
    public async Task What_concerns_ethnicity_is_refused_by_name()
    {
        var query = Query();
        query.Product.Factors.Add(new V1.ProductFactor { Indicator = "immigrants", Reading = V1.FactorReading.AsIs });
        var fault = await Expect.FaultAsync(StatusCode.FailedPrecondition, V1.ErrorReason.IndicatorNotScorable, () => IndexAsync(query));

        Assert.Contains("'immigrants'", fault.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recipe_that_cannot_be_is_refused()
    {
        var twice = Query();
        twice.Product.Factors.Add(new V1.ProductFactor { Indicator = "unemployed" });
        await Expect.InvalidAsync(V1.ErrorReason.RecipeInvalid, "query.recipe", () => IndexAsync(twice));

        var twiceDivided = Query();
        twiceDivided.Product.Factors[1].Per = "population";
        await Expect.InvalidAsync(V1.ErrorReason.RecipeInvalid, "query.recipe", () => IndexAsync(twiceDivided));

        var empty = Query();
        empty.Product.Factors.Clear();
        await Expect.InvalidAsync(V1.ErrorReason.FieldRequired, "query.product.factors", () => IndexAsync(empty));

        var negative = Query();
        negative.Product.Factors[0].Scale = -1;
        await Expect.InvalidAsync(V1.ErrorReason.FieldOutOfRange, "query.product.factors[0].scale", () => IndexAsync(negative));

        var without = Query();
        without.ClearRecipe();
        await Expect.InvalidAsync(V1.ErrorReason.FieldRequired, "query.recipe", () => IndexAsync(without));
        await Expect.InvalidAsync(V1.ErrorReason.FieldRequired, "query", () => sample.Grpc.CallAsync<V1.GetOpphopingsindeksResponse>(new V1.GetOpphopingsindeksRequest()));
    }

    [Fact]
    public async Task What_is_not_there_is_named()
    {
        var query = Query();
        query.Definition = "the-official-one";
        await Expect.NotFoundAsync(V1.ErrorReason.IndexDefinitionNotFound, () => IndexAsync(query));
        query.Definition = "inntektssystem-product";
        await Expect.NotFoundAsync(V1.ErrorReason.IndicatorNotFound, () => IndexAsync(query));
        await Expect.NotFoundAsync(
            V1.ErrorReason.ZoneNotFound, () => sample.Grpc.CallAsync<V1.ExplainIndexResponse>(new V1.ExplainIndexRequest { Query = Query(), Code = "99" }));
    }

    [Fact]
    public async Task Shipped_definitions_say_that_they_are_not_verified()
    {
        var answer = await sample.Grpc.CallAsync<V1.ListIndexDefinitionsResponse>(new V1.ListIndexDefinitionsRequest());

        Assert.Equal(["inntektssystem-product", "levekar-product"], answer.Definitions.Select(definition => definition.Key));
        Assert.All(answer.Definitions, definition =>
        {
            Assert.Matches("not (verified|official)", definition.Label.En);
            Assert.Contains("Never call a result the official opphopingsindeks", definition.Reservation.En, StringComparison.Ordinal);
            Assert.Contains("Kall aldri et resultat den offisielle opphopingsindeksen", definition.Reservation.Nb, StringComparison.Ordinal);
            Assert.Contains("Kall aldri eit resultat den offisielle opphopingsindeksen", definition.Reservation.Nn, StringComparison.Ordinal);
            Assert.Equal(definition.Reservation.En, definition.Verification);
            Assert.Equal(3, definition.Product.Factors.Count);
        });
    }

    private static V1.IndexQuery Query() => new()
    {
        ZoneSet = Sample.Kretser,
        Period = "2020",
        Product = new()
        {
            Factors =
            {
                new V1.ProductFactor { Indicator = "low-income" },
                new V1.ProductFactor { Indicator = "unemployed" },
                new V1.ProductFactor { Indicator = "receivers", Per = "population" },
            },
        },
    };

    private Task<V1.GetOpphopingsindeksResponse> IndexAsync(V1.IndexQuery query, bool columns = false) =>
        sample.Grpc.CallAsync<V1.GetOpphopingsindeksResponse>(new V1.GetOpphopingsindeksRequest { Query = query, IncludeColumns = columns });

    private static void Near(double[] expected, IEnumerable<double> actual) => Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
}
