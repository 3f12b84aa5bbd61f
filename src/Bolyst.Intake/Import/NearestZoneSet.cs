using Bolyst.Store.Model;

namespace Bolyst.Intake.Import;

/// <summary>Says where codes that match no zone would belong.</summary>
internal static class NearestZoneSet
{
    /// <summary>A sentence with the zone set that holds most of the codes, as they are or padded with zeros.</summary>
    public static string Hint(IReadOnlyList<string> codes, IReadOnlyList<ZoneSetCodes> zoneSets)
    {
        var best = zoneSets
            .SelectMany(z => Paddings(codes, z.Codes).Select(pad => (ZoneSet: z.Key, Pad: pad, Matches: codes.Count(c => z.Codes.Contains(c.PadLeft(pad, '0'))))))
            .OrderByDescending(m => m.Matches).ThenBy(m => m.Pad).ThenBy(m => m.ZoneSet, StringComparer.Ordinal)
            .FirstOrDefault();
        if (best.Matches == 0)
        {
            return zoneSets.Count == 0 ? "No zone set is loaded." : $"No zone set has any of them; there is {string.Join(", ", zoneSets.Select(z => $"'{z.Key}' with codes such as {z.Codes.Order(StringComparer.Ordinal).FirstOrDefault()}"))}.";
        }

        var padding = best.Pad == 0 ? "" : FormattableString.Invariant($", with pad: {best.Pad}");
        return FormattableString.Invariant($"The nearest is '{best.ZoneSet}'{padding}: it has {best.Matches} of the {codes.Count} codes looked at.");
    }

    // As they are, and padded to the zone set's own length where that is longer.
    private static IEnumerable<int> Paddings(IReadOnlyList<string> codes, IReadOnlySet<string> zones)
    {
        var length = zones.Count == 0 ? 0 : zones.Max(z => z.Length);
        return codes.Any(c => c.Length < length) ? [0, length] : [0];
    }
}
