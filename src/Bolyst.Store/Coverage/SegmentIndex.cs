namespace Bolyst.Store.Coverage;

/// <summary>Segments by the squares they run through.</summary>
internal sealed class SegmentIndex
{
    private readonly int[] starts;
    private readonly GridSegment[] members;

    /// <summary>Sorts segments into squares.</summary>
    public SegmentIndex(GridSquares squares, ReadOnlySpan<GridSegment> segments)
    {
        starts = new int[squares.Count + 1];
        foreach (var segment in segments)
        {
            foreach (var (first, last) in squares.Along(segment))
            {
                for (var square = first; square <= last; square++)
                {
                    starts[square + 1]++;
                }
            }
        }

        for (var square = 1; square < starts.Length; square++)
        {
            starts[square] += starts[square - 1];
        }

        members = new GridSegment[starts[^1]];
        var free = starts.AsSpan(0, squares.Count).ToArray();
        foreach (var segment in segments)
        {
            foreach (var (first, last) in squares.Along(segment))
            {
                for (var square = first; square <= last; square++)
                {
                    members[free[square]++] = segment;
                }
            }
        }
    }

    /// <summary>The segments in a run of squares, square by square.</summary>
    public ReadOnlySpan<GridSegment> In(int first, int last) => members.AsSpan(starts[first]..starts[last + 1]);
}
