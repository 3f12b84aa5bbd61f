namespace Bolyst.Store.Coverage;

/// <summary>
/// Simplifies arcs by removing, smallest first, the corners that cover least area (Visvalingam and Whyatt 1993), never a corner whose
/// triangle holds another vertex: so no two arcs come to cross or touch, and the coverage keeps its shape (the condition that JTS's
/// CoverageSimplifier uses). End vertices stay. Each call goes on from where the last one stopped.
/// </summary>
internal sealed class ArcSimplifier
{
    private const int End = -1;

    private readonly Vertex[] vertices;
    private readonly int[] previous;
    private readonly int[] next;
    private readonly int[] arcOf;
    private readonly bool[] removed;
    private readonly double[] areas;
    private readonly int[] arcStart;
    private readonly int[] spare;
    private readonly PriorityQueue<(int Vertex, double Area), double> queue = new();
    private readonly List<int> blocked = [];

    /// <summary>Takes the arcs of a coverage.</summary>
    public ArcSimplifier(IReadOnlyList<Vertex[]> lines)
    {
        var count = lines.Sum(line => line.Length);
        vertices = new Vertex[count];
        previous = new int[count];
        next = new int[count];
        arcOf = new int[count];
        removed = new bool[count];
        areas = new double[count];
        arcStart = new int[lines.Count];
        spare = SpareVertices(lines);
        var at = 0;
        for (var arc = 0; arc < lines.Count; arc++)
        {
            arcStart[arc] = at;
            for (var i = 0; i < lines[arc].Length; i++, at++)
            {
                (vertices[at], arcOf[at]) = (lines[arc][i], arc);
                previous[at] = i == 0 ? End : at - 1;
                next[at] = i == lines[arc].Length - 1 ? End : at + 1;
            }
        }

        for (var i = 0; i < count; i++)
        {
            Enqueue(i, 0);
        }
    }

    /// <summary>Removes corners that cover less than an area.</summary>
    /// <param name="area">In square units of the vertices; at least that of the call before.</param>
    public void SimplifyTo(double area)
    {
        var active = Enumerable.Range(0, vertices.Length).Where(i => !removed[i]).ToArray();
        var grid = new VertexGrid(vertices, active);
        foreach (var vertex in blocked)
        {
            if (!removed[vertex])
                queue.Enqueue((vertex, areas[vertex]), areas[vertex]);
        }

        blocked.Clear();
        while (queue.TryPeek(out var corner, out var smallest) && smallest < area)
        {
            queue.Dequeue();
            if (removed[corner.Vertex] || corner.Area != areas[corner.Vertex] || spare[arcOf[corner.Vertex]] == 0)
                continue;
            var (before, after) = (previous[corner.Vertex], next[corner.Vertex]);
            if (grid.AnyInside(vertices[before], vertices[corner.Vertex], vertices[after], removed))
            {
                blocked.Add(corner.Vertex);
                continue;
            }

            removed[corner.Vertex] = true;
            spare[arcOf[corner.Vertex]]--;
            next[before] = after;
            previous[after] = before;
            Enqueue(before, corner.Area);
            Enqueue(after, corner.Area);
        }
    }

    /// <summary>What is left of an arc.</summary>
    public Vertex[] Line(int arc)
    {
        var line = new List<Vertex>();
        for (var i = arcStart[arc]; i != End; i = next[i])
        {
            line.Add(vertices[i]);
        }

        return [.. line];
    }

    /// <summary>How many vertices each arc can lose: arcs between the same two nodes keep one inside, so that they stay apart; closed ones two.</summary>
    private static int[] SpareVertices(IReadOnlyList<Vertex[]> lines)
    {
        var between = new Dictionary<(Vertex, Vertex), int>();
        foreach (var line in lines)
        {
            between[Ends(line)] = between.GetValueOrDefault(Ends(line)) + 1;
        }

        return [.. lines.Select(line => Math.Max(0, line.Length - 2 - (line[0] == line[^1] ? 2 : between[Ends(line)] > 1 ? 1 : 0)))];
    }

    private static (Vertex, Vertex) Ends(Vertex[] line) =>
        (line[0].X, line[0].Y).CompareTo((line[^1].X, line[^1].Y)) <= 0 ? (line[0], line[^1]) : (line[^1], line[0]);

    private void Enqueue(int vertex, double atLeast)
    {
        if (previous[vertex] == End || next[vertex] == End)
            return;
        var (a, b, c) = (vertices[previous[vertex]], vertices[vertex], vertices[next[vertex]]);
        areas[vertex] = Math.Max(atLeast, Math.Abs(((b.X - a.X) * (c.Y - a.Y)) - ((b.Y - a.Y) * (c.X - a.X))) / 2);
        queue.Enqueue((vertex, areas[vertex]), areas[vertex]);
    }
}
