using NetTopologySuite.Geometries;

namespace Bolyst.Store.Coverage;

/// <summary>
/// The outlines of a zone set as tiles show them: for each zoom simplified over shared borders and laid on the tile's grid. Neighbours
/// share every vertex at every zoom. A zone too small to be drawn as an area is a point, never dropped.
/// </summary>
internal static class ZoomShapes
{
    /// <summary>Makes the shapes of every zoom, the most detailed first; of a few zooms at a time, so that processors are used and memory is not.</summary>
    /// <param name="zones">One outline a zone, in EPSG:3857.</param>
    /// <param name="cancellation">Gives up between zooms.</param>
    /// <returns>For each zoom one shape a zone, in the order given: a MultiPolygon or a Point, in steps of the zoom's <see cref="TileGrid"/>.</returns>
    public static IEnumerable<(int Zoom, Geometry[] Shapes)> Make(IReadOnlyList<MultiPolygon> zones, CancellationToken cancellation)
    {
        var arcs = ArcCutter.Cut(zones);
        var simplifier = new ArcSimplifier(arcs.Lines);
        var inside = Array.ConvertAll([.. zones], zone => new Lazy<Coordinate>(() => zone.InteriorPoint.Coordinate));
        var making = new Queue<(int Zoom, Task<Geometry[]> Shapes)>();
        for (var zoom = TileGrid.MaxZoom; zoom >= 0; zoom--)
        {
            // Each zoom goes on from the lines of the one before; what is made of them does not.
            var grid = new TileGrid(zoom);
            simplifier.SimplifyTo(grid.SmallestCorner);
            var lines = Array.ConvertAll(Enumerable.Range(0, arcs.Lines.Count).ToArray(), arc => Round(simplifier.Line(arc), grid));
            making.Enqueue((zoom, Task.Run(() => Draw(arcs.Zones, inside, lines, grid, cancellation), cancellation)));
            while (making.Count > Environment.ProcessorCount || (zoom == 0 && making.Count > 0))
            {
                var (made, shapes) = making.Dequeue();
                yield return (made, shapes.GetAwaiter().GetResult());
            }
        }
    }

    private static Geometry[] Draw(IReadOnlyList<ArcPolygon[]> zones, Lazy<Coordinate>[] inside, GridPoint[][] rounded, TileGrid grid, CancellationToken cancellation)
    {
        var lines = Array.ConvertAll(SnapRounding.Snap(rounded), TileCuts.Cut);
        var drawing = new ZoneDrawing(lines, grid);
        var shapes = new Geometry[zones.Count];
        for (var zone = 0; zone < shapes.Length; zone++)
        {
            cancellation.ThrowIfCancellationRequested();
            shapes[zone] = drawing.Draw(zones[zone], inside[zone]);
        }

        return shapes;
    }

    /// <summary>A line on the grid, without repeats.</summary>
    private static GridPoint[] Round(ReadOnlySpan<Vertex> line, TileGrid grid)
    {
        var rounded = new List<GridPoint>(line.Length);
        foreach (var vertex in line)
        {
            var point = grid.ToSteps(vertex);
            if (rounded.Count == 0 || rounded[^1] != point)
                rounded.Add(point);
        }

        return [.. rounded];
    }
}
