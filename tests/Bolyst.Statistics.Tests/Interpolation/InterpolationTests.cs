using Bolyst.Statistics.Interpolation;
using FsCheck;
using FsCheck.Fluent;
using static Bolyst.Statistics.Tests.Columns;

namespace Bolyst.Statistics.Tests.Interpolation;

public class InterpolationTests
{
    // Source 0 lies wholly in target 0; source 1 lies one quarter in target 0 and three in target 1.
    private static readonly Overlap Two = new(2, 2, [new(0, 0, 2), new(1, 0, 1), new(1, 1, 3)]);

    [Fact]
    public void Counts_are_divided_and_bounded()
    {
        var moved = ArealInterpolation.Extensive(Two, [100, 40]);

        Near(110, moved[0].Value);
        Near(30, moved[1].Value);
        Assert.Equal((100, 140), (moved[0].Lower.Value, moved[0].Upper.Value));
        Assert.Equal((0, 40), (moved[1].Lower.Value, moved[1].Upper.Value));
    }

    [Fact]
    public void What_lies_outside_all_targets_stays_outside_when_the_whole_is_known() =>
        Near(15, ArealInterpolation.Extensive(Two, [100, 40], [2, 8])[1].Value);

    [Fact]
    public void Levels_are_averaged_and_bounded()
    {
        var moved = ArealInterpolation.Intensive(Two, [100, 40]);

        Near(80, moved[0].Value);
        Near(40, moved[1].Value);
        Assert.Equal((40, 100), (moved[0].Lower.Value, moved[0].Upper.Value));
    }

    [Fact]
    public void Categories_become_shares()
    {
        var shares = ArealInterpolation.Categorical(Two, ["block", "house"]);

        Near(2 / 3.0, shares["block"][0].Value);
        Near(1 / 3.0, shares["house"][0].Value);
        Near(1, shares["house"][1].Value);
    }

    [Fact]
    public void Homes_instead_of_land()
    {
        // Four cells: a lake without people, and three homes of source 1 of which one is in target 0.
        var overlap = Overlap.FromCells(2, 2, [0, 1, 1, 1, -1], [0, 0, 1, 1, 0], [0, 5, 10, 5, 7]);
        var moved = ArealInterpolation.Extensive(overlap, [100, 40]);

        Near(10, moved[0].Value);
        Near(30, moved[1].Value);
    }

    [Fact]
    public void A_missing_source_leaves_its_targets_without_a_value()
    {
        var moved = ArealInterpolation.Extensive(Two, [Measured.None(Reason.InputMissing("a", ObservationStatus.Suppressed)), 40]);

        Assert.Equal(ObservationStatus.Suppressed, moved[0].Value.Reason!.Status);
        Assert.Equal((2, 1), (moved[0].Sources, moved[0].Missing));
        Near(30, moved[1].Value);
        Assert.Equal(ReasonCode.TooFew, ArealInterpolation.Intensive(new(1, 2, [new(0, 0, 1)]), [5])[1].Value.Reason!.Code);
        Assert.Throws<ArgumentException>(() => new Overlap(1, 1, [new(0, 1, 1)]));
        Assert.Throws<ArgumentException>(() => new Overlap(1, 1, [new(0, 0, double.NaN)]));
    }

    [Fact]
    public void Totals_are_kept_and_estimates_stay_within_their_bounds() => Prop.ForAll(
        (from pieces in Gen.NonEmptyListOf(
            from s in Gen.Choose(0, 5) from t in Gen.Choose(0, 4) from m in Gen.Choose(1, 100) select new OverlapPiece(s, t, m))
         from counts in Gen.ArrayOf(Gen.Choose(0, 1000), 6)
         select (pieces, counts)).ToArbitrary(),
        c =>
        {
            var moved = ArealInterpolation.Extensive(new(6, 5, [.. c.pieces]), [.. c.counts.Select(v => Measured.Of(v))]);
            var placed = c.pieces.Select(p => p.Source).Distinct().Sum(s => c.counts[s]);
            Assert.Equal(placed, moved.Sum(m => m.Value.OrNull ?? 0), 1e-8);
            Assert.All(moved.Where(m => m.Value.HasValue), m => Assert.InRange(m.Value.Value, m.Lower.Value - 1e-9, m.Upper.Value + 1e-9));
        }).QuickCheckThrowOnFailure();
}
