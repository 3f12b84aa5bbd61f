using Bolyst.Statistics.Composite;
using Bolyst.Statistics.Opphoping;
using Bolyst.Statistics.Uncertainty.Simulation;
using FsCheck;
using FsCheck.Fluent;
using static Bolyst.Statistics.Tests.Columns;

namespace Bolyst.Statistics.Tests.Uncertainty;

public class SimulationTests
{
    private static readonly CompositeDefinition Definition = new("d", 1, new("t", "t", "t"), [new("a"), new("b")], []);

    private static IndicatorColumn Rate(string key, double persons, params double[] events) =>
        new(key, Polarity.HigherIsWorse, events.Select(e => e / persons * 100).ToArray(), new ObservationStatus[events.Length])
        {
            Numerators = events,
            Denominators = events.Select(_ => persons).ToArray(),
            UnitScale = 100,
        };

    [Fact]
    public void Large_zones_far_apart_keep_their_ranks_and_small_ones_near_each_other_do_not()
    {
        CompositeData large = new([Rate("a", 1e6, 100_000, 200_000, 300_000), Rate("b", 1e6, 100_000, 200_000, 300_000)]);
        CompositeData small = new([Rate("a", 50, 10, 11, 12, 13), Rate("b", 50, 10, 11, 12, 13)]);

        var sure = RankSimulation.Run(Definition, large, new() { Replicates = 200 });
        var unsure = RankSimulation.Run(Definition, small, new() { Replicates = 200 });

        Assert.All(sure, r => Assert.Equal((r.Nominal.Value, r.Nominal.Value), (r.Lower.Value, r.Upper.Value)));
        Assert.All(unsure, r => Assert.True(r.Upper.Value - r.Lower.Value >= 2));
    }

    [Fact]
    public void The_same_seed_gives_the_same_answer_and_another_seed_another()
    {
        CompositeData data = new([Rate("a", 50, 10, 11, 12, 13, 20), Rate("b", 50, 13, 11, 12, 10, 9)]);
        SensitivityDesign design = new() { Replicates = 100, WeightNoise = 0.5, Normalisations = [new(), new(NormaliseMethod.ZScore)] };

        var one = RankSimulation.Run(Definition, data, design);
        Assert.Equal(one, RankSimulation.Run(Definition, data, design));
        Assert.NotEqual(one, RankSimulation.Run(Definition, data, design with { Seed = 9 }));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public async Task The_number_of_threads_changes_no_digit(int threads)
    {
        CompositeData data = new([Rate("a", 50, 10, 11, 12, 13, 20), Rate("b", 50, 13, 11, 12, 10, 9)]);
        SensitivityDesign design = new() { Replicates = 500, WeightNoise = 0.5, Normalisations = [new(), new(NormaliseMethod.ZScore)] };
        // Parallel loops take the scheduler they are started on, and this one runs so many tasks at a time.
        var scheduler = new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, threads).ConcurrentScheduler;

        var limited = await Task.Factory.StartNew(() => RankSimulation.Run(Definition, data, design), CancellationToken.None, TaskCreationOptions.None, scheduler);

        Assert.Equal(RankSimulation.Run(Definition, data, design), limited);
    }

    [Fact]
    public void Ranks_name_the_indicators_with_a_number_that_nothing_says_how_sure_it_is()
    {
        var partly = new IndicatorColumn("partly", Polarity.HigherIsWorse, new double[] { 10, 20, 30 }, new ObservationStatus[3])
        {
            Numerators = new[] { 100, double.NaN, 300 },
            Denominators = new double[] { 1000, 1000, 1000 },
            UnitScale = 100,
        };
        CompositeData data = new([Rate("a", 1000, 100, 200, double.NaN), Worse("recipients", 30, 60, 5), Worse("bare", 2, 3, 4), partly, Population(1000, 1000, 1000)]);
        var definition = Definition with { Indicators = [new("a"), new("recipients", Denominator: "population"), new("bare"), new("partly")] };

        Assert.Equal(["bare", "partly"], RankSimulation.HeldFixed(definition, data, new()));
        Assert.Empty(RankSimulation.HeldFixed(definition, data, new() { SampleValues = false }));
    }

    [Fact]
    public void Counts_that_are_divided_are_drawn_for_ranks_too()
    {
        CompositeData data = new([Worse("recipients", 10, 11, 12, 13), Population(50, 50, 50, 50)]);
        var ranks = RankSimulation.Run(
            Definition with { Indicators = [new("recipients", Denominator: "population")] }, data, new() { Replicates = 200 });

        Assert.All(ranks, r => Assert.True(r.Upper.Value - r.Lower.Value >= 2));
    }

    [Fact]
    public void A_product_gets_intervals_from_its_counts_and_names_the_factors_without()
    {
        IndicatorColumn[] columns =
            [Rate("a", 1000, 100, 200, double.NaN), Worse("recipients", 30, 60, 5), Worse("bare", 2, 3, 4), Population(1000, 1000, 1000)];
        var recipe = ShippedRecipes.Product([new("a", Scale: 0.01), new("recipients", Denominator: "population"), new("bare")]);
        var sure = ProductSimulation.Run(recipe, columns, 2000);
        var product = ProductIndex.Compute(recipe, columns);

        Assert.Equal(["bare"], sure.HeldFixed);
        Assert.Null(sure.Raw[2]);

        // By the delta method, var ln OI = (1 − .1)/100 + (1 − .03)/30 for the first zone: a share of 1.96 · .2033 to each side.
        Assert.Equal(product.Raw[0].Value * (1 - (1.96 * 0.2033)), sure.Raw[0]!.Lower, product.Raw[0].Value * 0.05);
        Assert.Equal(product.Raw[0].Value * (1 + (1.96 * 0.2033)), sure.Raw[0]!.Upper!.Value, product.Raw[0].Value * 0.05);
        Assert.InRange(product.Relative[0].Value, sure.Relative[0]!.Lower, sure.Relative[0]!.Upper!.Value);
        Assert.All(ProductSimulation.Run(ShippedRecipes.Product([new("bare")]), columns, 10).Raw, Assert.Null);
        Assert.Throws<DefinitionRefusedException>(() => ProductSimulation.Run(recipe, columns, 1));
    }

    [Fact]
    public void A_zone_without_a_score_keeps_its_reason()
    {
        CompositeData data = new([Rate("a", 50, 10, 11, 12, double.NaN), Rate("b", 50, 13, 11, 12, 10)]);
        var ranks = RankSimulation.Run(Definition, new([NotDelivered(data, "a"), Rate("b", 50, 13, 11, 12, 10)]), new() { Replicates = 20 });

        Assert.Equal("a", ranks[3].Median.Reason!.Subject);
        Assert.Equal(20, ranks[0].Replicates);

        static IndicatorColumn NotDelivered(CompositeData data, string key) =>
            IndicatorColumn.FromNumbers(key, Polarity.HigherIsWorse, data.Find(key, "indicators").Values);
    }

    [Fact]
    public void Sobol_indices_of_the_Ishigami_function_are_known()
    {
        // Ishigami and Homma 1990 with a = 7, b = 0.1: S = .3139, .4424, 0; T = .5576, .4424, .2437. Tolerance: three standard errors.
        var indices = SobolIndices.Run(
            ["x1", "x2", "x3"],
            u =>
            {
                double X(int i) => Math.PI * ((2 * u[i]) - 1);
                return Math.Sin(X(0)) + (7 * Math.Pow(Math.Sin(X(1)), 2)) + (0.1 * Math.Pow(X(2), 4) * Math.Sin(X(0)));
            },
            32_768,
            bootstraps: 50);

        double[] first = [0.3139, 0.4424, 0];
        double[] total = [0.5576, 0.4424, 0.2437];
        for (var i = 0; i < 3; i++)
        {
            Near(first[i], indices[i].First, 0.03);
            Near(total[i], indices[i].Total, 0.03);
            Assert.InRange(indices[i].Total.Value, indices[i].TotalInterval!.Lower, indices[i].TotalInterval!.Upper!.Value);
        }
    }

    [Fact]
    public void An_output_that_never_changes_has_no_indices() =>
        Assert.Equal(ReasonCode.NoVariation, SobolIndices.Run(["x"], _ => 3, 64)[0].Total.Reason!.Code);

    [Fact]
    public void Sources_of_doubt_are_named_and_the_one_that_matters_is_found()
    {
        CompositeData data = new([Worse("a", 1, 5, 2, 8, 3, 9, 4), Worse("b", 9, 2, 7, 1, 8, 3, 5)]);
        var indices = SensitivityAnalysis.OfRanks(
            Definition, data, new() { SampleValues = false, WeightNoise = 1, Aggregations = [new(), new()], Replicates = 256 });

        Assert.Equal(["aggregate", "weight of a", "weight of b"], indices.Select(i => i.Input));
        Near(0, indices[0].Total);
        Assert.True(indices[1].Total.Value > 0.3);
    }

    [Fact]
    public void Leaving_out_what_says_the_same_moves_no_rank()
    {
        CompositeData data = new([Worse("a", 1, 2, 3), Worse("b", 2, 4, 6)]);
        Assert.All(LeaveOneOut.Indicators(Definition, data), l => Near(0, l.MeanShift));
        Assert.Equal(ReasonCode.TooFew, LeaveOneOut.Indicators(Definition with { Indicators = [new("a")] }, data)[0].MeanShift.Reason!.Code);
    }

    [Fact]
    public void A_design_without_doubt_or_out_of_bounds_is_refused()
    {
        CompositeData data = new([Worse("a", 1, 2, 3), Worse("b", 2, 4, 6)]);
        Assert.Equal("design", Refused(new() { SampleValues = false }));
        Assert.Equal("replicates", Refused(new() { Replicates = 1 }));
        Assert.Equal("weight noise", Refused(new() { WeightNoise = 2 }));
        Assert.Equal("level", Refused(new() { Level = 1 }));

        string Refused(SensitivityDesign design) =>
            Assert.Throws<DefinitionRefusedException>(() => RankSimulation.Run(Definition, data, design)).Subject;
    }

    [Fact]
    public void Cancelling_ends_the_work() => Assert.ThrowsAny<OperationCanceledException>(() => RankSimulation.Run(
        Definition, new([Worse("a", 1, 2, 3), Worse("b", 2, 4, 6)]), new(), cancellation: new CancellationToken(canceled: true)));

    [Fact]
    public void Normal_draws_have_the_moments_and_tails_of_the_normal()
    {
        var random = new RandomStream(3, 4);
        double[] draws = new double[400_000];
        foreach (ref var draw in draws.AsSpan())
        {
            draw = random.Normal();
        }

        // Five standard errors; P(|z| > 3) = .0026998, beyond the edge of the layers (3.654) .000258.
        var moments = Moments.Of(draws);
        Assert.Equal(0, moments.Mean, 5 / Math.Sqrt(draws.Length));
        Assert.Equal(1, moments.M2 / draws.Length, 5 * Math.Sqrt(2.0 / draws.Length));
        Assert.Equal(0, moments.Skewness, 5 * Math.Sqrt(6.0 / draws.Length));
        Assert.Equal(0, moments.Kurtosis, 5 * Math.Sqrt(24.0 / draws.Length));
        Assert.Equal(0.0026998, draws.Count(d => Math.Abs(d) > 3) / (double)draws.Length, 5 * Math.Sqrt(0.0027 / draws.Length));
        Assert.Equal(0.000258, draws.Count(d => Math.Abs(d) > 3.6541528853610088) / (double)draws.Length, 5 * Math.Sqrt(0.000258 / draws.Length));
    }

    [Theory]
    [InlineData(40, 0.05)]
    [InlineData(1000, 0.3)]
    [InlineData(5000, 0.9)]
    public void Binomial_draws_have_the_mean_and_variance_of_the_binomial(int n, double p)
    {
        var random = new RandomStream(1, 2);
        double[] draws = new double[40_000];
        foreach (ref var draw in draws.AsSpan())
        {
            draw = BinomialSampler.Draw(ref random, n, p);
        }

        // Five standard errors of a mean and of a variance.
        var moments = Moments.Of(draws);
        Assert.Equal(n * p, moments.Mean, 5 * Math.Sqrt(n * p * (1 - p) / draws.Length));
        Assert.Equal(1, moments.M2 / draws.Length / (n * p * (1 - p)), 5 * Math.Sqrt(2.2 / draws.Length));
        Assert.InRange(moments.Minimum, 0, n);
    }

    [Fact]
    public void Sorting_by_digits_is_sorting() => Prop.ForAll(
        Gen.ArrayOf(Gen.Choose(-1000, 1000).Select(i => i / 7.0), 3000).ToArbitrary(),
        values =>
        {
            var (keys, items) = (values.ToArray(), Enumerable.Range(0, values.Length).ToArray());
            RadixSort.Sort(keys, items, keys.Length);
            Assert.Equal(values.Order(), keys);
            Assert.Equal(keys, items.Select(i => values[i]));
        }).QuickCheckThrowOnFailure();
}
