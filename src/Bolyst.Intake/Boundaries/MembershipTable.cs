using Bolyst.Store.Model;

namespace Bolyst.Intake.Boundaries;

/// <summary>A zone to be built and the finer areas it is made of.</summary>
internal sealed record ZoneMembers(string Code, string Name, IReadOnlyList<ZoneRow> Members);

/// <summary>Looks over a membership table before anything is built of it.</summary>
internal static class MembershipTable
{
    /// <summary>Reports unknown members, members of two zones, areas that no zone takes, zones with several names.</summary>
    /// <returns>The zones that have members, in the order of their codes; a member of two zones goes to the first.</returns>
    public static IReadOnlyList<ZoneMembers> Check(
        MembershipDescription description, IReadOnlyList<MembershipRow> rows, IReadOnlyList<ZoneRow> members, BoundaryReport report)
    {
        if (rows.Count == 0)
        {
            Add(report, FindingKind.NothingLeft, FindingSeverity.Fault, description, "no row is left: look at where", [], []);
        }

        var known = members.ToDictionary(member => member.Code, StringComparer.Ordinal);
        CheckUnknown(description, [.. rows.Where(row => !known.ContainsKey(row.Member))], report);
        var byMember = rows.Where(row => known.ContainsKey(row.Member)).GroupBy(row => row.Member, StringComparer.Ordinal).ToArray();
        foreach (var group in byMember.Where(group => group.Select(row => row.Zone).Distinct(StringComparer.Ordinal).Count() > 1))
        {
            var zones = string.Join(" and ", group.Select(row => FormattableString.Invariant($"{row.Zone} (line {row.Line})")));
            Add(report, FindingKind.MemberInTwoZones, FindingSeverity.Fault, description, $"{group.Key} belongs to {zones}: a finer area can be part of one zone only", [group.Key], [.. group.Select(row => row.Line)]);
        }

        var unused = known.Keys.Except(byMember.Select(group => group.Key), StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        if (unused.Length > 0)
        {
            Add(report, FindingKind.UnusedPart, FindingSeverity.Warning, description, FormattableString.Invariant($"{unused.Length} of {known.Count} zones of {description.Of} are in none of the zones"), unused, []);
        }

        return
        [
            .. byMember.Select(group => group.First())
                .GroupBy(row => row.Zone, StringComparer.Ordinal)
                .OrderBy(zone => zone.Key, StringComparer.Ordinal)
                .Select(zone => new ZoneMembers(zone.Key, Name(zone.Key, [.. zone], description, report), [.. zone.Select(row => known[row.Member])])),
        ];
    }

    private static void CheckUnknown(MembershipDescription description, MembershipRow[] unknown, BoundaryReport report)
    {
        if (unknown.Length > 0)
        {
            var zones = unknown.Select(row => row.Zone).Distinct(StringComparer.Ordinal).Count();
            var advice = description.AllowUnknownMembers ? "" : ". Leave their rows out with where, or say allowUnknownMembers: true";
            Add(
                report,
                FindingKind.UnknownMember,
                description.AllowUnknownMembers ? FindingSeverity.Warning : FindingSeverity.Fault,
                description,
                FormattableString.Invariant($"{unknown.Length} members of {zones} zones are not in {description.Of}{advice}"),
                [.. unknown.Select(row => row.Member).Distinct(StringComparer.Ordinal)],
                [.. unknown.Select(row => row.Line)]);
        }
    }

    private static string Name(string code, MembershipRow[] rows, MembershipDescription description, BoundaryReport report)
    {
        var names = rows.Select(row => row.ZoneName).OfType<string>().Distinct(StringComparer.Ordinal).ToArray();
        if (names.Length > 1)
        {
            Add(report, FindingKind.NameConflict, FindingSeverity.Warning, description, $"{code} has several names: {string.Join(", ", names)}. The first one is kept", [code], [.. rows.Select(row => row.Line)]);
        }

        return names.Length > 0 ? names[0] : code;
    }

    private static void Add(
        BoundaryReport report, FindingKind kind, FindingSeverity severity, MembershipDescription description, string what, IReadOnlyList<string> codes, IReadOnlyList<int> lines)
    {
        var first = codes.Count is 0 or 1 ? "" : $" ({string.Join(", ", codes.Take(10))}{(codes.Count > 10 ? ", …" : "")})";
        report.Add(new BoundaryFinding(kind, severity, $"{description.File.Name}: {what}{first}.") { Codes = codes, File = description.File.Name, Features = lines });
    }
}
