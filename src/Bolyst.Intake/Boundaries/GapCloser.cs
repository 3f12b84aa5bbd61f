using Bolyst.Store.Model;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace Bolyst.Intake.Boundaries;

/// <summary>
/// Closes the slivers that stay open inside a zone where the outlines of its members were simplified one by one. Enclosed space
/// is a sliver when it is narrower than told, lies in no member's own hole (that is water the member leaves out), and no other area fills it
/// (that is an enclave).
/// </summary>
internal sealed class GapCloser
{
    /// <summary>A hole counts as filled by other areas when they cover more than this share of it.</summary>
    private const double FilledShare = 0.5;

    private readonly double narrowerThan;
    private readonly STRtree<ZoneRow> areas = new();

    /// <param name="narrowerThan">In metres.</param>
    /// <param name="areas">All finer areas, those of other zones too.</param>
    public GapCloser(double narrowerThan, IReadOnlyList<ZoneRow> areas)
    {
        this.narrowerThan = narrowerThan;
        foreach (var area in areas.Where(area => area.Outline is not null))
        {
            this.areas.Insert(area.Outline!.EnvelopeInternal, area);
        }

        this.areas.Build();
    }

    /// <summary>The joined outline with its slivers closed; each one is reported.</summary>
    public Geometry Close(string code, IReadOnlyList<ZoneRow> members, Geometry joined, BoundaryReport report)
    {
        var slivers = StoredGeometry.Enclosed(joined)
            .Where(hole => Width(hole) < narrowerThan && !IsMembersOwn(hole, members) && !IsFilled(hole))
            .ToArray();
        if (slivers.Length == 0)
        {
            return joined;
        }

        var area = slivers.Sum(sliver => sliver.Area);
        report.Add(new BoundaryFinding(
            FindingKind.GapClosed,
            FindingSeverity.Note,
            FormattableString.Invariant($"{code}: {slivers.Length} gaps between its members, narrower than {narrowerThan} m, were closed: {area:0.###} m² in all."))
        {
            Codes = [code],
            Area = area,
        });
        return OutlineUnion.Of([joined, .. slivers]);
    }

    /// <summary>The width of a long, narrow shape: a strip of length l and width w has area lw and perimeter about 2l.</summary>
    private static double Width(Polygon polygon) => 2 * polygon.Area / polygon.Length;

    private static bool IsMembersOwn(Polygon hole, IReadOnlyList<ZoneRow> members)
    {
        var inside = hole.InteriorPoint;
        return members.Any(member => member.Outline is { } outline && outline.EnvelopeInternal.Covers(inside.EnvelopeInternal)
            && StoredGeometry.EachPolygon(outline).SelectMany(polygon => polygon.Holes).Any(own => StoredGeometry.Factory.CreatePolygon(own).Contains(inside)));
    }

    private bool IsFilled(Polygon hole) =>
        areas.Query(hole.EnvelopeInternal).Sum(area => StoredGeometry.OverlapArea(area.Outline!, hole)) > hole.Area * FilledShare;
}
