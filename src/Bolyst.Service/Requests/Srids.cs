using System.Globalization;
using NetTopologySuite.Geometries;

namespace Bolyst.Service.Requests;

/// <summary>The coordinate systems that requests and answers may use: the two UTM zones of Norwegian map data and their degrees, web maps, GPS.</summary>
internal static class Srids
{
    /// <summary>Longitude and latitude as GPS gives them, in degrees.</summary>
    public const int LongitudeLatitude = 4326;

    private static readonly Envelope Earth = new(-180, 180, -90, 90);
    private static readonly int[] Degrees = [4258, LongitudeLatitude];
    private static readonly int[] Known = [25833, 25832, 3857, .. Degrees];

    /// <summary>True for a system of longitude and latitude, in degrees; others are in metres.</summary>
    public static bool AreDegrees(int srid) => Degrees.Contains(srid);

    /// <summary>Checks that coordinates may be of a system: degrees beyond the earth are metres of another.</summary>
    /// <param name="checks">The checks.</param>
    /// <param name="srid">The system.</param>
    /// <param name="box">Where the coordinates are.</param>
    /// <param name="field">The field that holds them.</param>
    public static void Within(this FieldChecks checks, int srid, Envelope box, string field)
    {
        if (AreDegrees(srid) && !Earth.Contains(box))
            checks.Add(V1.ErrorReason.FieldOutOfRange, field, "is not longitude, latitude in degrees. Set srid for metres.");
    }

    /// <summary>The EPSG code asked for, or the default when it is left out.</summary>
    public static int Srid(this FieldChecks checks, int srid, int otherwise, string field)
    {
        if (srid == 0)
        {
            return otherwise;
        }

        if (!Known.Contains(srid))
        {
            checks.Add(V1.ErrorReason.FieldOutOfRange, field, string.Create(CultureInfo.InvariantCulture, $"EPSG:{srid} is not known here. Send {string.Join(", ", Known)}."));
        }

        return srid;
    }
}
