using Bolyst.Store.Model;
using NetTopologySuite.Index.Strtree;

namespace Bolyst.Intake.Boundaries;

/// <summary>One row of a table of parents.</summary>
/// <param name="Code">The zone's code.</param>
/// <param name="Parent">Its parent's code.</param>
/// <param name="Line">Line in the table, from 1.</param>
public sealed record ParentRow(string Code, string Parent, int Line);

/// <summary>Finds the coarser zone that each zone lies in.</summary>
public static class ParentResolver
{
    /// <summary>Less than this share of a zone's area in one parent is no majority.</summary>
    private const double Majority = 0.5;

    /// <summary>Finds the parents by the rule of the description; zones without one are reported.</summary>
    /// <param name="description">The rule.</param>
    /// <param name="zoneSet">Key of the zones' own set.</param>
    /// <param name="zones">The zones.</param>
    /// <param name="parents">The coarser zones; their outlines are needed for spatialMajority only.</param>
    /// <param name="table">The rows of the description's table; empty for the other rules.</param>
    /// <param name="report">Takes the findings.</param>
    /// <param name="ct">Stops the work.</param>
    /// <returns>A link for each zone that has a parent.</returns>
    public static IReadOnlyList<ZoneLink> Resolve(
        ParentDescription description,
        string zoneSet,
        IReadOnlyList<ZoneRow> zones,
        IReadOnlyList<ZoneRow> parents,
        IReadOnlyList<ParentRow> table,
        BoundaryReport report,
        CancellationToken ct)
    {
        var known = parents.Select(parent => parent.Code).ToHashSet(StringComparer.Ordinal);
        Func<ZoneRow, string?> rule = description switch
        {
            { Prefix: { } length } => zone => zone.Code.Length >= length ? zone.Code[..length] : null,
            { SpatialMajority: true } => ByArea(parents),
            _ => ByTable(description, table, report),
        };
        var links = new List<ZoneLink>();
        var without = new List<string>();
        foreach (var zone in zones)
        {
            ct.ThrowIfCancellationRequested();
            if (rule(zone) is { } parent && known.Contains(parent))
            {
                links.Add(new ZoneLink(ZoneLinkKind.Parent, zoneSet, zone.Code, description.ZoneSet, parent));
            }
            else
            {
                without.Add(zone.Code);
            }
        }

        if (without.Count > 0)
        {
            report.Add(new BoundaryFinding(
                FindingKind.NoParent,
                FindingSeverity.Warning,
                $"{without.Count} of {zones.Count} zones have no parent in {description.ZoneSet}: {string.Join(", ", without.Take(10))}{(without.Count > 10 ? ", …" : "")}.")
            {
                Codes = without,
            });
        }

        return links;
    }

    private static Func<ZoneRow, string?> ByTable(ParentDescription description, IReadOnlyList<ParentRow> table, BoundaryReport report)
    {
        var byCode = table.GroupBy(row => row.Code, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
        foreach (var (code, rows) in byCode.Where(entry => entry.Value.Select(row => row.Parent).Distinct(StringComparer.Ordinal).Count() > 1))
        {
            var file = description.Table!.File.Name;
            report.Add(new BoundaryFinding(
                FindingKind.TwoParents,
                FindingSeverity.Fault,
                $"{file}: {code} has several parents: {string.Join(", ", rows.Select(row => FormattableString.Invariant($"{row.Parent} (line {row.Line})")))}. Keep one.")
            {
                Codes = [code],
                File = file,
                Features = [.. rows.Select(row => row.Line)],
            });
        }

        return zone => byCode.TryGetValue(zone.Code, out var rows) ? rows[0].Parent : null;
    }

    private static Func<ZoneRow, string?> ByArea(IReadOnlyList<ZoneRow> parents)
    {
        var index = new STRtree<ZoneRow>();
        foreach (var parent in parents.Where(parent => parent.Outline is not null))
        {
            index.Insert(parent.Outline!.EnvelopeInternal, parent);
        }

        index.Build();
        return zone => zone.Outline is not { } outline
            ? null
            : index.Query(outline.EnvelopeInternal)
                .Select(parent => (parent.Code, Share: StoredGeometry.OverlapArea(outline, parent.Outline!) / outline.Area))
                .Where(candidate => candidate.Share >= Majority)
                .OrderByDescending(candidate => candidate.Share)
                .ThenBy(candidate => candidate.Code, StringComparer.Ordinal)
                .Select(candidate => candidate.Code)
                .FirstOrDefault();
    }
}
