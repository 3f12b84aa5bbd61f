namespace Bolyst.Cli.Demo.Landscape;

/// <summary>
/// Roughens a straight border by moving midpoints. The same two ends always give the same line, whichever cell asks,
/// and the line stays inside the two triangles between the border and its sites: neighbours never tear or cross.
/// </summary>
internal static class JaggedBorder
{
    private const long ShortestSquared = 90L * 90;

    // Thousandths of the length. Together they lean at most 0.4 out from the border, less than a Voronoi cell's corner opens here.
    private static readonly int[] LeewayByDepth = [100, 60, 40];

    /// <summary>The line from the lesser to the greater end, both included.</summary>
    public static List<MapPoint> Draw(MapPoint lesser, MapPoint greater, ulong seed)
    {
        var random = SplitMix64.For(seed, (int)Purpose.Border, lesser.East, lesser.North, greater.East, greater.North);
        var line = new List<MapPoint> { lesser };
        Divide(lesser, greater, depth: 0, ref random, line);
        return line;
    }

    private static void Divide(MapPoint from, MapPoint to, int depth, ref SplitMix64 random, List<MapPoint> line)
    {
        long east = to.East - from.East;
        long north = to.North - from.North;
        if (depth == LeewayByDepth.Length || east * east + north * north < ShortestSquared)
        {
            line.Add(to);
            return;
        }

        var lean = random.Between(-LeewayByDepth[depth], LeewayByDepth[depth]);
        var middle = new MapPoint(
            (int)(from.East + east / 2 - north * lean / 1000),
            (int)(from.North + north / 2 + east * lean / 1000));
        Divide(from, middle, depth + 1, ref random, line);
        Divide(middle, to, depth + 1, ref random, line);
    }
}
