namespace Bolyst.Statistics.Spatial;

/// <summary>Points in square cells, to find those near a place without looking at all.</summary>
internal sealed class PointGrid
{
    private readonly (double X, double Y)[] points;
    private readonly double cell;
    private readonly Dictionary<(long, long), List<int>> cells = [];

    public PointGrid((double X, double Y)[] points, double cell)
    {
        (this.points, this.cell) = (points, cell);
        for (var i = 0; i < points.Length; i++)
        {
            var key = CellOf(points[i]);
            if (!cells.TryGetValue(key, out var members))
            {
                cells[key] = members = [];
            }

            members.Add(i);
        }
    }

    /// <summary>The points at most <paramref name="distance"/> away, the place itself included.</summary>
    public IEnumerable<int> Within((double X, double Y) place, double distance)
    {
        var reach = (long)Math.Ceiling(distance / cell);
        var (cx, cy) = CellOf(place);
        for (var x = cx - reach; x <= cx + reach; x++)
        {
            for (var y = cy - reach; y <= cy + reach; y++)
            {
                foreach (var i in cells.GetValueOrDefault((x, y)) ?? [])
                {
                    if (Square(points[i], place) <= distance * distance)
                    {
                        yield return i;
                    }
                }
            }
        }
    }

    public static double Square((double X, double Y) a, (double X, double Y) b) =>
        ((a.X - b.X) * (a.X - b.X)) + ((a.Y - b.Y) * (a.Y - b.Y));

    private (long, long) CellOf((double X, double Y) p) => ((long)Math.Floor(p.X / cell), (long)Math.Floor(p.Y / cell));
}
