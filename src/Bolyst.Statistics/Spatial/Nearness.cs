namespace Bolyst.Statistics.Spatial;

/// <summary>Neighbours by distance, in the unit of the coordinates (metres in EPSG:25833).</summary>
public static class Nearness
{
    /// <summary>Binary weights between points at most <paramref name="distance"/> from each other.</summary>
    public static SpatialWeights Band(IReadOnlyList<(double X, double Y)> points, double distance)
    {
        RequirePositive(distance);
        (double X, double Y)[] all = [.. points];
        var grid = new PointGrid(all, distance);
        return SpatialWeights.Binary([.. all.Select((p, i) => (IReadOnlyCollection<int>)[.. grid.Within(p, distance).Where(j => j != i)])]);
    }

    /// <summary>
    /// Binary weights to the <paramref name="count"/> nearest points. Those that are equally far as the last one are all in, so that the
    /// order of points does not matter. Not symmetric.
    /// </summary>
    public static SpatialWeights Nearest(IReadOnlyList<(double X, double Y)> points, int count)
    {
        if (count < 1 || count >= points.Count)
        {
            throw new ArgumentOutOfRangeException(nameof(count), count, $"With {points.Count} points the count is from 1 to {points.Count - 1}.");
        }

        (double X, double Y)[] all = [.. points];
        var (width, height) = (all.Max(p => p.X) - all.Min(p => p.X), all.Max(p => p.Y) - all.Min(p => p.Y));

        // About count points to a cell; a line of points, or all in one place, still gets cells of some size.
        var cell = Math.Max(Math.Sqrt(width * height * count / all.Length), Math.Max(Math.Max(width, height) / all.Length, double.Epsilon * 1e20));
        var grid = new PointGrid(all, cell);
        return SpatialWeights.Binary([.. all.Select((p, i) => NearestTo(p, i, all, grid, cell, count))]);
    }

    /// <summary>Binary weights between zones whose outlines come within <paramref name="distance"/> of each other, as overlapping buffers of half of it.</summary>
    /// <param name="outlines">By zone; null for a zone without an outline, which becomes an island.</param>
    /// <param name="distance">Above 0.</param>
    public static SpatialWeights Buffer(IReadOnlyList<Outline?> outlines, double distance)
    {
        RequirePositive(distance);
        return SpatialWeights.Binary(OutlineDistance.NeighboursWithin(outlines, distance));
    }

    private static IReadOnlyCollection<int> NearestTo(
        (double X, double Y) place, int self, (double X, double Y)[] all, PointGrid grid, double cell, int count)
    {
        for (var reach = cell; ; reach *= 2)
        {
            int[] near = [.. grid.Within(place, reach).Where(j => j != self)];
            if (near.Length >= count)
            {
                double[] squares = [.. near.Select(j => PointGrid.Square(all[j], place))];
                var last = squares.Order().ElementAt(count - 1);
                return [.. near.Where((_, k) => squares[k] <= last)];
            }
        }
    }

    private static void RequirePositive(double distance)
    {
        if (!(distance > 0 && double.IsFinite(distance)))
        {
            throw new ArgumentOutOfRangeException(nameof(distance), distance, "A distance is a number above 0.");
        }
    }
}
