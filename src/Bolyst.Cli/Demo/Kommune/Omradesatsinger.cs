using Bolyst.Cli.Demo.Landscape;

namespace Bolyst.Cli.Demo.Kommune;

/// <summary>Draws boundaries as programmes do: around a place, not along zones.</summary>
internal static class Omradesatsinger
{
    // A circle's directions in thousandths, clockwise from north: no sine or cosine, whose last bit may differ between machines.
    private static readonly (int East, int North)[] Directions =
    [
        (0, 1000), (500, 866), (866, 500), (1000, 0), (866, -500), (500, -866),
        (0, -1000), (-500, -866), (-866, -500), (-1000, 0), (-866, 500), (-500, 866),
    ];

    /// <summary>A rough circle about a site, wide enough for about as many cells as asked.</summary>
    public static DemoOmradesatsing Draw(DemoKommune kommune, ulong seed, string key, string name, Site middle, int cellCount)
    {
        var sites = kommune.Ground.Cells.Select(cell => cell.Site).ToList();
        var squaredRadius = sites.Select(middle.SquaredDistanceTo).Order().ElementAt(cellCount);
        var radius = (int)Math.Sqrt(squaredRadius);
        var random = SplitMix64.For(seed, (int)Purpose.Boundaries, middle.East, middle.North);
        var boundary = new List<MapPoint>();
        foreach (var (east, north) in Directions)
        {
            var reach = (long)radius * random.Between(940, 1120) / 1000;
            boundary.Add(new MapPoint(middle.East + (int)(east * reach / 1000), middle.North + (int)(north * reach / 1000)));
        }

        boundary.Add(boundary[0]);
        var inside = Enumerable.Range(0, sites.Count).Where(cell => Contains(boundary, sites[cell])).ToList();
        return new DemoOmradesatsing(key, name, boundary, inside);
    }

    /// <summary>Inside a clockwise star-shaped ring: the crossings of a ray to the east are odd in number.</summary>
    private static bool Contains(List<MapPoint> ring, Site site)
    {
        var inside = false;
        for (var corner = 1; corner < ring.Count; corner++)
        {
            var (from, to) = (ring[corner - 1], ring[corner]);
            if (from.North > site.North != to.North > site.North)
            {
                var cross = (long)(to.East - from.East) * (site.North - from.North) - (long)(site.East - from.East) * (to.North - from.North);
                if (cross > 0 == to.North > from.North)
                {
                    inside = !inside;
                }
            }
        }

        return inside;
    }
}
