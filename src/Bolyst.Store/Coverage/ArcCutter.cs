using NetTopologySuite.Geometries;

namespace Bolyst.Store.Coverage;

/// <summary>
/// Cuts outlines into arcs, as TopoJSON does: a vertex with more than two different neighbours is a node; between nodes every
/// ring that shares a border runs through the same vertices.
/// </summary>
internal sealed class ArcCutter
{
    private const int None = -1;

    private readonly Dictionary<Vertex, int> numbers = [];
    private readonly List<Vertex> vertices = [];
    private readonly List<int> firstNeighbour = [];
    private readonly List<int> secondNeighbour = [];
    private readonly List<bool> isNode = [];
    private readonly Dictionary<(int First, int Second), ArcUse> byFirstSegment = [];
    private readonly List<Vertex[]> lines = [];

    private ArcCutter()
    {
    }

    /// <summary>Cuts the outlines of a zone set.</summary>
    /// <param name="zones">One outline a zone. Borders are shared where vertices are equal to the last bit.</param>
    public static Arcs Cut(IReadOnlyList<MultiPolygon> zones)
    {
        var cutter = new ArcCutter();
        var numbered = zones.Select(zone => zone.Geometries.Cast<Polygon>().Select(cutter.Number).ToArray()).ToArray();
        return new Arcs(cutter.lines, [.. numbered.Select(zone => zone.Select(cutter.CutPolygon).ToArray())]);
    }

    private (int[] Shell, int[][] Holes) Number(Polygon polygon) =>
        (NumberRing(polygon.ExteriorRing), [.. polygon.InteriorRings.Select(NumberRing)]);

    /// <summary>Numbers of a ring's vertices, without the closing one and without repeats, and who stands beside whom.</summary>
    private int[] NumberRing(LineString ring)
    {
        var points = new List<int>(ring.NumPoints);
        var sequence = ring.CoordinateSequence;
        for (var i = 0; i < sequence.Count - 1; i++)
        {
            var number = NumberOf(new Vertex(sequence.GetX(i), sequence.GetY(i)));
            if (points.Count == 0 || points[^1] != number)
                points.Add(number);
        }

        for (var i = 0; i < points.Count; i++)
        {
            var next = points[(i + 1) % points.Count];
            Meet(points[i], next);
            Meet(next, points[i]);
        }

        return [.. points];
    }

    private int NumberOf(Vertex vertex)
    {
        if (numbers.TryGetValue(vertex, out var number))
            return number;
        numbers.Add(vertex, vertices.Count);
        vertices.Add(vertex);
        firstNeighbour.Add(None);
        secondNeighbour.Add(None);
        isNode.Add(false);
        return vertices.Count - 1;
    }

    private void Meet(int vertex, int neighbour)
    {
        if (firstNeighbour[vertex] == None)
            firstNeighbour[vertex] = neighbour;
        else if (firstNeighbour[vertex] != neighbour && secondNeighbour[vertex] == None)
            secondNeighbour[vertex] = neighbour;
        else if (firstNeighbour[vertex] != neighbour && secondNeighbour[vertex] != neighbour)
            isNode[vertex] = true;
    }

    private ArcPolygon CutPolygon((int[] Shell, int[][] Holes) polygon) =>
        new(CutRing(polygon.Shell), [.. polygon.Holes.Select(CutRing)]);

    private ArcUse[] CutRing(int[] ring)
    {
        var start = Array.FindIndex(ring, vertex => isNode[vertex]);
        // A ring without nodes is one closed arc; its smallest vertex is where every ring that shares it starts.
        var closed = Rotate(ring, start >= 0 ? start : Array.IndexOf(ring, ring.Min()));
        var uses = new List<ArcUse>();
        var from = 0;
        for (var i = 1; i < closed.Length; i++)
        {
            if (i < closed.Length - 1 && !isNode[closed[i]])
                continue;
            uses.Add(Use(closed.AsSpan(from, i - from + 1)));
            from = i;
        }

        return [.. uses];
    }

    private static int[] Rotate(int[] ring, int start) => [.. ring[start..], .. ring[..start], ring[start]];

    private ArcUse Use(ReadOnlySpan<int> chain)
    {
        if (byFirstSegment.TryGetValue((chain[0], chain[1]), out var known))
            return known;
        var line = new Vertex[chain.Length];
        for (var i = 0; i < chain.Length; i++)
        {
            line[i] = vertices[chain[i]];
        }

        var use = new ArcUse(lines.Count, Reversed: false);
        lines.Add(line);
        // Inside a chain a vertex has two neighbours only, so the first segment names the whole chain, from either end.
        byFirstSegment.Add((chain[0], chain[1]), use);
        byFirstSegment.TryAdd((chain[^1], chain[^2]), use with { Reversed = true });
        return use;
    }
}
