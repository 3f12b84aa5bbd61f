namespace Bolyst.Statistics.Spatial;

/// <summary>
/// One number for all vertices that are within the tolerance of each other, directly or through others between them; so no order of
/// zones or vertices matters.
/// </summary>
internal sealed class VertexIds
{
    private readonly Dictionary<(double X, double Y), int> index = [];
    private readonly List<int> parent = [];

    public int this[double x, double y] => Find(index[(x, y)]);

    public static VertexIds Of(IReadOnlyList<Outline?> outlines, double tolerance)
    {
        var ids = new VertexIds();
        foreach (var outline in outlines)
        {
            foreach (var (x, y, _, _) in outline?.Sides() ?? [])
            {
                if (ids.index.TryAdd((x, y), ids.parent.Count))
                {
                    ids.parent.Add(ids.parent.Count);
                }
            }
        }

        if (tolerance > 0)
        {
            ids.Join(tolerance);
        }

        return ids;
    }

    private void Join(double tolerance)
    {
        (double X, double Y)[] points = [.. index.OrderBy(p => p.Value).Select(p => p.Key)];
        var grid = new PointGrid(points, tolerance);
        for (var i = 0; i < points.Length; i++)
        {
            foreach (var j in grid.Within(points[i], tolerance))
            {
                parent[Find(j)] = Find(i);
            }
        }
    }

    private int Find(int id)
    {
        while (parent[id] != id)
        {
            parent[id] = parent[parent[id]];
            id = parent[id];
        }

        return id;
    }
}
