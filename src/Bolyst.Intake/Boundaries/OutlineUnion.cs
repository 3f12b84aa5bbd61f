using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.OverlayNG;

namespace Bolyst.Intake.Boundaries;

/// <summary>Joins outlines into one.</summary>
internal static class OutlineUnion
{
    /// <summary>The area that any of the outlines covers. Borders with the same vertices on both sides vanish without a trace.</summary>
    public static Geometry Of(IReadOnlyCollection<Geometry> outlines) =>
        outlines.Count == 1 ? outlines.First() : StoredGeometry.Polygons(OverlayNGRobust.Union(outlines));
}
