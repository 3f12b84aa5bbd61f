using Bolyst.Store.Coverage;
using NetTopologySuite.Operation.Union;

namespace Bolyst.Store.Tests.Coverage;

public class BorderMenderTests
{
    [Fact]
    public void Borders_that_meet_are_not_loose() =>
        Assert.False(LooseBorders.Any(Tessellation.Cells(side: 5, seed: 1), tolerance: 5));

    [Fact]
    public void Borders_drawn_twice_are_loose() =>
        Assert.True(LooseBorders.Any(Tessellation.Cells(side: 5, seed: 1, offset: 0.5), tolerance: 5));

    [Fact]
    public void Mended_zones_neither_overlap_nor_gape()
    {
        var cells = Tessellation.Cells(side: 5, seed: 1, offset: 0.5);
        Assert.NotEqual(UnaryUnionOp.Union(cells).Area, cells.Sum(cell => cell.Area), 1.0);

        var (mended, done) = BorderMender.Mend(cells, tolerance: 5);

        Assert.All(mended, zone => Assert.True(zone.IsValid));
        var union = UnaryUnionOp.Union(mended);
        Assert.Equal(union.Area, mended.Sum(zone => zone.Area), 1e-3);
        Assert.Equal(0, union.Holes());
        // Each border moved by half a metre at most on either side: no sliver is wider than a metre.
        Assert.InRange(done.Widest, 0, 1);
        Assert.True(done.Overlaps > 0 && done.Gaps > 0);
        Assert.All(mended.Zip(cells), pair => Assert.Equal(pair.Second.Area, pair.First.Area, pair.Second.Length));
    }

    [Fact]
    public void A_lake_between_zones_stays_a_lake()
    {
        var cells = Tessellation.Cells(side: 3, seed: 2, offset: 0.5);
        var (mended, _) = BorderMender.Mend([.. cells.Where((_, i) => i != 4)], tolerance: 5);
        var lake = UnaryUnionOp.Union(mended);
        Assert.Equal(1, lake.Holes());
    }
}
