using Bolyst.Store.Model;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace Bolyst.Intake.Boundaries;

/// <summary>From which size on the topology of a zone set is worth a word.</summary>
public sealed record TopologyLimits
{
    /// <summary>Overlaps of less area, in square metres, are rounding. Default 1.</summary>
    public double SmallestOverlap { get; init; } = 1;

    /// <summary>Gaps of less area, in square metres, are rounding. Default 1.</summary>
    public double SmallestGap { get; init; } = 1;

    /// <summary>A part of a multi-part zone with less area, in square metres, is likely left over from a cut. Default 100.</summary>
    public double TinyPart { get; init; } = 100;
}

/// <summary>Reports how the outlines of a zone set lie to each other: pairs that overlap, gaps that no zone covers, zones of several parts, tiny parts.</summary>
public static class TopologyInspector
{
    /// <summary>Looks at all zones. Nothing is changed.</summary>
    /// <param name="zones">The zones of one set, outlines valid.</param>
    /// <param name="isPartition">True: overlaps and gaps are warnings; false: notes, for the zones may overlap and leave land out.</param>
    /// <param name="limits">What is too small to mention.</param>
    /// <param name="report">Takes the findings, the largest first within their kind.</param>
    /// <param name="ct">Stops the work.</param>
    public static void Inspect(IReadOnlyList<ZoneRow> zones, bool isPartition, TopologyLimits limits, BoundaryReport report, CancellationToken ct)
    {
        var severity = isPartition ? FindingSeverity.Warning : FindingSeverity.Note;
        var mapped = zones.Where(zone => zone.Outline is not null).ToArray();
        if (mapped.Length == 0)
        {
            return;
        }

        var index = Index(mapped);
        foreach (var (first, second, area) in Overlaps(mapped, index, limits, ct).OrderByDescending(pair => pair.Area))
        {
            report.Add(new BoundaryFinding(FindingKind.Overlap, severity, FormattableString.Invariant($"{first.Code} and {second.Code} overlap by {area:0.#} m².")) { Codes = [first.Code, second.Code], Area = area });
        }

        foreach (var gap in Gaps(mapped, limits, ct).OrderByDescending(gap => gap.Area))
        {
            var around = Around(gap, mapped, index);
            report.Add(new BoundaryFinding(FindingKind.Gap, severity, FormattableString.Invariant($"No zone covers {gap.Area:0.#} m² {(around.Length == 1 ? "inside" : "between")} {string.Join(", ", around)}.")) { Codes = around, Area = gap.Area });
        }

        Parts(mapped, limits, report);
    }

    private static STRtree<int> Index(ZoneRow[] zones)
    {
        var index = new STRtree<int>();
        for (var i = 0; i < zones.Length; i++)
        {
            index.Insert(zones[i].Outline!.EnvelopeInternal, i);
        }

        index.Build();
        return index;
    }

    private static IReadOnlyList<(ZoneRow First, ZoneRow Second, double Area)> Overlaps(ZoneRow[] zones, STRtree<int> index, TopologyLimits limits, CancellationToken ct) =>
    [
        .. Enumerable.Range(0, zones.Length).AsParallel().AsOrdered().WithCancellation(ct).SelectMany(i =>
        {
            var outline = zones[i].Outline!;
            return index.Query(outline.EnvelopeInternal)
                .Where(j => j > i)
                .Order()
                .Select(j => (First: zones[i], Second: zones[j], Area: StoredGeometry.OverlapArea(outline, zones[j].Outline!)))
                .Where(pair => pair.Area >= limits.SmallestOverlap);
        }),
    ];

    /// <summary>A gap is what the outline of all zones together encloses; what lies at the outer border is the outside.</summary>
    private static IReadOnlyList<Polygon> Gaps(ZoneRow[] zones, TopologyLimits limits, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        return
        [
            .. StoredGeometry.Enclosed(OutlineUnion.Of([.. zones.Select(zone => zone.Outline!)]))
                .Where(gap => gap.Area >= limits.SmallestGap),
        ];
    }

    private static string[] Around(Polygon gap, ZoneRow[] zones, STRtree<int> index) =>
        [.. index.Query(gap.EnvelopeInternal).Order().Where(i => zones[i].Outline!.Intersects(gap)).Select(i => zones[i].Code)];

    private static void Parts(ZoneRow[] zones, TopologyLimits limits, BoundaryReport report)
    {
        foreach (var zone in zones.Where(zone => zone.Outline!.NumGeometries > 1))
        {
            var parts = StoredGeometry.EachPolygon(zone.Outline!).ToArray();
            report.Add(new BoundaryFinding(FindingKind.Multipart, FindingSeverity.Note, FormattableString.Invariant($"{zone.Code} lies in {parts.Length} parts.")) { Codes = [zone.Code] });
            var tiny = parts.Where(part => part.Area < limits.TinyPart).ToArray();
            if (tiny.Length > 0)
            {
                var area = tiny.Sum(part => part.Area);
                report.Add(new BoundaryFinding(
                    FindingKind.TinyPart,
                    FindingSeverity.Warning,
                    FormattableString.Invariant($"{zone.Code} has {tiny.Length} parts of less than {limits.TinyPart:0.#} m², {area:0.#} m² in all: islets, or left over from a cut."))
                {
                    Codes = [zone.Code],
                    Area = area,
                });
            }
        }
    }
}
