using Bolyst.Statistics.Composite;
using static Bolyst.Statistics.Tests.Columns;

namespace Bolyst.Statistics.Tests.Composite;

/// <summary>The ready definitions without published results to compare with, by hand.</summary>
public class ReadyDefinitionTests
{
    [Fact]
    public void Deciles_are_scored_from_one_for_the_lowest_to_ten_and_averaged()
    {
        double[] rising = [.. Enumerable.Range(1, 10).Select(i => (double)i)];
        double[] skewed = [.. rising.Select(x => x * x)];

        Assert.Equal(rising, Scores(ReadyDefinitions.DecileMean(["a", "b"]), Worse("a", rising), Worse("b", skewed)));
        Assert.All(
            Scores(ReadyDefinitions.DecileMean(["a", "b"]), Worse("a", rising), Worse("b", [.. skewed.Reverse()])), s => Assert.Equal(5.5, s));
    }

    [Fact]
    public void A_part_of_a_city_is_shown_in_per_cent_of_its_rate()
    {
        // The city: 10 of 100 and 90 of 300 are 100 of 400 = 25 per cent; the mean of the two rates would be 20.
        IndicatorColumn rates = new("a", Polarity.HigherIsWorse, new[] { 10.0, 30 }, new ObservationStatus[2])
        {
            Numerators = new[] { 10.0, 90 },
            Denominators = new[] { 100.0, 300 },
            UnitScale = 100,
        };

        Assert.Equal([40, 120], Scores(ReadyDefinitions.PercentOfCity(["a"]), rates));
    }

    [Fact]
    public void Ranks_are_summed_with_the_mean_rank_for_ties()
    {
        // Ranks of a are 3, 1.5, 1.5 and of b 3, 2, 1.
        Assert.Equal([3, 1.75, 1.25], Scores(ReadyDefinitions.RankSum(["a", "b"]), Worse("a", 3, 1, 1), Worse("b", 30, 20, 10)));
    }

    [Fact]
    public void Kristiansands_three_indicators_weigh_alike_around_100()
    {
        Assert.Equal(
            [90, 100, 110],
            Scores(
                ReadyDefinitions.KristiansandSchools,
                Worse("mothers-low-education", 1, 2, 3),
                Worse("single-providers", 10, 20, 30),
                Worse("moving", 5, 10, 15)));
    }

    private static double[] Scores(CompositeDefinition definition, params IndicatorColumn[] columns) =>
        [.. CompositeIndex.Compute(definition, new(columns)).Scores.Select(s => Math.Round(s.Value, 12))];
}
