using Bolyst.Store.Coverage;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Union;

namespace Bolyst.Store.Tests.Coverage;

public class ZoomShapesTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Neighbours_share_every_edge_at_every_zoom(int seed)
    {
        var cells = Tessellation.Cells(side: 7, seed);
        foreach (var (zoom, shapes) in ZoomShapes.Make(cells, CancellationToken.None).Where(made => made.Shapes.All(shape => shape is MultiPolygon)))
        {
            // Every edge stands once in each direction inside the square; an edge that stands once is on the outer border, whose
            // edges close into rings around the union.
            Assert.All(shapes, shape => Assert.True(shape.IsValid));
            var edges = shapes.SelectMany(Edges).ToList();
            var walked = edges.ToHashSet();
            var lonely = edges.Where(edge => !walked.Contains((edge.To, edge.From))).ToList();
            Assert.Equal(lonely.Select(edge => edge.From).Order(), lonely.Select(edge => edge.To).Order());
            Assert.True(edges.Count == walked.Count, $"An edge is walked twice in the same direction at zoom {zoom}: zones overlap.");
            var union = UnaryUnionOp.Union(shapes);
            Assert.Equal(union.Area, shapes.Sum(shape => shape.Area), union.Area * 1e-9);
            Assert.Equal(0, union.Holes());
        }
    }

    [Fact]
    public void A_zone_too_small_to_draw_is_a_point_where_it_is()
    {
        var cells = Tessellation.Cells(side: 7, seed: 1);
        var (zoom, shapes) = ZoomShapes.Make(cells, CancellationToken.None).Last();
        var grid = new TileGrid(zoom);
        Assert.All(shapes.Zip(cells), pair =>
        {
            var point = Assert.IsType<Point>(pair.First);
            var box = pair.Second.EnvelopeInternal;
            var (northWest, southEast) = (grid.ToSteps(new(box.MinX, box.MaxY)), grid.ToSteps(new(box.MaxX, box.MinY)));
            Assert.InRange(point.X, northWest.Column, southEast.Column);
            Assert.InRange(point.Y, northWest.Row, southEast.Row);
        });
    }

    [Fact]
    public void An_enclave_and_the_hole_it_fills_stay_alike()
    {
        var factory = new GeometryFactory(new PrecisionModel(), 3857);
        var circle = (Polygon)factory.CreatePoint(new Coordinate(1_190_500, 8_380_500)).Buffer(300, 30);
        var square = factory.CreatePolygon(
            factory.CreateLinearRing([new(1_190_000, 8_380_000), new(1_191_000, 8_380_000), new(1_191_000, 8_381_000), new(1_190_000, 8_381_000), new(1_190_000, 8_380_000)]),
            [(LinearRing)circle.ExteriorRing.Reverse()]);
        MultiPolygon[] zones = [factory.CreateMultiPolygon([square]), factory.CreateMultiPolygon([circle])];
        foreach (var (_, shapes) in ZoomShapes.Make(zones, CancellationToken.None).Where(made => made.Shapes[1] is MultiPolygon))
        {
            var hole = Assert.Single(((Polygon)shapes[0].GetGeometryN(0)).InteriorRings);
            Assert.True(hole.EqualsTopologically(((Polygon)shapes[1].GetGeometryN(0)).ExteriorRing));
        }
    }

    /// <summary>A strait half a step wide between two squares of 600 m, and its middle 100 m open: at zoom 14 a step is 0.6 m.</summary>
    [Fact]
    public void A_strait_that_closes_leaves_valid_ground()
    {
        var factory = new GeometryFactory(new PrecisionModel(), 3857);
        var island = factory.CreateMultiPolygon([factory.CreatePolygon(
        [
            new(0, 0), new(600, 0), new(600, 599.9), new(350, 599.9), new(350, 500), new(250, 500), new(250, 599.9), new(0, 599.9),
            new(0, 600.2), new(250, 600.2), new(250, 700), new(350, 700), new(350, 600.2), new(600, 600.2), new(600, 1200), new(-1, 1200), new(-1, 0), new(0, 0),
        ])]);
        var (zoom, shapes) = ZoomShapes.Make([island], CancellationToken.None).First();
        var step = new TileGrid(zoom).Step;

        Assert.True(shapes[0].IsValid);
        Assert.InRange((shapes[0].Area * step * step) - island.Area, -1500, 1500);
        Assert.Equal(1, shapes[0].Holes());
    }

    [Fact]
    public void No_edge_runs_across_a_line_where_tiles_are_cut_off()
    {
        foreach (var (zoom, shapes) in ZoomShapes.Make(Tessellation.Cells(side: 2, seed: 1), CancellationToken.None))
        {
            foreach (var (from, to) in shapes.OfType<MultiPolygon>().SelectMany(Edges))
                Assert.False(Crosses(from.X, to.X) || Crosses(from.Y, to.Y), $"{from} to {to} at zoom {zoom}");
        }

        // A tile begins 64 steps before a multiple of 4096, and the one before it ends 64 steps after: the last such line before the
        // farther end is not beyond the nearer one.
        static bool Crosses(double one, double other) =>
            ((double[])[-64, 64]).Any(aside => (4096 * (Math.Ceiling((Math.Max(one, other) - aside) / 4096) - 1)) + aside > Math.Min(one, other));
    }

    [Fact]
    public void A_coarser_zoom_has_no_more_vertices()
    {
        var counts = ZoomShapes.Make(Tessellation.Cells(side: 7, seed: 4), CancellationToken.None).Select(made => made.Shapes.Sum(shape => shape.NumPoints)).ToList();
        Assert.Equal(counts.OrderDescending(), counts);
    }

    private static IEnumerable<((double X, double Y) From, (double X, double Y) To)> Edges(Geometry shape)
    {
        foreach (var ring in LooseBorders.Rings((MultiPolygon)shape.Normalized()))
        {
            var points = ring.Coordinates;
            for (var i = 1; i < points.Length; i++)
            {
                yield return ((points[i - 1].X, points[i - 1].Y), (points[i].X, points[i].Y));
            }
        }
    }
}
