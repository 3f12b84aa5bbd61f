using Bolyst.Store.Coverage;
using NetTopologySuite.Geometries;
using NetTopologySuite.Noding;
using NetTopologySuite.Noding.Snapround;

namespace Bolyst.Store.Tests.Coverage;

public class SnapRoundingTests
{
    [Fact]
    public void Lines_that_cross_share_the_point_nearest_to_the_crossing()
    {
        // y = 7x/10 and y = 4 - 3x/10 meet at x = 4, y = 2.8.
        var snapped = SnapRounding.Snap([[new(0, 0), new(10, 7)], [new(0, 4), new(10, 1)]]);
        Assert.Equal([new(0, 0), new(4, 3), new(10, 7)], snapped[0]);
        Assert.Equal([new(0, 4), new(4, 3), new(10, 1)], snapped[1]);
    }

    // The first line runs at a tenth of a step south for each step east; the other begins at a point and goes straight away from it.
    [Theory]
    [InlineData(3, 0, true)] // 0.3 of a step from it
    [InlineData(3, 1, false)] // 0.7
    [InlineData(5, 1, true)] // half a step
    [InlineData(11, 1, false)] // beyond its end
    public void A_line_is_led_over_what_lies_within_half_a_step(int column, int row, bool met)
    {
        var snapped = SnapRounding.Snap([[new(0, 0), new(10, 1)], [new(column, row), new(column, row == 0 ? -20 : 20)]]);
        Assert.Equal(met, snapped[0].Contains(new(column, row)));
    }

    [Fact]
    public void A_corner_of_four_squares_belongs_to_the_one_south_east_of_it()
    {
        Assert.True(new GridSegment(new(0, 1), new(1, 0)).Meets(new(1, 1)));
        Assert.False(new GridSegment(new(0, 1), new(1, 0)).Meets(new(0, 0)));
        Assert.False(new GridSegment(new(0, 0), new(1, 1)).Meets(new(1, 0)));
        Assert.False(new GridSegment(new(0, 0), new(1, 1)).Meets(new(0, 1)));
    }

    [Fact]
    public void A_line_of_one_point_is_nobodys_vertex() =>
        Assert.Equal([new(0, 0), new(9, 0)], SnapRounding.Snap([[new(0, 0), new(9, 0)], [new(4, 0)]])[0]);

    [Fact]
    public void Crossings_are_exact_over_the_whole_world()
    {
        // The products are near 2^53, beyond what doubles tell apart; by hand with Python's integers: 2^26 x 0.5 - 1/2 rounds to 33554432.
        const int World = 1 << 26;
        var snapped = SnapRounding.Snap([[new(0, 0), new(World, World - 1)], [new(0, World - 1), new(World, 0)]]);
        Assert.Equal(snapped[0][1], snapped[1][1]);
        Assert.Equal(new(World / 2, World / 2), snapped[0][1]);
    }

    /// <summary>Where everything meets, and many crossings lie as near to one point as to another.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Edges_meet_at_vertices_only(int seed)
    {
        var edges = Edges(SnapRounding.Snap(Walks(seed, wide: 200, stride: 25)).Select(Coordinates));
        var noding = new FastNodingValidator([.. edges.Select(edge => (ISegmentString)new BasicSegmentString([new(edge.X, edge.Y), new(edge.ToX, edge.ToY)], null))]);
        Assert.True(noding.IsValid, noding.GetErrorMessage());
    }

    /// <summary>Where few crossings are as near to two points, NetTopologySuite, which counts in doubles, finds the same edges.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void It_is_the_snap_rounding_of_NetTopologySuite(int seed)
    {
        var lines = Walks(seed, wide: 2000, stride: 500);
        var noder = new SnapRoundingNoder(new PrecisionModel(1));
        noder.ComputeNodes([.. lines.Select(line => (ISegmentString)new NodedSegmentString(Coordinates(line), null))]);
        Assert.Equal(Edges(noder.GetNodedSubstrings().Select(piece => piece.Coordinates)), Edges(SnapRounding.Snap(lines).Select(Coordinates)));
    }

    private static GridPoint[][] Walks(int seed, int wide, int stride)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, 60).Select(_ => Walk(random, wide, stride))];
    }

    private static GridPoint[] Walk(Random random, int wide, int stride)
    {
        var at = new GridPoint(random.Next(wide), random.Next(wide));
        var line = new List<GridPoint> { at };
        while (line.Count < 6)
        {
            at = new(at.Column + random.Next(-stride, stride), at.Row + random.Next(-stride, stride));
            if (at != line[^1])
                line.Add(at);
        }

        return [.. line];
    }

    private static Coordinate[] Coordinates(GridPoint[] line) => Array.ConvertAll(line, point => new Coordinate(point.Column, point.Row));

    /// <summary>Each edge once, whichever way it is walked.</summary>
    private static List<(double X, double Y, double ToX, double ToY)> Edges(IEnumerable<Coordinate[]> lines) =>
    [
        .. lines.SelectMany(line => line.Skip(1).Zip(line, (to, from) => from.CompareTo(to) < 0 ? (from.X, from.Y, to.X, to.Y) : (to.X, to.Y, from.X, from.Y))).Distinct().Order(),
    ];
}
