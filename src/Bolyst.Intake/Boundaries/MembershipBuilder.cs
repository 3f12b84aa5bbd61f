using Bolyst.Store.Model;
using NetTopologySuite.Geometries;

namespace Bolyst.Intake.Boundaries;

/// <summary>One row of a membership table.</summary>
/// <param name="Zone">Code of the zone.</param>
/// <param name="ZoneName">Its name; null where the table has none.</param>
/// <param name="Member">Code of the finer area that belongs to it.</param>
/// <param name="Line">Line in the table, from 1.</param>
public sealed record MembershipRow(string Zone, string? ZoneName, string Member, int Line);

/// <summary>Builds zones by joining the finer areas that a table says they are made of.</summary>
public static class MembershipBuilder
{
    /// <summary>Joins the members of each zone. What does not fit is reported with its codes.</summary>
    /// <param name="description">The table and its rules.</param>
    /// <param name="rows">The table's rows that count.</param>
    /// <param name="members">The finer areas.</param>
    /// <param name="report">Takes the findings. Where it has faults afterwards, the zones are not whole and the delivery is to be refused.</param>
    /// <param name="ct">Stops between two zones.</param>
    /// <returns>The zones in the order of their codes; each says how many finer areas it was made of.</returns>
    public static IReadOnlyList<ZoneRow> Build(
        MembershipDescription description, IReadOnlyList<MembershipRow> rows, IReadOnlyList<ZoneRow> members, BoundaryReport report, CancellationToken ct)
    {
        var table = MembershipTable.Check(description, rows, members, report);
        var closer = new GapCloser(description.CloseGapsNarrowerThan, members);
        var zones = new List<ZoneRow>();
        foreach (var (code, name, parts) in table)
        {
            ct.ThrowIfCancellationRequested();
            zones.Add(new ZoneRow(code, name, Join(code, parts, closer, report), parts.Count));
        }

        report.Zones = zones.Count;
        return zones;
    }

    /// <summary>The links from each member to its zone, to be stored.</summary>
    public static IReadOnlyList<ZoneLink> Links(MembershipDescription description, IReadOnlyList<MembershipRow> rows, IReadOnlyList<ZoneRow> members, string zoneSet)
    {
        var known = members.Select(member => member.Code).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. rows.Where(row => known.Contains(row.Member))
                .DistinctBy(row => (row.Member, row.Zone))
                .Select(row => new ZoneLink(ZoneLinkKind.PartOf, description.Of, row.Member, zoneSet, row.Zone)),
        ];
    }

    private static Geometry? Join(string code, IReadOnlyList<ZoneRow> parts, GapCloser closer, BoundaryReport report)
    {
        var outlines = parts.Select(part => part.Outline).OfType<Geometry>().ToArray();
        if (outlines.Length < parts.Count)
        {
            var without = parts.Where(part => part.Outline is null).Select(part => part.Code).ToArray();
            report.Add(new BoundaryFinding(FindingKind.NoArea, FindingSeverity.Warning, $"{code} lacks the area of {without.Length} members without outline: {string.Join(", ", without)}.")
            {
                Codes = [code, .. without],
            });
        }

        if (outlines.Length == 0)
        {
            return null;
        }

        var joined = OutlineUnion.Of(outlines);
        var overlap = outlines.Sum(outline => outline.Area) - joined.Area;
        if (overlap > Math.Max(1, joined.Area * 1e-9))
        {
            report.Add(new BoundaryFinding(
                FindingKind.AreaDiffers,
                FindingSeverity.Warning,
                FormattableString.Invariant($"The members of {code} overlap each other: its area is {overlap:0.#} m² less than their sum of {joined.Area + overlap:0}."))
            {
                Codes = [code],
                Area = overlap,
            });
        }

        return closer.Close(code, parts, joined, report);
    }
}
