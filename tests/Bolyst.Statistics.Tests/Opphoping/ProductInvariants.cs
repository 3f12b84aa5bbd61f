using Bolyst.Statistics.Opphoping;
using FsCheck;
using FsCheck.Fluent;
using static Bolyst.Statistics.Tests.Columns;

namespace Bolyst.Statistics.Tests.Opphoping;

/// <summary>What must hold of every product index, whatever the data.</summary>
public class ProductInvariants
{
    private static readonly ProductRecipe Recipe = ShippedRecipes.Product([new("a"), new("b"), new("c")]);

    /// <summary>Two or more zones with three factors in per mille above zero, and a population.</summary>
    private static readonly Arbitrary<(int A, int B, int C, int Population)[]> Zones = (
        from count in Gen.Choose(2, 30)
        from rows in Gen.ArrayOf(
            from a in Gen.Choose(1, 1000)
            from b in Gen.Choose(1, 1000)
            from c in Gen.Choose(1, 1000)
            from population in Gen.Choose(1, 100_000)
            select (a, b, c, population),
            count)
        select rows).ToArbitrary();

    [Fact]
    public void Scaling_a_factor_leaves_the_shares_as_they_were() => Check((rows, result) =>
    {
        var scaled = ProductIndex.Compute(Recipe, Of(rows, scaleOfB: 37.5));
        AllNear(result.Share, scaled.Share);
        AllNear(result.Relative, scaled.Relative);
    });

    [Fact]
    public void Shares_sum_to_one() => Check((_, result) => Assert.Equal(1, result.Share.Sum(s => s.Value), 1e-12));

    [Fact]
    public void The_population_weighted_mean_of_the_relative_index_is_one() => Check((rows, result) => Assert.Equal(
        1, rows.Select((r, i) => r.Population * result.Relative[i].Value).Sum() / rows.Sum(r => (double)r.Population), 1e-12));

    [Fact]
    public void The_product_of_ratios_and_the_ratio_of_products_differ_by_one_constant() => Check((rows, result) =>
    {
        var constants = result.Raw.Zip(result.RatioToReference, (raw, ratio) => raw.Value / ratio.Value).ToArray();
        Assert.All(constants, c => Assert.Equal(1, c / constants[0], 1e-12));
        Assert.Equal(1, constants[0] / (200.0 * 300 * 400), 1e-12);
    });

    [Fact]
    public void The_burden_of_the_zones_differs_from_the_product_of_totals_by_the_covariance() => Check((rows, _) =>
    {
        // With two factors: mean of products = product of means + covariance, all weighted by population.
        var result = ProductIndex.Compute(ShippedRecipes.Product([new("a"), new("b")]), Of(rows));
        var people = rows.Sum(r => (double)r.Population);
        double Mean(Func<(int A, int B, int C, int Population), double> of) => rows.Sum(r => r.Population * of(r)) / people;
        var (meanA, meanB) = (Mean(r => r.A), Mean(r => r.B));
        var covariance = Mean(r => (r.A - meanA) * (r.B - meanB));
        var burden = rows.Select((r, i) => r.Population * result.Raw[i].Value).Sum();
        Assert.Equal(1, burden / (people * ((meanA * meanB) + covariance)), 1e-9);
    });

    [Fact]
    public void A_missing_factor_makes_the_product_missing_and_the_others_share_the_whole() => Check((rows, _) =>
    {
        var columns = Of(rows);
        columns[1] = Worse("b", [double.NaN, .. rows.Skip(1).Select(r => (double)r.B)]);
        var result = ProductIndex.Compute(Recipe, columns);
        Assert.False(result.Raw[0].HasValue || result.Share[0].HasValue || result.Relative[0].HasValue);
        Assert.Equal("b", result.Raw[0].Reason!.Subject);
        Assert.Equal(1, result.Share.Sum(s => s.OrNull ?? 0), 1e-12);
    });

    [Fact]
    public void A_zero_factor_makes_the_product_zero_and_is_named() => Check((rows, _) =>
    {
        var columns = Of(rows);
        columns[2] = Worse("c", [0, .. rows.Skip(1).Select(r => (double)r.C)]);
        var result = ProductIndex.Compute(Recipe, columns);
        Assert.Equal(0, result.Raw[0].Value);
        Assert.Equal(["c"], result.ZeroFactors(0));
    });

    [Fact]
    public void The_order_of_zones_changes_nothing_but_the_order() => Check((rows, result) =>
    {
        var reversed = ProductIndex.Compute(Recipe, Of([.. rows.Reverse()]));
        AllNear(result.Relative, [.. reversed.Relative.Reverse()]);
    });

    [Fact]
    public void The_same_input_gives_the_same_bits() => Check((rows, result) =>
    {
        var again = ProductIndex.Compute(Recipe, Of(rows), Reference);
        Assert.Equal(
            result.Relative.Select(r => BitConverter.DoubleToInt64Bits(r.Value)),
            again.Relative.Select(r => BitConverter.DoubleToInt64Bits(r.Value)));
    });

    private static ReferenceArea Reference { get; } =
        new("reference", new Dictionary<string, Measured>(StringComparer.Ordinal) { ["a"] = 200, ["b"] = 300, ["c"] = 400 });

    private static void Check(Action<(int A, int B, int C, int Population)[], ProductResult> property) =>
        Prop.ForAll(Zones, rows => property(rows, ProductIndex.Compute(Recipe, Of(rows), Reference))).QuickCheckThrowOnFailure();

    private static IndicatorColumn[] Of((int A, int B, int C, int Population)[] rows, double scaleOfB = 1) =>
    [
        Worse("a", [.. rows.Select(r => (double)r.A)]),
        Worse("b", [.. rows.Select(r => r.B * scaleOfB)]),
        Worse("c", [.. rows.Select(r => (double)r.C)]),
        Population([.. rows.Select(r => (double)r.Population)]),
    ];

    private static void AllNear(IReadOnlyList<Measured> expected, IReadOnlyList<Measured> actual)
    {
        for (var i = 0; i < expected.Count; i++)
        {
            Assert.Equal(1, actual[i].Value / expected[i].Value, 1e-12);
        }
    }
}
