using Bolyst.Service.Messages;
using Bolyst.Service.Requests;
using Bolyst.Store;
using Bolyst.Store.Model;

namespace Bolyst.Service.Zones;

/// <summary>How much of a zone a request wants, and its outline in which form.</summary>
/// <param name="WithOutline">Whether outlines are wanted.</param>
/// <param name="Srid">EPSG code of the outlines.</param>
/// <param name="Encoding">How outlines are written.</param>
/// <param name="Simplification">How far outlines are simplified; null for outlines as delivered.</param>
internal readonly record struct ZoneView(bool WithOutline, int Srid, V1.GeometryEncoding Encoding, Simplification? Simplification)
{
    public static ZoneView Read(V1.ZoneView view, V1.GeometryOptions? geometry, FieldChecks checks)
    {
        var metres = geometry?.SimplificationM ?? 0;
        if (metres is not (>= 0 and < double.PositiveInfinity))
        {
            checks.Add(V1.ErrorReason.FieldOutOfRange, "geometry.simplification_m", "must be a length in metres, 0 or more.");
        }

        return new(
            checks.Known(view, "view") == V1.ZoneView.Full,
            checks.Srid(geometry?.Srid ?? 0, Store.Outlines.StoredSrid, "geometry.srid"),
            checks.Known(geometry?.Encoding ?? V1.GeometryEncoding.Unspecified, "geometry.encoding"),
            Simplification.Within(metres));
    }

    public V1.Zone Write(ZoneInfo zone, Outline? outline = null) => new()
    {
        Ref = new() { ZoneSet = zone.ZoneSet, Code = zone.Code },
        Name = zone.Name,
        PartCount = zone.PartCount,
        Shape = zone.Shape is { } shape ? Write(shape) : null,
        Geometry = outline?.ToMessage(Encoding, Simplification),
    };

    private static V1.ZoneShape Write(ZoneShape shape) => new()
    {
        PolygonCount = shape.PolygonCount,
        AreaM2 = shape.AreaM2,
        InsideX = shape.PointX,
        InsideY = shape.PointY,
        MinX = shape.MinX,
        MinY = shape.MinY,
        MaxX = shape.MaxX,
        MaxY = shape.MaxY,
    };
}
