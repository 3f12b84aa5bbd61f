using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace Bolyst.Store.Coverage;

/// <summary>Finds borders that two zones should share and do not: edges of one zone alone that run beside an edge of another.</summary>
internal static class LooseBorders
{
    /// <summary>True when somewhere an edge that only one zone has lies nearer than a tolerance to an edge that only another zone has.</summary>
    /// <param name="zones">One outline a zone, in metres.</param>
    /// <param name="tolerance">In metres.</param>
    public static bool Any(IReadOnlyList<MultiPolygon> zones, double tolerance)
    {
        var edges = UnsharedEdges(zones);
        var index = new STRtree<(LineSegment Edge, int Zone)>();
        foreach (var edge in edges)
        {
            index.Insert(new Envelope(edge.Edge.P0, edge.Edge.P1), edge);
        }

        foreach (var (edge, zone) in edges)
        {
            var near = new Envelope(edge.P0, edge.P1);
            near.ExpandBy(tolerance);
            // Edges that only meet at a shared vertex (on a coast) are neighbours, not rivals.
            if (index.Query(near).Any(other => other.Zone != zone && !Meet(edge, other.Edge) && edge.Distance(other.Edge) < tolerance))
                return true;
        }

        return false;
    }

    private static bool Meet(LineSegment a, LineSegment b) =>
        a.P0.Equals2D(b.P0) || a.P0.Equals2D(b.P1) || a.P1.Equals2D(b.P0) || a.P1.Equals2D(b.P1);

    private static List<(LineSegment Edge, int Zone)> UnsharedEdges(IReadOnlyList<MultiPolygon> zones)
    {
        var seen = new Dictionary<LineSegment, int>();
        var shared = new HashSet<LineSegment>();
        for (var zone = 0; zone < zones.Count; zone++)
        {
            foreach (var edge in Rings(zones[zone]).SelectMany(Edges))
            {
                if (!seen.TryAdd(edge, zone))
                    shared.Add(edge);
            }
        }

        return [.. seen.Where(edge => !shared.Contains(edge.Key)).Select(edge => (edge.Key, edge.Value))];
    }

    internal static IEnumerable<LineString> Rings(MultiPolygon zone) =>
        zone.Geometries.Cast<Polygon>().SelectMany(polygon => polygon.InteriorRings.Prepend(polygon.ExteriorRing));

    private static IEnumerable<LineSegment> Edges(LineString ring)
    {
        var points = ring.Coordinates;
        for (var i = 1; i < points.Length; i++)
        {
            var edge = new LineSegment(points[i - 1], points[i]);
            edge.Normalize();
            yield return edge;
        }
    }
}
