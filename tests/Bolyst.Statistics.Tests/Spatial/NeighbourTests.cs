using Bolyst.Statistics.Spatial;
using FsCheck;
using FsCheck.Fluent;

namespace Bolyst.Statistics.Tests.Spatial;

public class NeighbourTests
{
    [Fact]
    public void A_corner_is_enough_for_a_queen_and_not_for_a_rook()
    {
        var queen = Contiguity.ByVertices(Lattice.Squares(2, 2), ContiguityRule.Queen);
        var rook = Contiguity.ByVertices(Lattice.Squares(2, 2), ContiguityRule.Rook);

        Assert.Equal([1, 2, 3], queen.NeighboursOf(0).ToArray());
        Assert.Equal([1, 2], rook.NeighboursOf(0).ToArray());
    }

    [Fact]
    public void Outlines_rounded_apart_meet_within_the_tolerance()
    {
        Outline?[] outlines = [Lattice.Square(0, 0), Lattice.Square(1.004, 0)];

        Assert.Equal(0, Contiguity.ByVertices(outlines, ContiguityRule.Rook).Links);
        Assert.Equal(2, Contiguity.ByVertices(outlines, ContiguityRule.Rook, 0.01).Links);
    }

    [Fact]
    public void A_buffer_finds_a_side_that_meets_without_a_shared_vertex()
    {
        // The small square lies along the middle of the large one's side; no vertex is shared, nor near another.
        Outline?[] outlines = [Lattice.Square(0, 0, 10), Lattice.Square(10, 4, 2), Lattice.Square(20, 4, 2), null];
        var buffered = Nearness.Buffer(outlines, 0.5);

        Assert.Equal(0, Contiguity.ByVertices(outlines, ContiguityRule.Queen).Links);
        Assert.Equal([1], buffered.NeighboursOf(0).ToArray());
        Assert.Equal([2, 3], buffered.Islands);
        Assert.Equal([1], Nearness.Buffer(outlines, 8.1).NeighboursOf(2).ToArray());
    }

    [Fact]
    public void Nearest_and_band_are_what_a_look_at_all_pairs_finds() => Prop.ForAll(
        Gen.ArrayOf(from x in Gen.Choose(0, 40) from y in Gen.Choose(0, 40) select ((double)x, (double)y)).Where(p => p.Length > 4).ToArbitrary(),
        points =>
        {
            var band = Nearness.Band(points, 9);
            var nearest = Nearness.Nearest(points, 3);
            for (var i = 0; i < points.Length; i++)
            {
                double Square(int j) => Math.Pow(points[i].Item1 - points[j].Item1, 2) + Math.Pow(points[i].Item2 - points[j].Item2, 2);
                int[] others = [.. Enumerable.Range(0, points.Length).Where(j => j != i)];
                var third = others.Select(Square).Order().ElementAt(2);
                Assert.Equal(others.Where(j => Square(j) <= 81), band.NeighboursOf(i).ToArray());
                Assert.Equal(others.Where(j => Square(j) <= third), nearest.NeighboursOf(i).ToArray());
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_report_counts_what_hangs_together()
    {
        var report = TopologyReport.Of(SpatialWeights.Binary([[1], [0], [], [0]]));

        Assert.Equal((4, 3, 2, 1), (report.Zones, report.Links, report.Components, report.OneWayLinks));
        Assert.Equal([2], report.Islands);
        Assert.Equal((1, 1), (report.FewestNeighbours, report.MostNeighbours));
    }
}
