using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using NetTopologySuite.Operation.Valid;

namespace Bolyst.Store;

/// <summary>Polygons on their way to the database: checked, made MultiPolygon, two-dimensional, written as EWKB.</summary>
internal static class Ewkb
{
    /// <summary>EWKB of an outline.</summary>
    /// <param name="outline">Polygon or MultiPolygon.</param>
    /// <param name="srid">EPSG code that it must be in.</param>
    /// <param name="owner">Whose outline, for the message: "zone 03010101 of x".</param>
    /// <exception cref="StoreException">The outline cannot stand.</exception>
    public static byte[] Write(Geometry outline, int srid, string owner)
    {
        if (outline.SRID != srid)
            throw Refused(owner, $"is in EPSG:{outline.SRID}, not EPSG:{srid}", "Transform it first.");
        if (srid == 0)
            throw Refused(owner, "names no reference system", "Set its SRID.");
        var polygons = outline switch
        {
            MultiPolygon several => several,
            Polygon one => new MultiPolygon([one], one.Factory) { SRID = srid },
            _ => throw Refused(owner, $"is a {outline.GeometryType}", "Give a Polygon or a MultiPolygon."),
        };
        if (polygons.IsEmpty)
            throw Refused(owner, "is empty", "A zone without an outline is given as null.");
        var validity = new IsValidOp(polygons);
        if (!validity.IsValid)
        {
            var error = validity.ValidationError;
            throw Refused(owner, FormattableString.Invariant($"is invalid: {error.Message} at ({error.Coordinate.X:F2}, {error.Coordinate.Y:F2})"), "Repair it before import.");
        }

        if (!(polygons.Area > 0))
            throw Refused(owner, "has no area", "A zone without an outline is given as null.");
        return new WKBWriter(ByteOrder.LittleEndian, handleSRID: true, emitZ: false, emitM: false).Write(polygons);
    }

    private static StoreException Refused(string owner, string what, string remedy) =>
        new(StoreFault.OutlineRefused, $"The outline of {owner} {what}. {remedy}");
}
