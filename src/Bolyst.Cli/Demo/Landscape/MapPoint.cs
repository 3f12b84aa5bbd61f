namespace Bolyst.Cli.Demo.Landscape;

/// <summary>A point in whole metres, EPSG:25833.</summary>
internal readonly record struct MapPoint(int East, int North)
{
    /// <summary>West before east, then south before north: a direction for a border that both its cells agree on.</summary>
    public bool Precedes(MapPoint other) => (East, North).CompareTo((other.East, other.North)) < 0;
}
