using System.Globalization;
using Bolyst.Service.Faults;
using NetTopologySuite.Densify;
using NetTopologySuite.Geometries;

namespace Bolyst.Service.Ogc.Items;

/// <summary>
/// The parameter <c>bbox</c>: four numbers, or six with heights, in the order of axes of <c>bbox-crs</c>. Its edges are followed in steps,
/// since a straight line in one system bends in another.
/// </summary>
internal static class SearchBox
{
    /// <summary>The box as polygons: two where it crosses the antimeridian, none where it lies outside all that can be.</summary>
    /// <param name="text">The numbers.</param>
    /// <param name="crs">Their system.</param>
    /// <param name="onEarth">True to refuse degrees that name no place; GIS send such for views that show the world more than once.</param>
    /// <exception cref="Rpc.RpcException">It is no box.</exception>
    public static IReadOnlyList<Geometry> Read(string text, Crs crs, bool onEarth = false)
    {
        var numbers = Numbers(text);
        var (x1, y1, x2, y2) = (numbers[0], numbers[1], numbers[numbers.Count / 2], numbers[(numbers.Count / 2) + 1]);
        if (crs.NorthFirst)
            (x1, y1, x2, y2) = (y1, x1, y2, x2);
        if (onEarth && crs.Degrees && !(crs.Domain.Contains(x1, y1) && crs.Domain.Contains(x2, y2)))
            throw Refused(text, $"it lies outside what {crs.Uri} can name");
        if (y1 > y2)
            throw Refused(text, "its southern edge lies north of its northern edge");
        if (x1 <= x2)
            return Polygons([new(x1, x2, y1, y2)], crs);
        return crs.Degrees
            ? Polygons([new(x1, 180, y1, y2), new(-180, x2, y1, y2)], crs)
            : throw Refused(text, "its western edge lies east of its eastern edge");
    }

    private static List<double> Numbers(string text)
    {
        var parts = text.Split(',');
        var numbers = new List<double>(parts.Length);
        foreach (var part in parts)
        {
            if (!double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
                throw Refused(text, $"'{part}' is not a number");
            numbers.Add(number);
        }

        return numbers.Count is 4 or 6 ? numbers : throw Refused(text, FormattableString.Invariant($"it has {numbers.Count} numbers"));
    }

    private static Geometry[] Polygons(Envelope[] boxes, Crs crs) =>
    [
        .. boxes.Select(box => box.Intersection(crs.Reach)).Where(box => !box.IsNull).Select(box =>
        {
            var geometry = new GeometryFactory(new PrecisionModel(), crs.Srid).ToGeometry(box);
            return geometry is Polygon ? Densifier.Densify(geometry, crs.Step) : geometry;
        }),
    ];

    private static Rpc.RpcException Refused(string text, string why) => Fault.InvalidArgument(
        V1.ErrorReason.FieldMalformed, "bbox", $"is '{text}': {why}. Send four numbers, lower corner then upper, for example bbox=10.6,59.8,11.0,60.0.");
}
