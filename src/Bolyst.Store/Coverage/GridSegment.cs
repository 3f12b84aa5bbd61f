namespace Bolyst.Store.Coverage;

/// <summary>A straight piece of a line whose ends lie on a tile's grid. What it tells is exact: the products fit whole numbers of 64 bits.</summary>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it ends; it may be where it begins.</param>
internal readonly record struct GridSegment(GridPoint From, GridPoint To)
{
    private long East => To.Column - From.Column;

    private long South => To.Row - From.Row;

    /// <summary>How far along the segment a point lies, in units that grow with its length.</summary>
    public long Along(GridPoint point) => (East * (point.Column - From.Column)) + (South * (point.Row - From.Row));

    /// <summary>
    /// True where the segment runs through the square of a side of one step around a point. Its west side, its north side and the corner
    /// between them belong to the square, so that a place anywhere belongs to one.
    /// </summary>
    public bool Meets(GridPoint point)
    {
        if (point.Column < Math.Min(From.Column, To.Column) || point.Column > Math.Max(From.Column, To.Column)
            || point.Row < Math.Min(From.Row, To.Row) || point.Row > Math.Max(From.Row, To.Row))
        {
            return false;
        }

        // In line with the corner that belongs to the square, twice the side is East - South; for the outermost corners it is ± the sum of both sizes.
        var aside = 2 * SideOf(point);
        return East == 0 || South == 0 || Math.Abs(aside) < Math.Abs(East) + Math.Abs(South) || aside == East - South;
    }

    /// <summary>The point nearest to where two segments cross, each between its ends; null where they only touch or do not meet.</summary>
    public GridPoint? Crossing(GridSegment other)
    {
        if (Math.Max(From.Column, To.Column) < Math.Min(other.From.Column, other.To.Column) || Math.Max(other.From.Column, other.To.Column) < Math.Min(From.Column, To.Column)
            || Math.Max(From.Row, To.Row) < Math.Min(other.From.Row, other.To.Row) || Math.Max(other.From.Row, other.To.Row) < Math.Min(From.Row, To.Row)
            || Math.Sign(SideOf(other.From)) * Math.Sign(SideOf(other.To)) >= 0 || Math.Sign(other.SideOf(From)) * Math.Sign(other.SideOf(To)) >= 0)
        {
            return null;
        }

        var (share, whole) = ((Int128)other.SideOf(From), (Int128)other.SideOf(From) - other.SideOf(To));
        return new(From.Column + Part(East, share, whole), From.Row + Part(South, share, whole));
    }

    /// <summary>Twice the area of the triangle with a point; its sign tells which side of the segment the point lies on, 0 in line with it.</summary>
    public long SideOf(GridPoint point) => (East * (point.Row - From.Row)) - (South * (point.Column - From.Column));

    /// <summary>A share of a length, rounded to whole steps, halves upwards: the square that holds the place.</summary>
    private static int Part(long length, Int128 share, Int128 whole)
    {
        var (twice, over) = whole > 0 ? ((2 * length * share) + whole, 2 * whole) : ((-2 * length * share) - whole, -2 * whole);
        var part = twice / over;
        return (int)(part * over > twice ? part - 1 : part);
    }
}
