namespace Bolyst.Cli.Demo.Landscape;

/// <summary>
/// Sites for the tessellation: a lattice shaken a little, drawn together in the middle and stretched outwards,
/// as grunnkretser are small in a town and large outside it.
/// </summary>
internal static class Lattice
{
    /// <summary>The middle of the invented kommune: in the Norwegian Sea, about 200 km from land, so that no real kommune is drawn over.</summary>
    public const int MiddleEast = 60_000;

    /// <inheritdoc cref="MiddleEast"/>
    public const int MiddleNorth = 7_300_000;

    private const int Radius = 11_500;
    private const int RowSpacing = 870;
    private const int Jitter = 240;

    /// <summary>All sites, those of the sea and of the neighbours included: they shape the borders of the kommune's own.</summary>
    public static List<Site> Sites(ulong seed)
    {
        var random = SplitMix64.For(seed, (int)Purpose.Sites);
        var sites = new List<Site>();
        for (var row = -14; row <= 14; row++)
        {
            for (var column = -12; column <= 12; column++)
            {
                var u = column * 1000 + (row % 2 == 0 ? 0 : 500) + random.Between(-Jitter, Jitter);
                var v = row * RowSpacing + random.Between(-Jitter, Jitter);
                if ((long)u * u + (long)v * v <= (long)Radius * Radius)
                {
                    var (east, north) = PointOf(u, v);
                    sites.Add(new Site(u, v, east, north));
                }
            }
        }

        return sites;
    }

    /// <summary>A place in the lattice on the map.</summary>
    public static MapPoint PointOf(int u, int v) => new(MiddleEast + Metres(u, u, v), MiddleNorth + Metres(v, u, v));

    /// <summary>350 metres between neighbours in the middle, about 1.5 km at the edge.</summary>
    private static int Metres(long coordinate, long u, long v) =>
        (int)(coordinate * (350_000 + 6 * (u * u + v * v) / 1000) / 1_000_000);
}
