using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Operation.OverlayNG;
using NetTopologySuite.Operation.Polygonize;
using NetTopologySuite.Operation.Valid;

namespace Bolyst.Intake.Boundaries;

/// <summary>What came of looking at an outline.</summary>
/// <param name="Outline">The outline to store: as it was, or repaired.</param>
/// <param name="Fault">What was wrong with it; null for a valid outline.</param>
/// <param name="AreaChange">Area after less area before, in square metres, where before is what its rings measure: outer less inner.</param>
/// <param name="Doubtful">Square metres that are inside by one reading of the broken outline and outside by the other.</param>
internal sealed record RepairedOutline(Geometry Outline, string? Fault, double AreaChange, double Doubtful);

/// <summary>
/// Repairs invalid outlines. There are two common readings of an outline that crosses itself: by structure (an outer ring adds, an inner ring
/// cuts; NTS GeometryFixer, PostGIS ST_MakeValid 'structure') and by lines (inside is what an odd number of crossings leads to; ST_MakeValid
/// 'linework'). Where they agree there is only one thing the outline can mean, and the repair is safe; where they differ nobody can know.
/// </summary>
internal static class OutlineRepair
{
    public static RepairedOutline Examine(Geometry outline)
    {
        var check = new IsValidOp(outline);
        if (check.IsValid)
        {
            return new RepairedOutline(outline, null, 0, 0);
        }

        var error = check.ValidationError;
        var repaired = StoredGeometry.Polygons(GeometryFixer.Fix(outline));
        var doubtful = OverlayNGRobust.Overlay(repaired, ByLines(outline), NetTopologySuite.Operation.Overlay.SpatialFunction.SymDifference).Area;
        var place = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{error.Message} at ({error.Coordinate?.X:0}, {error.Coordinate?.Y:0})");
        return new RepairedOutline(repaired, place, repaired.Area - outline.Area, doubtful);
    }

    /// <summary>Each polygon by the odd number of crossings of its rings; then all together, for parts that overlap each other are no riddle.</summary>
    private static Geometry ByLines(Geometry outline) =>
        OverlayNGRobust.Union(StoredGeometry.Factory.BuildGeometry(PolygonExtracter.GetPolygons(outline).SelectMany(polygon => OddFaces((Polygon)polygon)).ToArray()));

    private static IEnumerable<Geometry> OddFaces(Polygon polygon)
    {
        LinearRing[] rings = [polygon.Shell, .. polygon.Holes];
        var polygonizer = new Polygonizer();
        polygonizer.Add(OverlayNGRobust.Union((Geometry)StoredGeometry.Factory.CreateMultiLineString([.. rings.Select(ring => StoredGeometry.Factory.CreateLineString(ring.CoordinateSequence))])));
        return polygonizer.GetPolygons().Where(face => rings.Count(ring => Crosses(ring, face.InteriorPoint.Coordinate)) % 2 == 1);
    }

    private static bool Crosses(LinearRing ring, Coordinate point) => RayCrossingCounter.LocatePointInRing(point, ring.CoordinateSequence) == Location.Interior;
}
