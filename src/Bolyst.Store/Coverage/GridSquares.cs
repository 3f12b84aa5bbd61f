namespace Bolyst.Store.Coverage;

/// <summary>Squares over the ground that segments lie on, numbered row by row, and which of them a segment runs through.</summary>
internal sealed class GridSquares
{
    private readonly int west = int.MaxValue;
    private readonly int north = int.MaxValue;
    private readonly int side;
    private readonly int columns;
    private readonly int rows;

    /// <summary>Lays about one square for two segments.</summary>
    /// <param name="segments">One or more.</param>
    public GridSquares(ReadOnlySpan<GridSegment> segments)
    {
        var (east, south) = (int.MinValue, int.MinValue);
        foreach (var (from, to) in segments)
        {
            (west, east) = (Math.Min(west, Math.Min(from.Column, to.Column)), Math.Max(east, Math.Max(from.Column, to.Column)));
            (north, south) = (Math.Min(north, Math.Min(from.Row, to.Row)), Math.Max(south, Math.Max(from.Row, to.Row)));
        }

        side = 1 + (Math.Max(east - west, south - north) / Math.Clamp((int)Math.Sqrt(segments.Length / 2.0), 1, 4096));
        columns = ((east - west) / side) + 1;
        rows = ((south - north) / side) + 1;
    }

    /// <summary>How many squares.</summary>
    public int Count => columns * rows;

    /// <summary>Every square with a place within a step of a segment and between its ends, and perhaps a few more.</summary>
    public Runs Along(GridSegment segment) => new(this, segment);

    /// <summary>Squares in runs, one in each row: the first and the last of it.</summary>
    public struct Runs
    {
        private readonly GridSquares squares;
        private readonly GridPoint upper;
        private readonly int left;
        private readonly int right;
        private readonly int last;
        private readonly double slope;
        private int row;

        internal Runs(GridSquares squares, GridSegment segment)
        {
            this.squares = squares;
            (upper, var lower) = segment.From.Row <= segment.To.Row ? (segment.From, segment.To) : (segment.To, segment.From);
            (left, right) = (Math.Min(upper.Column, lower.Column), Math.Max(upper.Column, lower.Column));
            slope = (double)(lower.Column - upper.Column) / (lower.Row - upper.Row);
            row = ((upper.Row - squares.north) / squares.side) - 1;
            last = (lower.Row - squares.north) / squares.side;
        }

        public readonly (int First, int Last) Current
        {
            get
            {
                var (enters, leaves) = (left, right);
                if (!double.IsInfinity(slope) && !double.IsNaN(slope))
                {
                    // Where the segment's line is a step before the row and a step after it.
                    var before = upper.Column + (slope * (squares.north + ((double)row * squares.side) - 1 - upper.Row));
                    var after = upper.Column + (slope * (squares.north + ((row + 1.0) * squares.side) + 1 - upper.Row));
                    enters = (int)Math.Clamp(Math.Floor(Math.Min(before, after)) - 1, left, right);
                    leaves = (int)Math.Clamp(Math.Ceiling(Math.Max(before, after)) + 1, left, right);
                }

                var first = row * squares.columns;
                return (first + ((enters - squares.west) / squares.side), first + ((leaves - squares.west) / squares.side));
            }
        }

        public readonly Runs GetEnumerator() => this;

        public bool MoveNext() => ++row <= last;
    }
}
