namespace Bolyst.Service.Downloads.Formats;

/// <summary>A rectangle along the axes.</summary>
internal readonly record struct Box(double West, double South, double East, double North)
{
    /// <summary>What holds nothing; joined to another it leaves the other as it is.</summary>
    public static readonly Box Empty = new(double.PositiveInfinity, double.PositiveInfinity, double.NegativeInfinity, double.NegativeInfinity);

    /// <summary>West, south, east and north edge; <see cref="Empty"/> for null.</summary>
    public static Box Of(double[]? edges) => edges is [var west, var south, var east, var north] ? new(west, south, east, north) : Empty;

    /// <summary>Around both.</summary>
    public Box Join(Box other) => new(Math.Min(West, other.West), Math.Min(South, other.South), Math.Max(East, other.East), Math.Max(North, other.North));
}
