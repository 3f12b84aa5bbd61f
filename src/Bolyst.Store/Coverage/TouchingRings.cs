using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Polygonize;

namespace Bolyst.Store.Coverage;

/// <summary>
/// Makes valid polygons of rings that rounding has laid along themselves or each other: a strait that closed, a spit without width, an
/// isthmus of one vertex. Edges that a zone has on both sides go; every other vertex stays, for the neighbour has it too.
/// </summary>
internal static class TouchingRings
{
    /// <summary>True where a vertex is met twice.</summary>
    /// <param name="parts">For each polygon its rings, closed.</param>
    public static bool Any(GridPoint[][][] parts)
    {
        var rings = parts.SelectMany(part => part).ToArray();
        var met = new HashSet<GridPoint>(rings.Sum(ring => ring.Length));
        return rings.Any(ring => ring.Skip(1).Any(vertex => !met.Add(vertex)));
    }

    /// <summary>The ground that the rings enclose.</summary>
    /// <param name="parts">Polygons whose edges meet at vertices only, shells to the left of their ground and holes too.</param>
    /// <returns>Polygons that are valid, none where no ground is left.</returns>
    public static Polygon[] Rebuild(IEnumerable<Polygon> parts)
    {
        var walked = new HashSet<(Coordinate From, Coordinate To)>();
        foreach (var vertices in Rings(parts).Select(ring => ring.Coordinates))
        {
            for (var i = 1; i < vertices.Length; i++)
            {
                if (!walked.Remove((vertices[i], vertices[i - 1])))
                    walked.Add((vertices[i - 1], vertices[i]));
            }
        }

        var faces = new Polygonizer();
        faces.Add([.. walked.Select(edge => (Geometry)new LineString([edge.From.Copy(), edge.To.Copy()]))]);
        // Of the faces that the edges bound, a hole is walked the other way round.
        return [.. faces.GetPolygons().Cast<Polygon>().Where(face => face.ExteriorRing.Coordinates is var shell && walked.Contains(face.Shell.IsCCW ? (shell[0], shell[1]) : (shell[1], shell[0])))];
    }

    private static IEnumerable<LineString> Rings(IEnumerable<Polygon> parts) => parts.SelectMany(part => part.InteriorRings.Prepend(part.ExteriorRing));
}
