namespace Bolyst.Cli.Demo.Landscape;

/// <summary>A point that owns the ground nearest to it.</summary>
/// <param name="U">Where it stands in the lattice, west to east, in thousandths of the lattice's spacing from the middle.</param>
/// <param name="V">The same, south to north.</param>
/// <param name="East">Metres, EPSG:25833.</param>
/// <param name="North">Metres, EPSG:25833.</param>
internal sealed record Site(int U, int V, int East, int North)
{
    public long SquaredDistanceTo(Site other) => Square(East - other.East) + Square(North - other.North);

    public long SquaredLatticeDistanceTo(int u, int v) => Square(U - u) + Square(V - v);

    private static long Square(long value) => value * value;
}
