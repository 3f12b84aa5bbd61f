using Bolyst.Service.Reading;
using Bolyst.Service.Requests;
using Bolyst.Store.Model;
using NetTopologySuite.Geometries;

namespace Bolyst.Service.Zones;

/// <summary>
/// The place of a look-up: a point, or a polygon (<see cref="PolygonReader"/>). A free polygon gets zones and shares of
/// area, never sums of people: the difference between two polygons could give away a few persons.
/// </summary>
internal abstract record Place
{
    public abstract Task<IReadOnlyList<ZoneOverlap>> LookupAsync(
        Dataset dataset, DateOnly day, IReadOnlyCollection<string>? zoneSets, int limit, CancellationToken cancellation);

    /// <summary>Reads the place of a request; null when it is at fault, which the checks then know.</summary>
    public static Place? Read(V1.LookupZonesRequest request, ServiceLimits limits, FieldChecks checks)
    {
        var srid = checks.Srid(request.Srid, Srids.LongitudeLatitude, "srid");
        switch (request.PlaceCase)
        {
            case V1.LookupZonesRequest.PlaceOneofCase.Point:
                return ReadPoint(request.Point, srid, checks);
            case V1.LookupZonesRequest.PlaceOneofCase.PolygonWkb:
                return PolygonReader.Read(request.PolygonWkb, "polygon_wkb", srid, limits, checks) is { } fromBytes ? new InPolygon(fromBytes) : null;
            case V1.LookupZonesRequest.PlaceOneofCase.PolygonWkt:
                return PolygonReader.Read(request.PolygonWkt, "polygon_wkt", srid, limits, checks) is { } fromText ? new InPolygon(fromText) : null;
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
        else
        {
            checks.Within(srid, new(new Coordinate(point.X, point.Y)), "point");
        }

        return new(point.X, point.Y, srid);
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
