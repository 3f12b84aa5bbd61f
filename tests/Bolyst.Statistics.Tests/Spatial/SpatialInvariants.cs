using Bolyst.Statistics.Spatial;
using FsCheck;
using FsCheck.Fluent;

namespace Bolyst.Statistics.Tests.Spatial;

public class SpatialInvariants
{
    private static readonly Arbitrary<double[]> Values = Gen.ArrayOf(Gen.Choose(0, 30).Select(v => (double)v), 20).ToArbitrary();

    private static readonly SpatialWeights Weights = Lattice.Rook(4, 5).Standardise();

    [Fact]
    public void Statistics_do_not_change_when_all_values_are_moved_or_stretched() => Prop.ForAll(Values, values =>
    {
        Measured[] plain = [.. values.Select(Measured.Of)];
        Measured[] moved = [.. values.Select(v => Measured.Of((v * 3) + 11))];
        Same(GlobalAutocorrelation.Moran(plain, Weights).Value, GlobalAutocorrelation.Moran(moved, Weights).Value);
        Same(GlobalAutocorrelation.Geary(plain, Weights).Value, GlobalAutocorrelation.Geary(moved, Weights).Value);
        var (local, localMoved) = (LocalMoran.Compute(plain, Weights), LocalMoran.Compute(moved, Weights));
        var (gi, giMoved) = (GetisOrdLocal.Compute(plain, Weights, star: true), GetisOrdLocal.Compute(moved, Weights, star: true));
        for (var zone = 0; zone < values.Length; zone++)
        {
            Same(local.Values[zone].Statistic, localMoved.Values[zone].Statistic);
            Same(gi.Values[zone].Statistic, giMoved.Values[zone].Statistic);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Local_values_average_to_the_global_one() => Prop.ForAll(Values, values =>
    {
        Measured[] measured = [.. values.Select(Measured.Of)];
        var global = GlobalAutocorrelation.Moran(measured, Weights).Value;
        if (global.HasValue)
        {
            Assert.Equal(global.Value, LocalMoran.Compute(measured, Weights).Values.Average(v => v.Statistic.Value), 1e-9);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_of_zones_does_not_matter() => Prop.ForAll(Values, values =>
    {
        var straight = LocalMoran.Compute([.. values.Select(Measured.Of)], Weights);
        var turned = LocalMoran.Compute(
            [.. values.Reverse().Select(Measured.Of)], Contiguity.ByVertices([.. Lattice.Squares(4, 5).Reverse()], ContiguityRule.Rook).Standardise());
        for (var zone = 0; zone < values.Length; zone++)
        {
            Same(straight.Values[zone].Z, turned.Values[values.Length - 1 - zone].Z);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_missing_zone_keeps_its_reason_and_is_as_if_it_were_not_there()
    {
        Measured[] values = [.. Enumerable.Range(0, 20).Select(i => i == 7 ? Measured.None(Reason.InputMissing("a", ObservationStatus.Suppressed)) : i * i % 7)];
        var result = LocalMoran.Compute(values, Weights, new(99));

        Assert.Equal(ObservationStatus.Suppressed, result.Values[7].Statistic.Reason!.Status);
        Assert.Equal((19, 1), (result.Zones, result.Missing));
        Assert.Equal(ClusterKind.Undefined, result.Clusters()[7]);
        var without = LocalMoran.Compute(
            [.. values.Where(v => v.HasValue)],
            Contiguity.ByVertices([.. Lattice.Squares(4, 5).Where((_, i) => i != 7)], ContiguityRule.Rook).Standardise());
        Same(without.Values[0].Statistic, result.Values[0].Statistic);
        Same(without.Values[7].Statistic, result.Values[8].Statistic);
    }

    [Fact]
    public void Islands_are_undefined_and_degenerate_maps_give_reasons()
    {
        var weights = SpatialWeights.Binary([[1], [0], [3], [2], []]).Standardise();
        var result = LocalMoran.Compute([1, 2, 3, 5, 8], weights, new(99));
        Assert.Equal(ReasonCode.NoNeighbours, result.Values[4].Statistic.Reason!.Code);
        Assert.Equal(ClusterKind.Undefined, result.Clusters()[4]);
        Assert.Equal(1, GlobalAutocorrelation.Moran([1, 2, 3, 5, 8], weights).Islands);

        Assert.Equal(ReasonCode.NoVariation, GlobalAutocorrelation.Moran([1, 1, 1, 1, 1], weights).Value.Reason!.Code);
        Assert.Equal(ReasonCode.TooFew, GlobalAutocorrelation.Moran([1, 2, 3], SpatialWeights.Binary([[1], [0], []])).Value.Reason!.Code);
        Assert.Equal(ReasonCode.NoNeighbours, GlobalAutocorrelation.Geary([1, 2, 3, 4], SpatialWeights.Binary([[], [], [], []])).Value.Reason!.Code);
        Assert.Equal(ReasonCode.OutsideDomain, GlobalAutocorrelation.GetisOrd([-1, 2, 3, 5, 8], weights).Value.Reason!.Code);
    }

    [Fact]
    public void A_planted_hot_spot_is_found_and_pure_noise_is_not()
    {
        Measured[] hot = [.. Enumerable.Range(0, 400).Select(i => Measured.Of((i * 7919 % 101) + (i / 20 is >= 5 and < 9 && i % 20 is >= 5 and < 9 ? 200 : 0)))];
        var weights = Lattice.Rook(20, 20).Standardise();
        var clusters = LocalMoran.Compute(hot, weights, new(9999)).Clusters();

        Assert.Equal(ClusterKind.HighHigh, clusters[(6 * 20) + 6]);
        Assert.DoesNotContain(ClusterKind.HighHigh, clusters.Where((_, i) => i / 20 > 10));
    }

    [Theory]
    [InlineData(PValueSide.Greater, 0.3)]
    [InlineData(PValueSide.Less, 0.9)]
    [InlineData(PValueSide.TwoSided, 0.6)]
    [InlineData(PValueSide.Directed, 0.3)]
    [InlineData(PValueSide.Folded, 0.5)]
    public void The_side_of_a_p_value_is_explicit(PValueSide side, double expected) =>

        // Of nine permuted values with mean 5, two (8, 9) are at or above 8, eight at or below it, and four (1, 2, 8, 9) as far from 5.
        Assert.Equal(expected, new PermutationRule(9, Side: side).PValue(8, [1, 2, 3, 4, 5, 6, 7, 8, 9]), 1e-12);

    [Fact]
    public void False_discovery_adjusts_as_R_does() =>

        // R: p.adjust(c(.01, .02, .03, .04, .5), "BH")
        Assert.Equal([0.05, 0.05, 0.05, 0.05, 0.5], FalseDiscovery.Adjust([0.01, 0.02, 0.03, 0.04, 0.5]).Select(p => Math.Round(p.Value, 12)));

    private static void Same(Measured one, Measured other)
    {
        Assert.Equal(one.HasValue, other.HasValue);
        Assert.Equal(one.OrNull ?? 0, other.OrNull ?? 0, 1e-9);
    }
}
