using Bolyst.Statistics.Comparison;
using Bolyst.Statistics.Composite;
using FsCheck;
using FsCheck.Fluent;

namespace Bolyst.Statistics.Tests.Composite;

/// <summary>What must hold of composites, whatever the data.</summary>
public class CompositeInvariants
{
    /// <summary>Three indicators, four zones or more, one missing value in five.</summary>
    private static readonly Arbitrary<double[][]> Data = (
        from zones in Gen.Choose(4, 25)
        from columns in Gen.ArrayOf(
            Gen.ArrayOf(Gen.Frequency((4, Gen.Choose(1, 50).Select(v => (double)v)), (1, Gen.Constant(double.NaN))), zones), 3)
        select columns).ToArbitrary();

    public static TheoryData<NormaliseMethod, AggregateMethod> Methods()
    {
        var methods = new TheoryData<NormaliseMethod, AggregateMethod>();
        foreach (var normalise in Enum.GetValues<NormaliseMethod>())
        {
            methods.Add(normalise, AggregateMethod.Arithmetic);
        }

        foreach (var aggregate in Enum.GetValues<AggregateMethod>())
        {
            methods.Add(NormaliseMethod.ZScore, aggregate);
        }

        return methods;
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void The_order_of_rows_does_not_matter_and_no_NaN_leaves(NormaliseMethod normalise, AggregateMethod aggregate) =>
        Prop.ForAll(Data, columns =>
        {
            var definition = Define(normalise, aggregate);
            var straight = Compute(definition, columns);
            var turned = Compute(definition, [.. columns.Select(c => c.Reverse().ToArray())]);
            var zones = columns[0].Length;
            for (var zone = 0; zone < zones; zone++)
            {
                var (a, b) = (straight.Scores[zone], turned.Scores[zones - 1 - zone]);
                Assert.Equal(a.HasValue, b.HasValue);
                Assert.True(a.HasValue || a.Reason!.Text.Length > 0);
                if (a.HasValue)
                {
                    Assert.Equal(a.Value, b.Value, 1e-9);
                }
            }
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(NormaliseMethod.MinMax)]
    [InlineData(NormaliseMethod.ZScore)]
    [InlineData(NormaliseMethod.PercentileRank)]
    [InlineData(NormaliseMethod.DecileScore)]
    [InlineData(NormaliseMethod.Exponential)]
    public void The_unit_of_an_indicator_does_not_matter(NormaliseMethod normalise) => Prop.ForAll(Data, columns =>
    {
        var definition = Define(normalise, AggregateMethod.Arithmetic);
        var one = Compute(definition, columns);
        var other = Compute(definition, [[.. columns[0].Select(x => (x * 8) + 64)], .. columns[1..]]);
        Same(one.Scores, other.Scores);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Min_max_scores_stay_within_bounds_and_contributions_sum() => Prop.ForAll(Data, columns =>
    {
        var result = Compute(Define(NormaliseMethod.MinMax, AggregateMethod.Arithmetic), columns);
        for (var zone = 0; zone < columns[0].Length; zone++)
        {
            if (result.Scores[zone].HasValue)
            {
                Assert.InRange(result.Scores[zone].Value, -1e-9, 100 + 1e-9);
                Assert.Equal(result.Scores[zone].Value, result.Explain(zone).Sum(p => p.Contribution.OrNull ?? 0), 1e-9);
            }
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Doubling_every_zone_changes_no_min_max_score() => Prop.ForAll(Data, columns =>
    {
        var definition = Define(NormaliseMethod.MinMax, AggregateMethod.Geometric);
        var once = Compute(definition, columns);
        var twice = Compute(definition, [.. columns.Select(c => (double[])[.. c, .. c])]);
        Same(once.Scores, [.. twice.Scores.Take(columns[0].Length)]);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Means_are_ordered_harmonic_geometric_arithmetic_maximum() => Prop.ForAll(Data, columns =>
    {
        double?[][] scores = [.. new[] { AggregateMethod.Harmonic, AggregateMethod.Geometric, AggregateMethod.Arithmetic, AggregateMethod.Maximum }
            .Select(a => Compute(Define(NormaliseMethod.None, a), columns).Scores.Select(s => s.OrNull).ToArray())];
        for (var zone = 0; zone < columns[0].Length; zone++)
        {
            for (var mean = 1; mean < scores.Length; mean++)
            {
                Assert.True(scores[mean - 1][zone] is not { } lower || lower <= scores[mean][zone] + 1e-9);
            }
        }
    }).QuickCheckThrowOnFailure();

    private static CompositeDefinition Define(NormaliseMethod normalise, AggregateMethod aggregate) => new(
        "test", 1, new("t", "t", "t"), [new("a", Weight: 2), new("b"), new("c")], [])
    {
        Normalise = new(normalise) { Reference = 20, Target = 60, Ties = TieRule.Average },
        Aggregate = new(aggregate, MinimumPresent: 0.5) { Power = 2, ProblemLimit = 1 },
    };

    private static CompositeResult Compute(CompositeDefinition definition, double[][] columns) => CompositeIndex.Compute(
        definition, new([.. columns.Select((c, i) => IndicatorColumn.FromNumbers(((char)('a' + i)).ToString(), Polarity.HigherIsWorse, c))]));

    private static void Same(IReadOnlyList<Measured> one, IReadOnlyList<Measured> other)
    {
        for (var i = 0; i < one.Count; i++)
        {
            Assert.Equal(one[i].HasValue, other[i].HasValue);
            Assert.Equal(one[i].OrNull ?? 0, other[i].OrNull ?? 0, 1e-9);
        }
    }
}
