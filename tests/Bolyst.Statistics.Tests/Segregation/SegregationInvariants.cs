using Bolyst.Statistics.Segregation;
using Bolyst.Statistics.Tests.Spatial;
using FsCheck;
using FsCheck.Fluent;
using static Bolyst.Statistics.Tests.Columns;

namespace Bolyst.Statistics.Tests.Segregation;

public class SegregationInvariants
{
    private static readonly Arbitrary<(int A, int B, int C)[]> Cities = Gen.ArrayOf(
        from a in Gen.Choose(0, 60) from b in Gen.Choose(1, 60) from c in Gen.Choose(0, 60) select (a, b, c), 12)
        .Where(z => z.Any(r => r.a > 0) && z.Any(r => r.c > 0)).Select(z => z.Select(r => (r.a, r.b, r.c)).ToArray()).ToArbitrary();

    private static readonly Func<PopulationTable, Measured>[] Bounded =
    [
        TwoGroupIndices.Dissimilarity, TwoGroupIndices.Isolation, TwoGroupIndices.Exposure, TwoGroupIndices.CorrelationRatio,
        TwoGroupIndices.Entropy, TwoGroupIndices.Gini, t => TwoGroupIndices.Atkinson(t, 0.3),
        MultigroupIndices.Dissimilarity, MultigroupIndices.Gini, MultigroupIndices.InformationTheory,
        MultigroupIndices.NormalisedExposure, MultigroupIndices.RelativeDiversity, MultigroupIndices.SquaredVariation,
    ];

    [Fact]
    public void Indices_are_bounded_and_do_not_depend_on_order_or_on_splitting_zones_alike() => Prop.ForAll(Cities, city =>
    {
        foreach (var index in Bounded)
        {
            var value = index(Two(city)).Value;
            Assert.InRange(value, -1e-12, 1 + 1e-12);
            Assert.Equal(value, index(Two([.. city.Reverse()])).Value, 1e-10);
            Assert.Equal(value, index(Two([.. city, .. city])).Value, 1e-10);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Two_groups_are_the_multigroup_form_with_two() => Prop.ForAll(Cities, city =>
    {
        var table = Two(city);
        Near(TwoGroupIndices.Dissimilarity(table).Value, MultigroupIndices.Dissimilarity(table), 1e-10);
        Near(TwoGroupIndices.Gini(table).Value, MultigroupIndices.Gini(table), 1e-10);
        Near(TwoGroupIndices.Entropy(table).Value, MultigroupIndices.InformationTheory(table), 1e-10);
        Near(TwoGroupIndices.CorrelationRatio(table).Value, MultigroupIndices.RelativeDiversity(table), 1e-10);
        Near(1, TwoGroupIndices.Isolation(table).Value + TwoGroupIndices.Exposure(table).Value, 1e-10);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Dissimilarity_and_Gini_do_not_care_which_group_is_the_minority() => Prop.ForAll(Cities, city =>
    {
        (int A, int B, int C)[] turned = [.. city.Select(z => (z.B, z.A, z.C))];
        Near(TwoGroupIndices.Dissimilarity(Two(city)).Value, TwoGroupIndices.Dissimilarity(Two(turned)), 1e-10);
        Near(TwoGroupIndices.Gini(Two(city)).Value, TwoGroupIndices.Gini(Two(turned)), 1e-10);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Parts_between_and_within_add_up() => Prop.ForAll(Cities, city =>
    {
        var table = Three(city);
        var parts = Decomposition.BetweenAndWithin(table, [.. Enumerable.Range(0, city.Length).Select(i => i % 3)]);
        Assert.Equal(parts.Total.Value, parts.Between.Value + parts.Within.Sum(w => w.Part), 1e-10);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Growth_that_sorts_nobody_otherwise_is_all_composition()
    {
        // Every group doubles everywhere but zone 0, which triples: sizes change, the odds within zones do not.
        (int A, int B, int C)[] before = [(10, 20, 1), (30, 10, 1), (5, 50, 1)];
        (int A, int B, int C)[] after = [(30, 60, 1), (60, 20, 1), (10, 100, 1)];
        var change = Change.Decompose(Two(before), Two(after), TwoGroupIndices.Dissimilarity);

        Near(0, change.Structure, 1e-9);
        Near(change.After.Value - change.Before.Value, change.Composition, 1e-9);
    }

    [Fact]
    public void Moving_within_the_same_sizes_is_all_structure()
    {
        var change = Change.Decompose(
            Two([(10, 20, 1), (20, 10, 1)]), Two([(5, 25, 1), (25, 5, 1)]), TwoGroupIndices.Dissimilarity);

        Near(0, change.Composition, 1e-9);
        Near(1.0 / 3, change.Structure, 1e-9);
    }

    [Fact]
    public void A_chequered_city_is_less_segregated_in_space_than_one_in_halves()
    {
        var weights = Lattice.Rook(4, 4);
        (int, int, int)[] chequered = [.. Enumerable.Range(0, 16).Select(i => ((i + (i / 4)) % 2 == 0 ? (100, 0, 1) : (0, 100, 1)))];
        (int, int, int)[] halves = [.. Enumerable.Range(0, 16).Select(i => i < 8 ? (100, 0, 1) : (0, 100, 1))];

        // Chequered: D = 1 and every one of the 24 pairs differs. Halves: 4 of 24 pairs differ.
        Near(0, SpatialDissimilarity.Morrill(Two(chequered), weights));
        Near(1 - (4 / 24.0), SpatialDissimilarity.Morrill(Two(halves), weights));
    }

    [Fact]
    public void Delta_by_hand()
    {
        // Half of the group on a tenth of the land: ½ (|.5 − .1| + |.5 − .9|) = .4
        Near(0.4, TwoGroupIndices.Delta(Two([(50, 10, 1), (50, 10, 1)]), [1, 9]));
    }

    [Fact]
    public void Empty_zones_and_absent_groups_give_reasons()
    {
        Assert.Equal(ReasonCode.NoVariation, TwoGroupIndices.Dissimilarity(Two([(0, 5, 1), (0, 3, 1)])).Reason!.Code);
        Assert.Equal(ReasonCode.ZeroPopulation, TwoGroupIndices.Gini(Two([(0, 0, 1)])).Reason!.Code);
        var suppressed = Measured.None(Reason.InputMissing("a", ObservationStatus.Suppressed));
        var table = PopulationTable.OfTwo([1, suppressed, 0, 2], [10, 10, 0, 5]);
        Assert.Equal((2, 1), (table.Zones, table.Missing));
        Assert.Throws<DefinitionRefusedException>(() => PopulationTable.OfTwo([5], [3]));
    }

    private static PopulationTable Two((int A, int B, int C)[] city) =>
        PopulationTable.Of([[.. city.Select(z => Measured.Of(z.A))], [.. city.Select(z => Measured.Of(z.B))]]);

    private static PopulationTable Three((int A, int B, int C)[] city) =>
        PopulationTable.Of([[.. city.Select(z => Measured.Of(z.A))], [.. city.Select(z => Measured.Of(z.B))], [.. city.Select(z => Measured.Of(z.C))]]);
}
