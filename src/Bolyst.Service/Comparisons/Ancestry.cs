using Bolyst.Service.Reading;
using Bolyst.Store.Columns;
using Bolyst.Store.Model;

namespace Bolyst.Service.Comparisons;

/// <summary>What some zones were in the generation of zones before theirs.</summary>
/// <param name="Axis">The earlier zone set.</param>
/// <param name="Ordinals">The earlier zones that together are the later ones.</param>
/// <param name="Broken">Why the earlier zones are not quite the later ones; null when they are.</param>
internal sealed record Ancestry(ZoneAxis Axis, IReadOnlyList<int> Ordinals, string? Broken)
{
    /// <summary>
    /// Goes one generation back: to the latest earlier zone set of the same level from which a delivery names code changes to this one.
    /// A zone that no change names kept its code.
    /// </summary>
    /// <returns>Null when no earlier generation is known.</returns>
    public static async Task<Ancestry?> FindAsync(Dataset dataset, ZoneAxis axis, IReadOnlyList<int> zones, CancellationToken cancellation)
    {
        var own = dataset.ZoneSet(axis.ZoneSet);
        var earlier = dataset.ZoneSets
            .Where(set => string.Equals(set.Level, own.Level, StringComparison.Ordinal) && set.ValidFrom < own.ValidFrom)
            .OrderByDescending(set => set.ValidFrom)
            .ThenBy(set => set.Key, StringComparer.Ordinal);
        foreach (var set in earlier)
        {
            var changes = await dataset.Store.Catalogue.ListLinksAsync(ZoneLinkKind.Became, set.Key, own.Key, dataset.Version, cancellation);
            if (changes.Count > 0)
            {
                return Trace(await dataset.AxisAsync(set.Key, cancellation), axis, zones, changes);
            }
        }

        return null;
    }

    private static Ancestry Trace(ZoneAxis earlier, ZoneAxis axis, IReadOnlyList<int> zones, IReadOnlyList<ZoneLink> changes)
    {
        var into = changes.ToLookup(change => change.ToCode, StringComparer.Ordinal);
        var outOf = changes.ToLookup(change => change.FromCode, StringComparer.Ordinal);
        var ordinals = new SortedSet<int>();
        var codes = zones.Select(zone => axis.Codes[zone]).ToHashSet(StringComparer.Ordinal);
        string? broken = null;
        foreach (var code in codes)
        {
            IEnumerable<string> before = into.Contains(code) ? into[code].Select(change => change.FromCode) : outOf.Contains(code) ? [] : [code];
            var found = false;
            foreach (var old in before)
            {
                found = true;

                // An old zone that also became something outside these zones was more than they are.
                if (outOf[old].FirstOrDefault(change => !codes.Contains(change.ToCode)) is { } elsewhere)
                {
                    broken ??= $"zone {old} of {earlier.ZoneSet} became {elsewhere.ToCode} as well as {code}";
                }

                if (earlier.OrdinalOf(old) is var ordinal and >= 0)
                {
                    ordinals.Add(ordinal);
                }
                else
                {
                    broken ??= $"zone {old}, which became {code}, has no numbers in {earlier.ZoneSet}";
                }
            }

            if (!found || (broken is null && ordinals.Count == 0))
            {
                broken ??= $"zone {code} has no zone before it in {earlier.ZoneSet}";
            }
        }

        return new(earlier, [.. ordinals], broken);
    }
}
