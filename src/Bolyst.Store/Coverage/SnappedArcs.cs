using NetTopologySuite.Geometries;
using NetTopologySuite.Noding;
using NetTopologySuite.Noding.Snapround;

namespace Bolyst.Store.Coverage;

/// <summary>
/// Rounds arcs to a tile's grid all together (snap rounding, Hobby 1999): where rounding would make two borders cross, both get the
/// same vertices instead. So a zone and its neighbour still share every vertex, whatever falls together.
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
        return [.. rounded.Select((line, arc) => line.Length > 1 ? TileCuts.Cut(Join(pieces[arc])) : line)];
    }

    private static Coordinate[] Round(Vertex[] line, TileGrid grid)
    {
        var rounded = new List<Coordinate>(line.Length);
        foreach (var vertex in line)
        {
            var (column, row) = grid.ToSteps(vertex);
            if (rounded.Count == 0 || rounded[^1].X != column || rounded[^1].Y != row)
                rounded.Add(new Coordinate(column, row));
        }

        return [.. rounded];
    }

    /// <summary>The noder gives an arc's pieces in the order of the arc; each begins where the last one ended.</summary>
    private static List<Coordinate> Join(IEnumerable<ISegmentString> pieces)
    {
        var line = new List<Coordinate>();
        foreach (var piece in pieces)
        {
            line.AddRange(line.Count == 0 ? piece.Coordinates : piece.Coordinates.Skip(1));
        }

        return line;
    }
}
