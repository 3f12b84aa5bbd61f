using Bolyst.Statistics.Uncertainty;
using FsCheck;
using FsCheck.Fluent;
using static Bolyst.Statistics.Tests.Columns;

namespace Bolyst.Statistics.Tests.Uncertainty;

public class StandardisationTests
{
    private static readonly double[] Events = [5, 20, 60];
    private static readonly double[] Persons = [1000, 1500, 800];
    private static readonly double[] Standard = [3000, 4000, 2000];

    [Fact]
    public void The_direct_rate_agrees_with_its_formula_in_R()
    {
        // R: w <- st/sum(st); r <- sum(w*ev/n); v <- sum(w^2*ev/n^2); o <- sum(ev);
        // c(r, r + sqrt(v/o)*(qgamma(.025, o) - o), r + sqrt(v/o)*(qgamma(.975, o + 1) - o)) * 1000
        var rate = Standardisation.Direct(Events, Persons, Standard, 1000);

        Near(24.2592592592593, rate.Value, 1e-9);
        Assert.Equal(19.3713223435906, rate.Interval!.Lower, 1e-8);
        Assert.Equal(30.0041336705950, rate.Interval.Upper!.Value, 1e-8);
    }

    [Fact]
    public void The_indirect_ratio_agrees_with_its_formula_in_R()
    {
        // R: E <- sum(n*c(.004,.01,.06)); O <- 85; z <- qnorm(.975);
        // c(O/E, O*(1-1/(9*O)-z/3/sqrt(O))^3/E, (O+1)*(1-1/(9*(O+1))+z/3/sqrt(O+1))^3/E) * 100
        var ratio = Standardisation.Indirect(85, Persons, [0.004, 0.01, 0.06]);

        Near(126.865671641791, ratio.Value, 1e-9);
        Assert.Equal(101.332692871627, ratio.Interval!.Lower, 1e-8);
        Assert.Equal(156.873165957557, ratio.Interval.Upper!.Value, 1e-8);
    }

    [Fact]
    public void With_the_zones_own_ages_as_standard_nothing_changes() =>
        Near(85 / 3300.0, Standardisation.Direct(Events, Persons, Persons).Value);

    [Fact]
    public void Empty_age_groups_and_missing_counts_give_reasons()
    {
        Assert.Equal(ReasonCode.ZeroPopulation, Standardisation.Direct([1, 0], [10, 0], [1, 1]).Value.Reason!.Code);
        Assert.Equal(ReasonCode.InputMissing, Standardisation.Direct([double.NaN], [10], [1]).Value.Reason!.Code);
        Assert.Equal(ReasonCode.ZeroDenominator, Standardisation.Indirect(3, [10], [0]).Value.Reason!.Code);
        Assert.Equal(ReasonCode.ZeroPopulation, RateInterval.Exact(3, 0, 1000).Value.Reason!.Code);
        Near(30, RateInterval.Exact(3, 100, 1000).Value);
    }

    [Fact]
    public void Shrinkage_moves_every_zone_toward_its_parent_and_small_ones_more() => Prop.ForAll(
        Gen.ArrayOf(from n in Gen.Choose(1, 500) from x in Gen.Choose(0, n) select (x, n), 10).ToArbitrary(),
        zones =>
        {
            var shrunk = Shrinkage.TowardParent(
                [.. zones.Select(z => Measured.Of(z.x))], [.. zones.Select(z => Measured.Of(z.n))], new int[10]);
            double Logit(double x, double n) => Math.Log((x + 0.5) / (n - x + 0.5));
            var parent = Logit(zones.Sum(z => z.x), zones.Sum(z => z.n));
            for (var i = 0; i < 10; i++)
            {
                var (own, result) = (Logit(zones[i].x, zones[i].n), shrunk[i].Proportion.Value);
                Assert.InRange(Math.Log(result / (1 - result)), Math.Min(own, parent) - 1e-9, Math.Max(own, parent) + 1e-9);
                Assert.InRange(shrunk[i].OwnWeight.Value, 0, 1);
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void An_only_child_keeps_its_own_and_bad_counts_their_reason()
    {
        var shrunk = Shrinkage.TowardParent([3, 5], [10, 4], [1, 2]);

        Near(3.5 / 11, shrunk[0].Proportion);
        Assert.Equal(ReasonCode.OutsideDomain, shrunk[1].Proportion.Reason!.Code);
    }
}
