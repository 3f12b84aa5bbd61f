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
    public void A_zone_too_small_to_draw_is_a_point_inside_it()
    {
        var cells = Tessellation.Cells(side: 7, seed: 1);
        var (_, shapes) = ZoomShapes.Make(cells, CancellationToken.None).Last();
        Assert.All(shapes.Zip(cells), pair =>
        {
            var point = Assert.IsType<Point>(pair.First);
            Assert.True(pair.Second.Contains(point));
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
