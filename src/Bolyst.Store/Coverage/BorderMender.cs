using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;
using NetTopologySuite.Operation.OverlayNG;
using NetTopologySuite.Operation.Polygonize;

namespace Bolyst.Store.Coverage;

/// <summary>
/// Makes a coverage of outlines whose borders were simplified one by one, so that they cross and gape by slivers: all borders are
/// cut at their crossings, every face so made goes to one zone. For drawing only: areas and look-ups use the outlines as delivered.
/// </summary>
internal static class BorderMender
{
    // Crossings are laid on a grid of a centimetre.
    private const double StepsPerMetre = 100;

    /// <summary>Gives each overlap to the first zone that holds it and each gap narrower than the tolerance to the neighbour with the longest border.</summary>
    /// <param name="zones">One outline a zone, in metres; the order decides overlaps.</param>
    /// <param name="tolerance">Widest gap that is closed, in metres.</param>
    /// <returns>One outline a zone, in the same order, and what was moved.</returns>
    public static (MultiPolygon[] Zones, Mending Done) Mend(IReadOnlyList<MultiPolygon> zones, double tolerance)
    {
        var faces = Faces(zones);
        var owners = Owners(zones);
        var given = new List<Polygon>[zones.Count];
        for (var zone = 0; zone < given.Length; zone++)
        {
            given[zone] = [];
        }

        var gaps = new List<Polygon>();
        var (overlaps, moved, widest) = (0, 0.0, 0.0);
        foreach (var face in faces)
        {
            var holders = owners(face.InteriorPoint.Coordinate);
            if (holders.Count == 0)
            {
                gaps.Add(face);
                continue;
            }

            given[holders[0]].Add(face);
            if (holders.Count > 1)
                (overlaps, moved, widest) = (overlaps + 1, moved + face.Area, Math.Max(widest, Width(face)));
        }

        var closed = CloseGaps(gaps.Where(gap => Width(gap) < tolerance), given);
        var mended = given.Select((parts, zone) => parts.Count == 0 ? zones[zone] : Dissolve(parts, zones[zone].Factory)).ToArray();
        return (mended, new Mending(
            overlaps,
            closed.Count,
            moved + closed.Sum(gap => gap.Area),
            Math.Max(widest, closed.Count == 0 ? 0 : closed.Max(Width))));
    }

    private static List<Polygon> Faces(IReadOnlyList<MultiPolygon> zones)
    {
        Geometry borders = zones[0].Factory.CreateMultiLineString([.. zones.SelectMany(LooseBorders.Rings).Select(ring => ring.Factory.CreateLineString(ring.Coordinates))]);
        var polygonizer = new Polygonizer();
        polygonizer.Add(UnaryUnionNG.Union(borders, new PrecisionModel(StepsPerMetre)));
        return [.. polygonizer.GetPolygons().Cast<Polygon>()];
    }

    private static Func<Coordinate, List<int>> Owners(IReadOnlyList<MultiPolygon> zones)
    {
        var index = new STRtree<(int Zone, IndexedPointInAreaLocator Locator)>();
        for (var zone = 0; zone < zones.Count; zone++)
        {
            index.Insert(zones[zone].EnvelopeInternal, (zone, new IndexedPointInAreaLocator(zones[zone])));
        }

        return point =>
        {
            var holders = index.Query(new Envelope(point))
                .Where(candidate => candidate.Locator.Locate(point) == Location.Interior)
                .Select(candidate => candidate.Zone)
                .ToList();
            holders.Sort();
            return holders;
        };
    }

    private static List<Polygon> CloseGaps(IEnumerable<Polygon> gaps, List<Polygon>[] given)
    {
        var index = new STRtree<(int Zone, Polygon Face)>();
        for (var zone = 0; zone < given.Length; zone++)
        {
            foreach (var face in given[zone])
            {
                index.Insert(face.EnvelopeInternal, (zone, face));
            }
        }

        var closed = new List<Polygon>();
        foreach (var gap in gaps)
        {
            var longest = index.Query(gap.EnvelopeInternal)
                .GroupBy(neighbour => neighbour.Zone)
                .Select(group => (Zone: group.Key, Length: group.Sum(neighbour => SharedLength(gap, neighbour.Face))))
                .Where(neighbour => neighbour.Length > 0)
                .OrderByDescending(neighbour => neighbour.Length)
                .ThenBy(neighbour => neighbour.Zone)
                .Select(neighbour => (int?)neighbour.Zone)
                .FirstOrDefault();
            if (longest is not { } zone)
                continue;
            given[zone].Add(gap);
            closed.Add(gap);
        }

        return closed;
    }

    private static double SharedLength(Polygon gap, Polygon face) => gap.Boundary.Intersection(face.Boundary).Length;

    /// <summary>A long sliver's width: twice its area over its perimeter.</summary>
    private static double Width(Polygon face) => 2 * face.Area / face.Length;

    private static MultiPolygon Dissolve(List<Polygon> faces, GeometryFactory factory) =>
        CoverageUnion.Union(factory.CreateGeometryCollection([.. faces])) switch
        {
            MultiPolygon several => several,
            var one => factory.CreateMultiPolygon([(Polygon)one]),
        };
}
