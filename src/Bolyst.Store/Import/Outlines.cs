using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using NetTopologySuite.Operation.Valid;

namespace Bolyst.Store.Import;

/// <summary>Outlines on their way in: checked, made MultiPolygon, two-dimensional, written as EWKB.</summary>
internal static class Outlines
{
    /// <summary>EPSG code of every stored geometry: ETRS89 / UTM 33N, the projection of national Norwegian data.</summary>
    public const int Srid = 25833;

    /// <summary>EWKB of an outline.</summary>
    /// <param name="outline">Polygon or MultiPolygon, SRID 25833.</param>
    /// <param name="owner">Whose outline, for the message: "zone 03010101 of x".</param>
    /// <exception cref="StoreException">The outline cannot stand.</exception>
    public static byte[] ToEwkb(Geometry outline, string owner)
    {
        if (outline.SRID != Srid)
            throw Refused(owner, $"is in EPSG:{outline.SRID}, not EPSG:{Srid}", "Transform it first.");
        var polygons = outline switch
        {
            MultiPolygon several => several,
            Polygon one => new MultiPolygon([one], one.Factory) { SRID = Srid },
            _ => throw Refused(owner, $"is a {outline.GeometryType}", "Give a Polygon or a MultiPolygon."),
        };
        if (polygons.IsEmpty)
            throw Refused(owner, "is empty", "Give null for a zone without an outline.");
        var validity = new IsValidOp(polygons);
        if (!validity.IsValid)
        {
            var error = validity.ValidationError;
            throw Refused(owner, FormattableString.Invariant($"is invalid: {error.Message} at ({error.Coordinate.X:F2}, {error.Coordinate.Y:F2})"), "Repair it before import.");
        }

        if (!(polygons.Area > 0))
            throw Refused(owner, "has no area", "Give null for a zone without an outline.");
        return new WKBWriter(ByteOrder.LittleEndian, handleSRID: true, emitZ: false, emitM: false).Write(polygons);
    }

    private static StoreException Refused(string owner, string what, string remedy) =>
        new(StoreFault.OutlineRefused, $"The outline of {owner} {what}. {remedy}");
}
