using NetTopologySuite.Geometries;

namespace Bolyst.Store.Coverage;

/// <summary>
/// The outlines of a zone set as tiles show them: for each zoom simplified over shared borders and laid on the tile's grid. Neighbours
/// share every vertex at every zoom. A zone too small to be drawn as an area is a point, never dropped.
/// </summary>
internal static class ZoomShapes
{
    private static readonly GeometryFactory WebMercator = new(new PrecisionModel(), 3857);

    /// <summary>Makes the shapes of every zoom, the most detailed first.</summary>
    /// <param name="zones">One outline a zone, in EPSG:3857.</param>
    /// <param name="cancellation">Gives up between zooms.</param>
    /// <returns>For each zoom one shape a zone, in the order given: a MultiPolygon or a Point, in EPSG:3857.</returns>
    public static IEnumerable<(int Zoom, Geometry[] Shapes)> Make(IReadOnlyList<MultiPolygon> zones, CancellationToken cancellation)
    {
        var arcs = ArcCutter.Cut(zones);
        var simplifier = new ArcSimplifier(arcs.Lines);
        for (var zoom = TileGrid.MaxZoom; zoom >= 0; zoom--)
        {
            cancellation.ThrowIfCancellationRequested();
            var grid = new TileGrid(zoom);
            simplifier.SimplifyTo(grid.SmallestCorner);
            var lines = SnappedArcs.Snap([.. arcs.Lines.Select((_, arc) => simplifier.Line(arc))], grid);
            yield return (zoom, [.. zones.Select((zone, i) => Shape(arcs.Zones[i], zone, lines, grid))]);
        }
    }

    private static Geometry Shape(ArcPolygon[] polygons, MultiPolygon zone, Coordinate[][] lines, TileGrid grid)
    {
        var parts = polygons.Select(polygon => Draw(polygon, lines)).OfType<Polygon>().ToArray();
        var area = WebMercator.CreateMultiPolygon(TouchingRings.Any(parts) ? TouchingRings.Rebuild(parts) : parts);
        if (area.IsEmpty)
            return PointIn(zone);
        area.Apply(new ToMetres(grid));
        return area;
    }

    private static Point PointIn(MultiPolygon zone)
    {
        var point = zone.InteriorPoint;
        return WebMercator.CreatePoint(point.Coordinate);
    }

    private static Polygon? Draw(ArcPolygon polygon, Coordinate[][] lines)
    {
        // A hole goes by the same measure as the zone that fills it, so they come and go together.
        return Ring(polygon.Shell, lines, isShell: true) is { } shell
            ? WebMercator.CreatePolygon(shell, [.. polygon.Holes.Select(hole => Ring(hole, lines, isShell: false)).OfType<LinearRing>()])
            : null;
    }

    /// <summary>A ring with its ground to the left; null where it is too small to be drawn.</summary>
    private static LinearRing? Ring(ArcUse[] uses, Coordinate[][] lines, bool isShell)
    {
        var steps = new List<Coordinate>();
        foreach (var use in uses)
        {
            IEnumerable<Coordinate> line = use.Reversed ? lines[use.Arc].Reverse() : lines[use.Arc];
            // Copies, for the neighbour has the same and each is moved to metres once.
            steps.AddRange((steps.Count == 0 ? line : line.Skip(1)).Select(step => step.Copy()));
        }

        var ring = steps.ToArray();
        var clockwise = ring.Length < 4 ? 0 : NetTopologySuite.Algorithm.Area.OfRingSigned(ring);
        if (Math.Abs(clockwise) < TileGrid.SmallestPart)
            return null;
        if (clockwise > 0 == isShell)
            Array.Reverse(ring);
        return WebMercator.CreateLinearRing(ring);
    }

    /// <summary>From steps of the grid to metres.</summary>
    private sealed class ToMetres(TileGrid grid) : ICoordinateSequenceFilter
    {
        public bool Done => false;

        public bool GeometryChanged => true;

        public void Filter(CoordinateSequence sequence, int i)
        {
            var (x, y) = grid.ToMetres(sequence.GetX(i), sequence.GetY(i));
            sequence.SetX(i, x);
            sequence.SetY(i, y);
        }
    }
}
