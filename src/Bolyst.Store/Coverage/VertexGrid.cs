namespace Bolyst.Store.Coverage;

/// <summary>Vertices by the square of a grid they lie in, to ask which ones lie near a triangle. Made anew when vertices have thinned.</summary>
internal sealed class VertexGrid
{
    private readonly Vertex[] vertices;
    private readonly double cell;
    private readonly double minX;
    private readonly double minY;
    private readonly int columns;
    private readonly int rows;
    private readonly int[] starts;
    private readonly int[] members;

    /// <summary>Sorts the vertices named by <paramref name="active"/> into squares that hold about two each.</summary>
    public VertexGrid(Vertex[] vertices, ReadOnlySpan<int> active)
    {
        this.vertices = vertices;
        var (maxX, maxY) = (double.NegativeInfinity, double.NegativeInfinity);
        (minX, minY) = (double.PositiveInfinity, double.PositiveInfinity);
        foreach (var i in active)
        {
            (minX, minY) = (Math.Min(minX, vertices[i].X), Math.Min(minY, vertices[i].Y));
            (maxX, maxY) = (Math.Max(maxX, vertices[i].X), Math.Max(maxY, vertices[i].Y));
        }

        var extent = Math.Max(Math.Max(maxX - minX, maxY - minY), 1);
        var side = Math.Clamp((int)Math.Sqrt(active.Length / 2.0), 1, 4096);
        cell = extent / side;
        columns = (int)((maxX - minX) / cell) + 1;
        rows = (int)((maxY - minY) / cell) + 1;
        starts = new int[(columns * rows) + 1];
        foreach (var i in active)
        {
            starts[SquareOf(vertices[i]) + 1]++;
        }

        for (var i = 1; i < starts.Length; i++)
        {
            starts[i] += starts[i - 1];
        }

        members = new int[active.Length];
        var free = starts.AsSpan(0, starts.Length - 1).ToArray();
        foreach (var i in active)
        {
            members[free[SquareOf(vertices[i])]++] = i;
        }
    }

    /// <summary>True when a vertex that <paramref name="removed"/> does not name lies in or on the triangle, other than at its corners.</summary>
    public bool AnyInside(Vertex a, Vertex b, Vertex c, ReadOnlySpan<bool> removed)
    {
        var (left, right) = (Math.Min(a.X, Math.Min(b.X, c.X)), Math.Max(a.X, Math.Max(b.X, c.X)));
        var (bottom, top) = (Math.Min(a.Y, Math.Min(b.Y, c.Y)), Math.Max(a.Y, Math.Max(b.Y, c.Y)));
        var (firstColumn, lastColumn) = (Math.Max(Column(left), 0), Math.Min(Column(right), columns - 1));
        var (firstRow, lastRow) = (Math.Max(Row(bottom), 0), Math.Min(Row(top), rows - 1));
        for (var row = firstRow; row <= lastRow; row++)
        {
            // Squares of a row stand one after another, so a row of them is one run of members.
            var end = starts[(row * columns) + lastColumn + 1];
            for (var k = starts[(row * columns) + firstColumn]; k < end; k++)
            {
                var p = vertices[members[k]];
                if (p.X >= left && p.X <= right && p.Y >= bottom && p.Y <= top && !removed[members[k]]
                    && p != a && p != b && p != c && Contains(a, b, c, p))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool Contains(Vertex a, Vertex b, Vertex c, Vertex p)
    {
        var (ab, bc, ca) = (Cross(a, b, p), Cross(b, c, p), Cross(c, a, p));
        return !((ab < 0 || bc < 0 || ca < 0) && (ab > 0 || bc > 0 || ca > 0));
    }

    private static double Cross(Vertex from, Vertex to, Vertex p) => ((to.X - from.X) * (p.Y - from.Y)) - ((to.Y - from.Y) * (p.X - from.X));

    private int SquareOf(Vertex vertex) => (Row(vertex.Y) * columns) + Column(vertex.X);

    private int Column(double x) => (int)((x - minX) / cell);

    private int Row(double y) => (int)((y - minY) / cell);
}
