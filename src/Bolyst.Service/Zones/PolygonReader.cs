using System.Globalization;
using Bolyst.Service.Requests;
using Google.Protobuf;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using NetTopologySuite.Operation.Valid;

namespace Bolyst.Service.Zones;

/// <summary>Reads the polygon of a request, whose size and soundness are checked before the database sees it.</summary>
internal static class PolygonReader
{
    /// <summary>A polygon or multipolygon as well-known binary, with its SRID set; null when it cannot be read, which the checks then know.</summary>
    public static Geometry? Read(ByteString wkb, string field, int srid, ServiceLimits limits, FieldChecks checks) =>
        Read(() => new WKBReader().Read(wkb.ToByteArray()), field, srid, limits, checks);

    /// <summary>The same from well-known text.</summary>
    public static Geometry? Read(string wkt, string field, int srid, ServiceLimits limits, FieldChecks checks) =>
        Read(() => new WKTReader().Read(wkt), field, srid, limits, checks);

    private static Geometry? Read(Func<Geometry> read, string field, int srid, ServiceLimits limits, FieldChecks checks)
    {
        Geometry polygon;
        try
        {
            polygon = read();
        }
        catch (Exception fault) when (fault is ParseException or ArgumentException or FormatException or IOException)
        {
            checks.Add(V1.ErrorReason.FieldMalformed, field, "cannot be read as a polygon.");
            return null;
        }

        if (polygon is not (Polygon or MultiPolygon))
        {
            checks.Add(V1.ErrorReason.FieldMalformed, field, $"is a {polygon.GeometryType}. Send a Polygon or a MultiPolygon.");
        }
        else if (polygon.NumPoints > limits.MaxPolygonVertices)
        {
            checks.Add(
                V1.ErrorReason.FieldOutOfRange,
                field,
                string.Create(CultureInfo.InvariantCulture, $"has {polygon.NumPoints} vertices; at most {limits.MaxPolygonVertices} are possible. Simplify it."));
        }
        else if (new IsValidOp(polygon) is { IsValid: false } validity)
        {
            var error = validity.ValidationError;
            checks.Add(
                V1.ErrorReason.GeometryInvalid,
                field,
                string.Create(CultureInfo.InvariantCulture, $"is invalid: {error.Message} at ({error.Coordinate.X}, {error.Coordinate.Y}). Repair it first."));
        }
        else if (!(polygon.Area > 0))
        {
            checks.Add(V1.ErrorReason.GeometryInvalid, field, "has no area.");
        }

        polygon.SRID = srid;
        return polygon;
    }
}
