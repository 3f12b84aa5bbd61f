namespace Bolyst.Store.Coverage;

/// <summary>
/// Gives a line a vertex wherever it crosses a line at which tiles are cut off. So cutting makes no vertex of its own: what a tile shows
/// of a border, both sides show, and the next tile too. Rounding moves an edge there by half a step at most, which passes no other
/// vertex, for snapped edges are at least as far from each; and edges cross the line in the order they had.
/// </summary>
internal static class TileCuts
{
    /// <summary>The line with the vertices added.</summary>
    public static GridPoint[] Cut(GridPoint[] line)
    {
        var cut = new List<GridPoint>(line.Length) { line[0] };
        for (var i = 1; i < line.Length; i++)
        {
            AddCrossings(line[i - 1], line[i], cut);
            Add(line[i], cut);
        }

        return cut.Count == line.Length ? line : [.. cut];
    }

    /// <summary>Goes from cut to cut, those of columns and those of rows in the order in which the edge meets them.</summary>
    private static void AddCrossings(GridPoint from, GridPoint to, List<GridPoint> cut)
    {
        var (across, down) = ((double)(to.Column - from.Column), (double)(to.Row - from.Row));
        var (column, row) = (Next(from.Column, to.Column), Next(from.Row, to.Row));
        while (column is not null || row is not null)
        {
            if (row is null || (column is not null && (column - from.Column) / across <= (row - from.Row) / down))
            {
                Add(new(column!.Value, (int)Math.Round(from.Row + (down * (column.Value - from.Column) / across))), cut);
                column = Next(column.Value, to.Column);
            }
            else
            {
                Add(new((int)Math.Round(from.Column + (across * (row.Value - from.Row) / down)), row.Value), cut);
                row = Next(row.Value, to.Row);
            }
        }
    }

    private static void Add(GridPoint point, List<GridPoint> cut)
    {
        if (point != cut[^1])
            cut.Add(point);
    }

    /// <summary>The next place towards another where tiles are cut off, before it is reached.</summary>
    private static int? Next(int from, int to)
    {
        if (from == to)
            return null;
        if (to < from)
            return -Next(-from, -to);
        // Cuts lie as far before the sides of tiles as after them, so they are the same seen from either end.
        var side = (int)(Math.Floor((from + TileGrid.Margin) / (double)TileGrid.Side) * TileGrid.Side);
        var next = side + TileGrid.Margin > from ? side + TileGrid.Margin : side + TileGrid.Side - TileGrid.Margin;
        return next < to ? next : null;
    }
}
