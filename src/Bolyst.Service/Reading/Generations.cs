using Bolyst.Store.Model;
using NetTopologySuite.Geometries;

namespace Bolyst.Service.Reading;

/// <summary>Which zone sets are generations of one division: the same level and much the same ground, one after the other.</summary>
internal static class Generations
{
    /// <summary>Share of what two rectangles cover together that both must cover.</summary>
    private const double Shared = 0.5;

    /// <summary>By key of a zone set, the key of the one before it.</summary>
    /// <param name="sets">The zone sets.</param>
    /// <param name="boxOf">West, south, east and north edge of a set's outlines; null without any. Asked only of sets that may follow each other.</param>
    public static async Task<IReadOnlyDictionary<string, string>> FindAsync(IReadOnlyList<ZoneSetInfo> sets, Func<string, Task<double[]?>> boxOf)
    {
        var boxes = new Dictionary<string, Envelope?>(StringComparer.Ordinal);
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var set in sets)
        {
            var earlier = sets
                .Where(other => string.Equals(other.Level, set.Level, StringComparison.Ordinal) && other.ValidTo < set.ValidFrom)
                .OrderByDescending(other => other.ValidFrom)
                .ThenBy(other => other.Key, StringComparer.Ordinal);
            foreach (var other in earlier)
            {
                if (!AreAlike(await BoxAsync(set.Key), await BoxAsync(other.Key)))
                    continue;
                found[set.Key] = other.Key;
                break;
            }
        }

        return found;

        async Task<Envelope?> BoxAsync(string key) =>
            boxes.TryGetValue(key, out var known) ? known : boxes[key] = await boxOf(key) is [var west, var south, var east, var north] ? new(west, east, south, north) : null;
    }

    private static bool AreAlike(Envelope? one, Envelope? other)
    {
        if (one is null || other is null)
            return false;
        var both = one.Intersection(other).Area;
        return both >= Shared * (one.Area + other.Area - both);
    }
}
