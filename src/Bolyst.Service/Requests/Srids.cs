using System.Globalization;

namespace Bolyst.Service.Requests;

/// <summary>The coordinate systems that requests and answers may use: the two UTM zones of Norwegian map data and their degrees, web maps, GPS.</summary>
internal static class Srids
{
    /// <summary>Longitude and latitude as GPS gives them, in degrees.</summary>
    public const int LongitudeLatitude = 4326;

    private static readonly int[] Degrees = [4258, LongitudeLatitude];
    private static readonly int[] Known = [25833, 25832, 3857, .. Degrees];

    /// <summary>True for a system of longitude and latitude, in degrees; others are in metres.</summary>
    public static bool AreDegrees(int srid) => Degrees.Contains(srid);

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
