using NetTopologySuite.Geometries;
using NetTopologySuite.Noding;
using NetTopologySuite.Noding.Snapround;

namespace Bolyst.Store.Coverage;

/// <summary>
/// Rounds arcs to a tile's grid all together (snap rounding, Hobby 1999): where rounding would make two borders cross, both get the
/// same vertices instead. So a zone and its neighbour still share every vertex, whatever falls together. No edge runs across a line at
/// which a tile is cut off, so cutting makes no vertex of its own: what a tile shows of a border, both sides show, and the next tile too.
/// </summary>
internal static class SnappedArcs
{
    /// <summary>The arcs in steps of the grid, in the order given. An arc that falls into one point is a single coordinate.</summary>
    public static Coordinate[][] Snap(IReadOnlyList<Vertex[]> lines, TileGrid grid)
    {
        var rounded = lines.Select(line => Round(line, grid)).ToArray();
        var strings = new List<ISegmentString>();
        for (var arc = 0; arc < rounded.Length; arc++)
        {
            if (rounded[arc].Length > 1)
                strings.Add(new NodedSegmentString(rounded[arc], arc));
        }

        var noder = new SnapRoundingNoder(new PrecisionModel(1));
        noder.ComputeNodes(strings);
        var pieces = noder.GetNodedSubstrings().ToLookup(piece => (int)piece.Context);
        return [.. rounded.Select((line, arc) => line.Length > 1 ? Join(pieces[arc]) : line)];
    }

    private static Coordinate[] Round(Vertex[] line, TileGrid grid)
    {
        var rounded = new List<Coordinate>(line.Length);
        foreach (var vertex in line)
        {
            var (column, row) = grid.ToSteps(vertex);
            if (rounded.Count == 0)
                rounded.Add(new Coordinate(column, row));
            else if (rounded[^1].X != column || rounded[^1].Y != row)
                rounded.AddRange(CutAtTiles(rounded[^1], new Coordinate(column, row)));
        }

        return [.. rounded];
    }

    /// <summary>The crossings of an edge with the lines at which tiles are cut off, rounded, and its end.</summary>
    private static IEnumerable<Coordinate> CutAtTiles(Coordinate from, Coordinate to)
    {
        var (across, down) = (to.X - from.X, to.Y - from.Y);
        var cuts = Lines(from.X, to.X).Select(column => (Along: (column - from.X) / across, At: new Coordinate(column, Math.Round(from.Y + (down * (column - from.X) / across)))))
            .Concat(Lines(from.Y, to.Y).Select(row => (Along: (row - from.Y) / down, At: new Coordinate(Math.Round(from.X + (across * (row - from.Y) / down)), row))));
        var last = from;
        foreach (var (_, cut) in cuts.OrderBy(cut => cut.Along).Append((Along: 1, At: to)))
        {
            if (!cut.Equals2D(last))
                yield return last = cut;
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

    /// <summary>The noder gives an arc's pieces in the order of the arc; each begins where the last one ended.</summary>
    private static Coordinate[] Join(IEnumerable<ISegmentString> pieces)
    {
        var line = new List<Coordinate>();
        foreach (var piece in pieces)
        {
            line.AddRange(line.Count == 0 ? piece.Coordinates : piece.Coordinates.Skip(1));
        }

        return [.. line];
    }
}
