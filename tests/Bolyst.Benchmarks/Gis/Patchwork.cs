using System.Globalization;
using Bolyst.Store;
using Bolyst.Store.Model;
using NetTopologySuite.Geometries;

namespace Bolyst.Benchmarks.Gis;

/// <summary>Invented zones over ground as large as Norway, 60 vertices each, with borders that neighbours share to the last bit.</summary>
internal static class Patchwork
{
    public const string ZoneSet = "teppe";

    private const int StepsOfABorder = 15;

    public static DeliveryHead Delivery { get; } = new("teppe", new("Teppe"), "Bolyst", "CC0", null, null, null, "", [], "teppe");

    public static ZoneSetHead Head { get; } = new(ZoneSet, "rute", new("Teppe"), new(2020, 1, 1), null, IsPartition: true, "CC0");

    /// <summary>So many zones, row by row.</summary>
    public static IEnumerable<ZoneRow> Zones(int count)
    {
        var columns = (int)Math.Ceiling(Math.Sqrt(count));
        var (wide, high) = (1_200_000.0 / columns, 1_490_000.0 / columns);
        return Enumerable.Range(0, count).Select(n => new ZoneRow(Code(n), "Lapp " + Code(n), Cell(n % columns, n / columns, wide, high)));
    }

    private static Polygon Cell(int column, int row, double wide, double high)
    {
        Coordinate[] ring =
        [
            .. Border(column, row, 1, 0, wide, high),
            .. Border(column + 1, row, 0, 1, wide, high),
            .. Border(column, row + 1, 1, 0, wide, high).Append(Corner(column + 1, row + 1, wide, high)).Reverse().SkipLast(1),
            .. Border(column, row, 0, 1, wide, high).Append(Corner(column, row + 1, wide, high)).Reverse().SkipLast(1),
            Corner(column, row, wide, high),
        ];
        return new(new LinearRing(ring)) { SRID = Outlines.StoredSrid };
    }

    /// <summary>A border from a corner to the next, east or north, without its end; jagged by a tenth of a cell, and the same whichever zone asks.</summary>
    private static IEnumerable<Coordinate> Border(int column, int row, int east, int north, double wide, double high)
    {
        var (from, to) = (Corner(column, row, wide, high), Corner(column + east, row + north, wide, high));
        var random = new Random((((row * 1_000) + column) * 2) + east);
        yield return from;
        for (var step = 1; step < StepsOfABorder; step++)
        {
            var along = (double)step / StepsOfABorder;
            // Less so towards the corners, where four borders meet and must not cross.
            var aside = (random.NextDouble() - 0.5) / 5 * Math.Sin(Math.PI * along);
            yield return new(
                from.X + ((to.X - from.X) * along) + (north * aside * wide),
                from.Y + ((to.Y - from.Y) * along) + (east * aside * high));
        }
    }

    private static Coordinate Corner(int column, int row, double wide, double high)
    {
        var random = new Random((row * 1_000) + column);
        return new(-80_000 + (wide * (column + (random.NextDouble() / 4))), 6_430_000 + (high * (row + (random.NextDouble() / 4))));
    }

    private static string Code(int n) => (n + 1).ToString("D6", CultureInfo.InvariantCulture);
}
