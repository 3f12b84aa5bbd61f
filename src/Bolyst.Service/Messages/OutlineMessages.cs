using Bolyst.Service.Requests;
using Bolyst.Store;
using Bolyst.Store.Model;
using Google.Protobuf;
using NetTopologySuite.Geometries;

namespace Bolyst.Service.Messages;

/// <summary>Outlines as the contract writes them.</summary>
internal static class OutlineMessages
{
    /// <summary>Step of a delta outline in metres: a centimetre, finer than any surveyed boundary.</summary>
    private const double MetreStep = 0.01;

    /// <summary>Step of a delta outline in degrees: about a centimetre of latitude.</summary>
    private const double DegreeStep = 1e-7;

    public static V1.Geometry ToMessage(this Outline outline, V1.GeometryEncoding encoding, Simplification? simplification = null)
    {
        var message = new V1.Geometry { Srid = outline.Srid, SimplificationM = simplification?.Metres ?? 0 };
        if (encoding == V1.GeometryEncoding.Delta)
        {
            message.Delta = DeltaOf((MultiPolygon)outline.ToGeometry(), Srids.AreDegrees(outline.Srid) ? DegreeStep : MetreStep);
        }
        else
        {
            message.Wkb = UnsafeByteOperations.UnsafeWrap(outline.Wkb);
        }

        return message;
    }

    private static V1.DeltaGeometry DeltaOf(MultiPolygon outline, double step)
    {
        var message = new V1.DeltaGeometry { Resolution = step };
        var (lastX, lastY) = (0L, 0L);
        foreach (var polygon in outline.Geometries.Cast<Polygon>())
        {
            message.RingCounts.Add((uint)(1 + polygon.NumInteriorRings));
            foreach (var ring in polygon.InteriorRings.Prepend(polygon.ExteriorRing))
            {
                // The last vertex closes the ring and is not sent.
                var vertices = ring.CoordinateSequence;
                message.VertexCounts.Add((uint)(vertices.Count - 1));
                for (var i = 0; i < vertices.Count - 1; i++)
                {
                    var (x, y) = ((long)Math.Round(vertices.GetX(i) / step), (long)Math.Round(vertices.GetY(i) / step));
                    message.Deltas.Add(checked((int)(x - lastX)));
                    message.Deltas.Add(checked((int)(y - lastY)));
                    (lastX, lastY) = (x, y);
                }
            }
        }

        return message;
    }
}
