namespace Bolyst.Store.Coverage;

/// <summary>
/// Snap rounding (Hobby 1999) of lines whose vertices lie on a grid: where two lines cross, and where a line runs through the square of
/// a vertex or of a crossing, it gets a vertex there. So lines that rounding made cross or touch share vertices instead, and a zone and
/// its neighbour still share every one. In whole numbers throughout, so that no test is wrong by rounding.
/// </summary>
internal sealed class SnapRounding
{
    private readonly GridSquares squares;
    private readonly SegmentIndex points;

    private SnapRounding(GridSegment[] segments)
    {
        squares = new GridSquares(segments);
        var hot = new HashSet<GridPoint>(segments.Length);
        foreach (var (from, to) in segments)
        {
            hot.Add(from);
            hot.Add(to);
        }

        AddCrossings(new SegmentIndex(squares, segments), hot);
        points = new SegmentIndex(squares, [.. hot.Select(point => new GridSegment(point, point))]);
    }

    /// <summary>The lines with the vertices added, in the order given. A line of a single point stays what it is and is nobody's vertex.</summary>
    public static GridPoint[][] Snap(GridPoint[][] lines)
    {
        GridSegment[] segments = [.. lines.SelectMany(line => line.Skip(1).Zip(line, (to, from) => new GridSegment(from, to)))];
        return segments.Length == 0 ? lines : Array.ConvertAll(lines, new SnapRounding(segments).Snap);
    }

    private void AddCrossings(SegmentIndex index, HashSet<GridPoint> hot)
    {
        for (var square = 0; square < squares.Count; square++)
        {
            var near = index.In(square, square);
            for (var i = 1; i < near.Length; i++)
            {
                foreach (var other in near[..i])
                {
                    if (near[i].Crossing(other) is { } crossing)
                        hot.Add(crossing);
                }
            }
        }
    }

    private GridPoint[] Snap(GridPoint[] line)
    {
        var snapped = new List<GridPoint>(line.Length) { line[0] };
        var met = new List<GridPoint>();
        for (var i = 1; i < line.Length; i++)
        {
            var segment = new GridSegment(line[i - 1], line[i]);
            met.Clear();
            foreach (var (first, last) in squares.Along(segment))
            {
                foreach (var (point, _) in points.In(first, last))
                {
                    if (point != segment.From && point != segment.To && segment.Meets(point))
                        met.Add(point);
                }
            }

            if (met.Count > 1)
                met.Sort((a, b) => segment.Along(a).CompareTo(segment.Along(b)));
            snapped.AddRange(met);
            snapped.Add(line[i]);
        }

        return [.. snapped];
    }
}
