using Bolyst.Service.Messages;
using Bolyst.Service.Requests;
using Bolyst.Store.Model;

namespace Bolyst.Service.Zones;

/// <summary>How much of a zone a request wants, and its outline in which form.</summary>
/// <param name="WithOutline">Whether outlines are wanted.</param>
/// <param name="Srid">EPSG code of the outlines.</param>
/// <param name="Encoding">How outlines are written.</param>
internal readonly record struct ZoneView(bool WithOutline, int Srid, V1.GeometryEncoding Encoding)
{
    public static ZoneView Read(V1.ZoneView view, V1.GeometryOptions? geometry, FieldChecks checks) => new(
        checks.Known(view, "view") == V1.ZoneView.Full,
        checks.Srid(geometry?.Srid ?? 0, Store.Outlines.StoredSrid, "geometry.srid"),
        checks.Known(geometry?.Encoding ?? V1.GeometryEncoding.Unspecified, "geometry.encoding"));

    public V1.Zone Write(ZoneInfo zone, Outline? outline = null) => new()
    {
        Ref = new() { ZoneSet = zone.ZoneSet, Code = zone.Code },
        Name = zone.Name,
        PartCount = zone.PartCount,
        Shape = zone.Shape is { } shape ? Write(shape) : null,
        Geometry = outline?.ToMessage(Encoding),
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
