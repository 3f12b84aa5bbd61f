using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Implementation;

namespace Bolyst.Store.Coverage;

/// <summary>Puts zones together of the arcs of one zoom.</summary>
/// <param name="lines">For each arc its vertices at that zoom.</param>
/// <param name="grid">The grid of the zoom.</param>
internal sealed class ZoneDrawing(GridPoint[][] lines, TileGrid grid)
{
    private static readonly GeometryFactory Steps = new();

    /// <summary>A zone in steps of the grid: a valid MultiPolygon, or a point where no part of it is large enough to be drawn.</summary>
    /// <param name="polygons">The zone's polygons.</param>
    /// <param name="inside">A point inside the zone, in EPSG:3857.</param>
    public Geometry Draw(ArcPolygon[] polygons, Lazy<Coordinate> inside)
    {
        var parts = polygons.Select(Rings).Where(rings => rings.Length > 0).ToArray();
        var drawn = Array.ConvertAll(parts, rings => Steps.CreatePolygon(Draw(rings[0]), Array.ConvertAll(rings[1..], Draw)));
        var area = Steps.CreateMultiPolygon(TouchingRings.Any(parts) ? TouchingRings.Rebuild(drawn) : drawn);
        if (!area.IsEmpty)
            return area;
        var nearest = grid.ToSteps(new(inside.Value.X, inside.Value.Y));
        return Steps.CreatePoint(new Coordinate(nearest.Column, nearest.Row));
    }

    /// <summary>Shell and holes that are large enough, none where the shell is not.</summary>
    private GridPoint[][] Rings(ArcPolygon polygon)
    {
        // A hole goes by the same measure as the zone that fills it, so they come and go together.
        return Ring(polygon.Shell, isShell: true) is { } shell
            ? [shell, .. polygon.Holes.Select(hole => Ring(hole, isShell: false)).OfType<GridPoint[]>()]
            : [];
    }

    /// <summary>A ring with its ground to the left; null where it is too small to be drawn.</summary>
    private GridPoint[]? Ring(ArcUse[] uses, bool isShell)
    {
        var ring = new GridPoint[uses.Sum(use => lines[use.Arc].Length - 1) + 1];
        var at = 0;
        foreach (var (arc, reversed) in uses)
        {
            // The first vertex of an arc is the last one of the arc before.
            var place = ring.AsSpan(at, lines[arc].Length);
            lines[arc].CopyTo(place);
            if (reversed)
                place.Reverse();
            at += lines[arc].Length - 1;
        }

        var twice = TwiceArea(ring);
        if (ring.Length < 4 || Math.Abs(twice) < 2 * TileGrid.SmallestPart)
            return null;
        if (twice < 0 == isShell)
            Array.Reverse(ring);
        return ring;
    }

    /// <summary>Twice the area, above zero for a ring that turns from columns to rows.</summary>
    private static long TwiceArea(GridPoint[] ring)
    {
        var sum = 0L;
        for (var i = 2; i < ring.Length; i++)
        {
            sum += new GridSegment(ring[0], ring[i - 1]).SideOf(ring[i]);
        }

        return sum;
    }

    private static LinearRing Draw(GridPoint[] ring)
    {
        var numbers = new double[2 * ring.Length];
        for (var i = 0; i < ring.Length; i++)
        {
            (numbers[2 * i], numbers[(2 * i) + 1]) = (ring[i].Column, ring[i].Row);
        }

        return Steps.CreateLinearRing(new PackedDoubleCoordinateSequence(numbers, dimension: 2, measures: 0));
    }
}
