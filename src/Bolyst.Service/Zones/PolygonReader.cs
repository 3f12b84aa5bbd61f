using System.Buffers.Binary;
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
    /// <summary>The one geometry that may hold others of its kind. Readers follow these as deep as they go, and end the process where that is too deep.</summary>
    private const string Nesting = nameof(GeometryCollection);

    /// <summary>A polygon or multipolygon as well-known binary, with its SRID set; null when it cannot be read, which the checks then know.</summary>
    public static Geometry? Read(ByteString wkb, string field, int srid, ServiceLimits limits, FieldChecks checks) =>
        Read(IsCollection(wkb.Span), () => new WKBReader().Read(wkb.ToByteArray()), field, srid, limits, checks);

    /// <summary>The same from well-known text.</summary>
    public static Geometry? Read(string wkt, string field, int srid, ServiceLimits limits, FieldChecks checks) =>
        Read(wkt.Contains(Nesting, StringComparison.OrdinalIgnoreCase), () => new WKTReader().Read(wkt), field, srid, limits, checks);

    private static Geometry? Read(bool isCollection, Func<Geometry> read, string field, int srid, ServiceLimits limits, FieldChecks checks)
    {
        if (isCollection)
        {
            checks.Add(V1.ErrorReason.FieldMalformed, field, IsNoPolygon(Nesting));
            return null;
        }

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
            checks.Add(V1.ErrorReason.FieldMalformed, field, IsNoPolygon(polygon.GeometryType));
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
        else
        {
            checks.Within(srid, polygon.EnvelopeInternal, field);
        }

        polygon.SRID = srid;
        return polygon;
    }

    private static string IsNoPolygon(string type) => $"is a {type}. Send a Polygon or a MultiPolygon.";

    /// <summary>By the code of the outermost type, beside the flags and thousands that tell of more coordinates (OGC 06-103r4, 8.2; EWKB). Polygons hold none.</summary>
    private static bool IsCollection(ReadOnlySpan<byte> wkb)
    {
        if (wkb.Length < 1 + sizeof(uint))
            return false;
        var type = wkb[0] == 0 ? BinaryPrimitives.ReadUInt32BigEndian(wkb[1..]) : BinaryPrimitives.ReadUInt32LittleEndian(wkb[1..]);
        return (type & 0xFFFF) % 1000 == (uint)OgcGeometryType.GeometryCollection;
    }
}
