using Bolyst.Statistics.Comparison;
using Bolyst.Statistics.Composite;

namespace Bolyst.Statistics.Tests.Composite;

/// <summary>
/// Published British indices from their published domain ranks (BOLYST_SHARED/reference/imd2019 and simd). The publishers used unrounded
/// domain scores, so where their domain ranks are tied the overall rank may differ by one or two.
/// </summary>
public class DeprivationTests
{
    private static readonly Dictionary<string, string> English = new(StringComparer.Ordinal)
    {
        ["income"] = "Income_rank",
        ["employment"] = "Employment_rank",
        ["education"] = "Education_rank",
        ["health"] = "Health_rank",
        ["crime"] = "Crime_rank",
        ["housing-and-access"] = "Housing_and_Access_rank",
        ["environment"] = "Environment_rank",
    };

    private static readonly Dictionary<string, string> Scottish = new(StringComparer.Ordinal)
    {
        ["income"] = "Income_rank",
        ["employment"] = "Employment_rank",
        ["education"] = "Education_rank",
        ["health"] = "Health_rank",
        ["access"] = "Access_rank",
        ["crime"] = "Crime_rank",
        ["housing"] = "Housing_rank",
    };

    [Fact]
    public void English_ranks_of_2019_agree_in_9967_of_10000_and_deciles_in_all()
    {
        var table = Table.Read("reference/imd2019/imd2019_lsoa11_ranks_deciles.csv");
        var result = Compute(ReadyDefinitions.EnglishImd2019, table, English);

        var (equal, furthest) = Compare(table, result, TieRule.Min);
        Assert.True(equal >= 0.9967 - 5e-5, $"{equal:P4} equal");
        Assert.True(furthest <= 2, $"furthest {furthest}");

        var published = table.Numbers("IMD_decile");
        var ranks = table.Numbers("IMD_rank");
        Assert.All(Enumerable.Range(0, table.Rows), i =>
            Assert.Equal(published[i], QuantileClass.Of(ranks[i], table.Rows, 10, QuantileRule.Ceiling)));
        var deciles = result.Classes(10, RankDirection.HighestFirst, TieRule.Min, QuantileRule.Ceiling);
        Assert.All(Enumerable.Range(0, table.Rows), i => Assert.Equal(published[i], deciles[i].Value));
    }

    [Fact]
    public void Scottish_ranks_of_2016_agree_in_all()
    {
        var table = Table.Read("reference/simd/simd2016_dz11_ranks.csv");
        Assert.Equal((1, 0), Compare(table, Compute(ReadyDefinitions.ScottishSimd2016, table, Scottish), TieRule.Min));
    }

    [Fact]
    public void Scottish_ranks_of_2020_agree_in_9970_of_10000()
    {
        var table = Table.Read("reference/simd/simd2020v2_dz11_ranks.csv");
        var (equal, furthest) = Compare(table, Compute(ReadyDefinitions.ScottishSimd2016, table, Scottish), TieRule.Min);
        Assert.True(equal >= 0.9970 - 5e-5, $"{equal:P4} equal");
        Assert.True(furthest <= 2, $"furthest {furthest}");
    }

    /// <summary>Published ranks have 1 for the most deprived: low raises the score.</summary>
    private static CompositeResult Compute(CompositeDefinition definition, Table table, Dictionary<string, string> columns) =>
        CompositeIndex.Compute(
            definition with
            {
                Indicators = [.. definition.Indicators.Select(i => i with { Direction = -1 })],
                Normalise = definition.Normalise with { ValuesAreRanks = true },
            },
            new([.. columns.Select(c => IndicatorColumn.FromNumbers(c.Key, Polarity.HigherIsWorse, table.Numbers(c.Value)))]));

    private static (double Equal, double Furthest) Compare(Table table, CompositeResult result, TieRule ties)
    {
        var published = table.Numbers("IMD_rank");
        var ranks = result.Rank(RankDirection.HighestFirst, ties);
        double[] distances = [.. Enumerable.Range(0, table.Rows).Select(i => Math.Abs(ranks[i].Value - published[i]))];
        return (distances.Count(d => d == 0) / (double)table.Rows, distances.Max());
    }
}
