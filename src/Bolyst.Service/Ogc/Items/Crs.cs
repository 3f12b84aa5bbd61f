using Bolyst.Service.Faults;
using Bolyst.Store;
using NetTopologySuite.Geometries;

namespace Bolyst.Service.Ogc.Items;

/// <summary>A coordinate reference system that layers are served in, with the order of axes that its authority gives it.</summary>
/// <param name="Uri">Its name (OGC API Features part 2, 17-069r4 and 18-058r1).</param>
/// <param name="Srid">EPSG code to compute in.</param>
/// <param name="NorthFirst">True when north stands before east.</param>
/// <param name="Degrees">True for degrees; false for metres.</param>
/// <param name="Reach">East, then north: where it can be turned into EPSG:25833. Wider than Norway; a search box is cut to it.</param>
internal sealed record Crs(string Uri, int Srid, bool NorthFirst, bool Degrees, Envelope Reach)
{
    private const string Authority = "http://www.opengis.net/def/crs/EPSG/0/";

    private static readonly Envelope Earth = new(-180, 180, -90, 90);
    private static readonly Envelope World = new(-50, 80, -85, 85);
    private static readonly Envelope Utm = new(-3_000_000, 4_000_000, -9_000_000, 9_300_000);
    private static readonly Envelope Mercator = new(-5_565_974, 8_905_559, -19_971_868, 19_971_868);

    /// <summary>WGS 84, longitude before latitude: what GeoJSON means by default.</summary>
    public static readonly Crs Crs84 = new("http://www.opengis.net/def/crs/OGC/1.3/CRS84", 4326, NorthFirst: false, Degrees: true, World);

    /// <summary>What outlines are stored in.</summary>
    public static readonly Crs Stored = new(Authority + "25833", Outlines.StoredSrid, NorthFirst: false, Degrees: false, Utm);

    /// <summary>All, the default first.</summary>
    public static readonly IReadOnlyList<Crs> All =
    [
        Crs84,
        new(Authority + "4326", 4326, NorthFirst: true, Degrees: true, World),
        new(Authority + "4258", 4258, NorthFirst: true, Degrees: true, World),
        new(Authority + "25832", 25832, NorthFirst: false, Degrees: false, Utm),
        Stored,
        new(Authority + "3857", 3857, NorthFirst: false, Degrees: false, Mercator),
    ];

    /// <summary>East, then north: all that its coordinates can name, where a filter may lie.</summary>
    public Envelope Domain => Degrees ? Earth : Reach;

    /// <summary>How far a straight line is followed at a time, since it bends in another system.</summary>
    public double Step => Degrees ? 0.1 : 5_000;

    /// <summary>Coordinates to the millimetre or finer: with eight digits of a degree a small zone's area is off by more than a millionth.</summary>
    public CoordinateForm Form => new(Srid, NorthFirst, Degrees ? 9 : 3);

    /// <summary>The system that a parameter names; the default when it is left out.</summary>
    /// <param name="text">Value of the parameter.</param>
    /// <param name="parameter">Name of the parameter, for the fault.</param>
    /// <exception cref="Rpc.RpcException">It names none of those served.</exception>
    public static Crs Read(string text, string parameter) => text.Length == 0 ? Crs84
        : All.FirstOrDefault(crs => string.Equals(crs.Uri, text, StringComparison.Ordinal))
        ?? throw Fault.InvalidArgument(
            V1.ErrorReason.FieldOutOfRange, parameter, $"is '{text}', which is not served. Send one of {string.Join(", ", All.Select(crs => crs.Uri))}.");
}
