using NetTopologySuite.Geometries;

namespace Bolyst.Store.Coverage;

/// <summary>
/// Gives a line a vertex wherever it crosses a line at which tiles are cut off. So cutting makes no vertex of its own: what a tile shows
/// of a border, both sides show, and the next tile too. Rounding moves an edge there by half a step at most, which passes no other
/// vertex, for snapped edges are at least as far from each; and edges cross the line in the order they had.
/// </summary>
internal static class TileCuts
{
    /// <summary>The line with the vertices added.</summary>
    /// <param name="line">In steps of the grid.</param>
    public static Coordinate[] Cut(List<Coordinate> line)
    {
        var cut = new List<Coordinate>(line.Count) { line[0] };
        for (var i = 1; i < line.Count; i++)
        {
            var (from, to) = (line[i - 1], line[i]);
            foreach (var (_, place) in Crossings(from, to).OrderBy(crossing => crossing.Along).Append((Along: 1, At: to)))
            {
                if (!place.Equals2D(cut[^1]))
                    cut.Add(place);
            }
        }

        return [.. cut];
    }

    private static IEnumerable<(double Along, Coordinate At)> Crossings(Coordinate from, Coordinate to)
    {
        var (across, down) = (to.X - from.X, to.Y - from.Y);
        foreach (var column in Lines(from.X, to.X))
        {
            var along = (column - from.X) / across;
            yield return (along, new(column, Math.Round(from.Y + (down * (column - from.X) / across))));
        }

        foreach (var row in Lines(from.Y, to.Y))
        {
            var along = (row - from.Y) / down;
            yield return (along, new(Math.Round(from.X + (across * (row - from.Y) / down)), row));
        }
    }

    /// <summary>Where tiles are cut off between two places, neither of them counted.</summary>
    private static IEnumerable<double> Lines(double from, double to)
    {
        var (low, high) = (Math.Min(from, to), Math.Max(from, to));
        for (var side = Math.Floor(low / TileGrid.Side) * TileGrid.Side; side <= high + TileGrid.Margin; side += TileGrid.Side)
        {
            if (side - TileGrid.Margin is var before && before > low && before < high)
                yield return before;
            if (side + TileGrid.Margin is var after && after > low && after < high)
                yield return after;
        }
    }
}
