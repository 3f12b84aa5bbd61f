using NetTopologySuite.Geometries;

namespace Bolyst.Store.Tests.Coverage;

/// <summary>Counts that the topology of a coverage is judged by.</summary>
internal static class GeometryCounts
{
    /// <summary>Number of holes in all polygons of a geometry.</summary>
    public static int Holes(this Geometry geometry) =>
        Enumerable.Range(0, geometry.NumGeometries).Sum(i => ((Polygon)geometry.GetGeometryN(i)).NumInteriorRings);
}
