using Bolyst.Cli.Demo.Landscape;

namespace Bolyst.Cli.Demo.Kommune;

/// <summary>
/// Water as a map sheet draws it: the fjord and the lake that <see cref="Coast"/> knows, with shores of their own, so that grunnkretser reach out over
/// them here and there; and a tarn without a name inside a grunnkrets.
/// </summary>
internal static class Water
{
    private const int Mouth = -6000;
    private const int Step = 600;

    // A circle's directions in thousandths: no sine or cosine, whose last bit may differ between machines.
    private static readonly (int U, int V)[] Directions =
        [(0, 1000), (500, 866), (866, 500), (1000, 0), (866, -500), (500, -866), (0, -1000), (-500, -866), (-866, -500), (-1000, 0), (-866, 500), (-500, 866)];

    public static IEnumerable<(string? Name, IReadOnlyList<MapPoint> Shore)> Draw(ulong seed)
    {
        var random = SplitMix64.For(seed, (int)Purpose.Water);
        yield return ("Elvsundfjorden", Fjord(random));
        yield return ("Storvatnet", Round(random, 3900, 3300, 1750));
        yield return (null, Round(random, 1200, -7200, 500));
    }

    /// <summary>From the mouth along the northern shore to the head of the fjord, and back along the southern one.</summary>
    private static List<MapPoint> Fjord(SplitMix64 random)
    {
        var along = Enumerable.Range(0, -Mouth / Step).Select(step => Mouth + (step * Step)).ToList();
        var shore = along.Select(u => Lattice.PointOf(u, (u / 5) + HalfWidth(u))).ToList();
        shore.Add(Lattice.PointOf(-100, 0));
        shore.AddRange(along.AsEnumerable().Reverse().Select(u => Lattice.PointOf(u, (u / 5) - HalfWidth(u))));
        return [.. shore, shore[0]];

        int HalfWidth(int u) => 600 - (u / 9) + random.Between(250, 750);
    }

    private static List<MapPoint> Round(SplitMix64 random, int u, int v, int radius)
    {
        var shore = Directions.Select(direction =>
        {
            var reach = radius * random.Between(850, 1100) / 1000;
            return Lattice.PointOf(u + (direction.U * reach / 1000), v + (direction.V * reach / 1000));
        }).ToList();
        return [.. shore, shore[0]];
    }
}
