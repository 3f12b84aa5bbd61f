using NetTopologySuite;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Implementation;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;
using NetTopologySuite.Operation.Polygonize;

namespace Bolyst.Intake.Boundaries;

/// <summary>How outlines are held: EPSG:25833, full precision, overlays by NetTopologySuite's robust OverlayNG.</summary>
internal static class StoredGeometry
{
    /// <summary>EPSG code of everything that is stored.</summary>
    public const int Srid = 25833;

    public static readonly NtsGeometryServices Services = new(
        CoordinateArraySequenceFactory.Instance, new PrecisionModel(PrecisionModels.Floating), Srid, GeometryOverlay.NG, new CoordinateEqualityComparer());

    public static readonly GeometryFactory Factory = Services.CreateGeometryFactory(Srid);

    /// <summary>The area that two outlines share, in square metres.</summary>
    public static double OverlapArea(Geometry first, Geometry second) => OverlayNGRobust.Overlay(first, second, SpatialFunction.Intersection).Area;

    /// <summary>The polygons of an outline one by one.</summary>
    public static IEnumerable<Polygon> EachPolygon(Geometry outline) => Enumerable.Range(0, outline.NumGeometries).Select(outline.GetGeometryN).OfType<Polygon>();

    /// <summary>What an outline encloses without covering: its holes, and the space between parts that touch at points only, islands in it left out.</summary>
    public static IEnumerable<Polygon> Enclosed(Geometry outline)
    {
        var polygonizer = new Polygonizer();
        // Rings that touch are cut where they do; the polygonizer knows line ends only.
        polygonizer.Add(OverlayNGRobust.Union(outline.Boundary));
        var locator = new IndexedPointInAreaLocator(outline);
        return polygonizer.GetPolygons().Cast<Polygon>().Where(face => locator.Locate(face.InteriorPoint.Coordinate) == Location.Exterior);
    }

    /// <summary>The polygons of a geometry as one Polygon or MultiPolygon; lines and points in it are left out.</summary>
    public static Geometry Polygons(Geometry geometry) =>
        geometry is Polygon or MultiPolygon
            ? geometry
            : Factory.BuildGeometry(PolygonExtracter.GetPolygons(geometry)) is { IsEmpty: false } polygons ? polygons : Factory.CreatePolygon();
}
