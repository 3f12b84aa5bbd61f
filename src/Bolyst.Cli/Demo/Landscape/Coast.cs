namespace Bolyst.Cli.Demo.Landscape;

/// <summary>Which sites are water: the sea in the west, a fjord into the middle that widens outwards, a lake in the north-east. Coordinates are the lattice's.</summary>
internal static class Coast
{
    /// <summary>The sea sites that are islands are the nearest to these.</summary>
    public static readonly (int U, int V)[] Islands = [(-7600, 2600), (-7300, -3000)];

    public static bool IsWater(Site site) => IsSea(site) || IsFjord(site) || IsLake(site);

    public static bool IsSea(Site site) => site.U < -5400;

    private static bool IsFjord(Site site) => site.U < -600 && Math.Abs(site.V - site.U / 5) < 600 - site.U / 9;

    private static bool IsLake(Site site) => site.SquaredLatticeDistanceTo(3900, 3300) < 1000 * 1000;
}
