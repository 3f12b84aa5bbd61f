namespace Bolyst.Cli.Demo.Kommune;

/// <summary>Divides a part of the ground into connected zones of about as many residents each.</summary>
internal static class ZoneGrowing
{
    /// <summary>Grows zones from seeds far apart: the least populous zone takes the free neighbour nearest to its seed, until nothing is free.</summary>
    public static List<List<int>> Divide(Ground ground, IReadOnlyList<int> cells, int zoneCount, Func<int, int> residents)
    {
        var seeds = SeedsFarApart(ground, cells, zoneCount);
        var zones = seeds.Select(seed => new List<int> { seed }).ToList();
        var free = cells.Except(seeds).ToHashSet();
        while (free.Count > 0)
        {
            var growing = Enumerable.Range(0, zoneCount)
                .Select(zone => (Zone: zone, Next: FreeNeighbours(zone)))
                .Where(choice => choice.Next.Count > 0)
                .OrderBy(choice => zones[choice.Zone].Sum(residents))
                .ThenBy(choice => choice.Zone)
                .FirstOrDefault();
            if (growing.Next is null)
            {
                break;
            }

            Take(growing.Zone, growing.Next.MinBy(cell => Distance(cell, seeds[growing.Zone])));
        }

        // Water on all sides: to the zone whose seed is nearest, which then is in several parts.
        foreach (var island in free.Order().ToList())
        {
            Take(Enumerable.Range(0, zoneCount).MinBy(zone => Distance(island, seeds[zone])), island);
        }

        return zones;

        List<int> FreeNeighbours(int zone) => zones[zone].SelectMany(cell => ground.Neighbours[cell]).Where(free.Contains).Distinct().Order().ToList();

        long Distance(int one, int other) => ground.Cells[one].Site.SquaredDistanceTo(ground.Cells[other].Site);

        void Take(int zone, int cell)
        {
            zones[zone].Add(cell);
            free.Remove(cell);
        }
    }

    private static List<int> SeedsFarApart(Ground ground, IReadOnlyList<int> cells, int count)
    {
        var seeds = new List<int> { cells[0] };
        while (seeds.Count < count)
        {
            seeds.Add(cells.Where(cell => ground.Neighbours[cell].Count > 0).MaxBy(cell =>
                seeds.Min(seed => ground.Cells[seed].Site.SquaredDistanceTo(ground.Cells[cell].Site))));
        }

        return seeds;
    }
}
