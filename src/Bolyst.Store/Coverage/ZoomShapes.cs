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
        var parts = polygons.Select(polygon => Draw(polygon, lines, grid)).OfType<Polygon>().ToArray();
        return parts.Length > 0 ? WebMercator.CreateMultiPolygon(parts) : PointIn(zone);
    }

    private static Point PointIn(MultiPolygon zone)
    {
        var point = zone.InteriorPoint;
        return WebMercator.CreatePoint(point.Coordinate);
    }

    private static Polygon? Draw(ArcPolygon polygon, Coordinate[][] lines, TileGrid grid)
    {
        // A hole goes by the same measure as the zone that fills it, so they come and go together.
        return Ring(polygon.Shell, lines, grid) is { } shell
            ? WebMercator.CreatePolygon(shell, [.. polygon.Holes.Select(hole => Ring(hole, lines, grid)).OfType<LinearRing>()])
            : null;
    }

    private static LinearRing? Ring(ArcUse[] uses, Coordinate[][] lines, TileGrid grid)
    {
        var steps = new List<Coordinate>();
        foreach (var use in uses)
        {
            IEnumerable<Coordinate> line = use.Reversed ? lines[use.Arc].Reverse() : lines[use.Arc];
            steps.AddRange(steps.Count == 0 ? line : line.Skip(1));
        }

        if (steps.Count < 4 || Math.Abs(NetTopologySuite.Algorithm.Area.OfRingSigned([.. steps])) < TileGrid.SmallestPart)
            return null;
        return WebMercator.CreateLinearRing([.. steps.Select(step => Metres(step, grid))]);
    }

    private static Coordinate Metres(Coordinate step, TileGrid grid)
    {
        var (x, y) = grid.ToMetres(step.X, step.Y);
        return new Coordinate(x, y);
    }
}
