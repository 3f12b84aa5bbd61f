using System.Globalization;
using Bolyst.Service.Reading;
using Bolyst.Service.Requests;
using Bolyst.Store.Model;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using NetTopologySuite.Operation.Valid;

namespace Bolyst.Service.Zones;

/// <summary>
/// The place of a look-up: a point, or a polygon whose size and soundness are checked before the database sees it. A free polygon
/// gets zones and shares of area, never sums of people: the difference between two polygons could give away a few persons.
/// </summary>
internal abstract record Place
{
    private const int LongitudeLatitude = 4326;

    public abstract Task<IReadOnlyList<ZoneOverlap>> LookupAsync(
        Dataset dataset, DateOnly day, IReadOnlyCollection<string>? zoneSets, int limit, CancellationToken cancellation);

    /// <summary>Reads the place of a request; null when it is at fault, which the checks then know.</summary>
    public static Place? Read(V1.LookupZonesRequest request, ServiceLimits limits, FieldChecks checks)
    {
        var srid = checks.Srid(request.Srid, LongitudeLatitude, "srid");
        switch (request.PlaceCase)
        {
            case V1.LookupZonesRequest.PlaceOneofCase.Point:
                return ReadPoint(request.Point, srid, checks);
            case V1.LookupZonesRequest.PlaceOneofCase.PolygonWkb:
                return ReadPolygon(() => new WKBReader().Read(request.PolygonWkb.ToByteArray()), "polygon_wkb", srid, limits, checks);
            case V1.LookupZonesRequest.PlaceOneofCase.PolygonWkt:
                return ReadPolygon(() => new WKTReader().Read(request.PolygonWkt), "polygon_wkt", srid, limits, checks);
            default:
                checks.Add(V1.ErrorReason.FieldRequired, "place", "needs a point or a polygon.");
                return null;
        }
    }

    private static AtPoint ReadPoint(V1.Point point, int srid, FieldChecks checks)
    {
        if (!double.IsFinite(point.X) || !double.IsFinite(point.Y))
        {
            checks.Add(V1.ErrorReason.FieldOutOfRange, "point", "needs two finite coordinates.");
        }
        else if (srid == LongitudeLatitude && (Math.Abs(point.X) > 180 || Math.Abs(point.Y) > 90))
        {
            checks.Add(V1.ErrorReason.FieldOutOfRange, "point", "is not longitude, latitude in degrees. Set srid for metres.");
        }

        return new(point.X, point.Y, srid);
    }

    private static InPolygon? ReadPolygon(Func<Geometry> read, string field, int srid, ServiceLimits limits, FieldChecks checks)
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
        return new(polygon);
    }

    private sealed record AtPoint(double X, double Y, int Srid) : Place
    {
        public override Task<IReadOnlyList<ZoneOverlap>> LookupAsync(
            Dataset dataset, DateOnly day, IReadOnlyCollection<string>? zoneSets, int limit, CancellationToken cancellation) =>
            dataset.Store.Outlines.LookupPointAsync(X, Y, Srid, day, zoneSets, limit, dataset.Version, cancellation);
    }

    private sealed record InPolygon(Geometry Polygon) : Place
    {
        public override Task<IReadOnlyList<ZoneOverlap>> LookupAsync(
            Dataset dataset, DateOnly day, IReadOnlyCollection<string>? zoneSets, int limit, CancellationToken cancellation) =>
            dataset.Store.Outlines.LookupPolygonAsync(Polygon, day, zoneSets, limit, dataset.Version, cancellation);
    }
}
