using Bolyst.Rpc;
using Bolyst.Service.Tests.Serving;
using Bolyst.Statistics.Composite;

namespace Bolyst.Service.Tests.Indexes;

/// <summary>Composite indexes over sockets, by hand from the table of <see cref="Sample"/>.</summary>
public class CompositeIndexTests(Sample sample)
{
    private static V1.ComputeIndexRequest Request(params string[] indicators)
    {
        var definition = new V1.CompositeDefinition { Key = "mine" };
        definition.Indicators.AddRange(indicators.Select(i => new V1.CompositeIndicator { Indicator = i }));
        return new() { Query = new() { ZoneSet = Sample.Kretser, Composite = definition } };
    }

    private Task<V1.ComputeIndexResponse> ComputeAsync(V1.ComputeIndexRequest request) => sample.Grpc.CallAsync<V1.ComputeIndexResponse>(request);

    [Fact]
    public async Task A_composite_in_the_request_is_as_by_hand()
    {
        var request = Request("low-income", "unemployed");
        request.Classes = 3;
        request.IncludeLevels = true;
        var answer = await ComputeAsync(request);

        // Low income 20, 5, 20 is 100, 0, 100 of its range; unemployed 4, 2, 5, 3, 1 is 75, 25, 100, 50, 0 of its own.
        Assert.Equal([87.5, 12.5, 100, double.NaN, double.NaN], answer.Scores);
        Assert.Equal([2, 3, 1, double.NaN, double.NaN], answer.Ranks);
        Assert.Equal([2, 3, 1, double.NaN, double.NaN], answer.Classes);
        Assert.Equal([75, 25, 100, 50, 0], answer.Indicators[1].Normalised);
        Assert.Equal([1, 1, 1, 0.5, 0.5], answer.Availability);
        Assert.Equal(
            [("06", V1.ObservationStatus.Suppressed), ("07", V1.ObservationStatus.NotDelivered)],
            answer.Missing.Select(missing => (missing.Code, missing.Reason.Status)));
        Assert.Equal((0.5, "2020"), (answer.Indicators[0].EffectiveWeight, answer.Indicators[0].Selection.Period));
        Assert.Equal(2, answer.DatasetVersion);
    }

    [Fact]
    public async Task Part_of_the_data_is_enough_where_the_definition_says_so_and_the_explanation_shows_it()
    {
        var request = Request("low-income", "unemployed");
        request.Query.Composite.Aggregate = new() { MinimumPresent = 0.5 };
        request.Explain.Add(["01", "06"]);
        var answer = await ComputeAsync(request);

        Assert.Equal([87.5, 12.5, 100, 50, 0], answer.Scores);
        Assert.Equal([50, 37.5], answer.Explanations[0].Contributions.Select(part => part.Contribution.Value));
        Assert.Equal([0, 1], answer.Explanations[1].Contributions.Select(part => part.Weight));
        Assert.Equal(V1.ObservationStatus.Suppressed, answer.Explanations[1].Contributions[0].Value.Reason.Status);
    }

    [Fact]
    public async Task Two_periods_share_a_scale()
    {
        var request = Request("low-income");
        request.Query.ZoneSet = "krets-2019";
        request.Query.Periods.Add(["2018", "2019"]);
        var answer = await ComputeAsync(request);

        // 2018 has only zone 01 with 8; 2019 has 12, 5.5, 12.5, 25, 1: the range is 1 to 25.
        Assert.Equal(["2018", "2019"], answer.Periods);
        Assert.Equal((8 - 1) / 24.0 * 100, answer.Scores[0], 1e-12);
        Assert.Equal(100, answer.Scores[5 + 3], 1e-12);
        Assert.Equal(0, answer.Scores[5 + 4], 1e-12);
    }

    [Fact]
    public async Task Ranks_get_intervals_that_the_seed_repeats()
    {
        V1.AnalyzeSensitivityRequest request = new()
        {
            Query = Request("low-income", "unemployed").Query,
            SampleValues = true,
            WeightNoise = 0.5,
            Replicates = 50,
            SobolRows = 16,
            LeaveOneOut = true,
        };
        var answer = await sample.Grpc.CallAsync<V1.AnalyzeSensitivityResponse>(request);

        Assert.Equal([2, 3, 1, double.NaN, double.NaN], answer.NominalRanks);
        Assert.All(Enumerable.Range(0, 3), zone => Assert.InRange(answer.MedianRanks[zone], answer.LowerRanks[zone], answer.UpperRanks[zone]));
        Assert.Equal(["06", "07"], answer.Missing.Select(missing => missing.Code));
        Assert.Equal(["values", "weight of low-income", "weight of unemployed"], answer.Sources.Select(source => source.Source));
        Assert.Equal(["low-income", "unemployed"], answer.LeftOut.Select(left => left.Indicator));
        Assert.Equal((1UL, 0.95), (answer.Seed, answer.ConfidenceLevel));
        Assert.Equal(answer, await sample.Grpc.CallAsync<V1.AnalyzeSensitivityResponse>(request));
    }

    [Fact]
    public async Task What_cannot_be_computed_is_refused_by_name()
    {
        await Expect.FaultAsync(
            StatusCode.FailedPrecondition, V1.ErrorReason.IndicatorNotScorable, () => ComputeAsync(Request("immigrants")));
        await Expect.NotFoundAsync(V1.ErrorReason.IndicatorNotFound, () => ComputeAsync(Request("absent")));
        await Expect.InvalidAsync(V1.ErrorReason.FieldRequired, "query", () => ComputeAsync(new()));
        await Expect.InvalidAsync(V1.ErrorReason.FieldRequired, "query.composite.indicators", () => ComputeAsync(Request()));
        await Expect.InvalidAsync(V1.ErrorReason.FieldRequired, "query.recipe", () => ComputeAsync(new() { Query = new() { ZoneSet = "x" } }));
        await Expect.InvalidAsync(V1.ErrorReason.RecipeInvalid, "query.recipe.groups", () => ComputeAsync(Request("low-income", "low-income")));
        var neutral = await Expect.InvalidAsync(V1.ErrorReason.RecipeInvalid, "query.recipe.indicators", () => ComputeAsync(Request("population")));
        Assert.Contains("'population'", neutral.Detail, StringComparison.Ordinal);
        await Expect.NotFoundAsync(
            V1.ErrorReason.IndexDefinitionNotFound, () => ComputeAsync(new() { Query = new() { ZoneSet = Sample.Kretser, Ready = "absent" } }));

        var unsound = Request("low-income");
        unsound.Query.Composite.Normalise = new() { Method = (V1.NormaliseMethod)99, Lower = double.NaN };
        await Expect.InvalidAsync(V1.ErrorReason.FieldMalformed, "query.composite.normalise.method", () => ComputeAsync(unsound));
        await Expect.InvalidAsync(
            V1.ErrorReason.FieldOutOfRange,
            "replicates",
            () => sample.Grpc.CallAsync<V1.AnalyzeSensitivityResponse>(new V1.AnalyzeSensitivityRequest { Query = Request("low-income").Query, Replicates = 5 }));
        await Expect.InvalidAsync(
            V1.ErrorReason.RecipeInvalid,
            "query.recipe.sensitivity",
            () => sample.Grpc.CallAsync<V1.AnalyzeSensitivityResponse>(new V1.AnalyzeSensitivityRequest { Query = Request("low-income").Query }));
    }

    [Fact]
    public void Methods_have_the_same_names_on_both_sides()
    {
        Same<NormaliseMethod, V1.NormaliseMethod>();
        Same<AggregateMethod, V1.AggregateMethod>();
        Same<ImputeMethod, V1.ImputeMethod>();
        Same<WeightRule, V1.WeightRule>();
        Same<ScoreMeaning, V1.ScoreMeaning>();
        Assert.All(Enum.GetValues<TreatTransform>(), transform => Assert.Equal(transform.ToString(), Service.Indexes.CompositeDefinitions.ToMessage(transform).ToString()));

        // Numbers may differ only where the model's None has 0.
        static void Same<TModel, TMessage>()
            where TModel : struct, Enum
            where TMessage : struct, Enum => Assert.All(
                Enum.GetValues<TModel>().Where(value => Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture) != 0),
                value => Assert.Equal(
                    value.ToString(), Enum.GetName(typeof(TMessage), Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture))));
    }
}
