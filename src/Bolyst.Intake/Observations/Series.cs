using System.Globalization;
using System.Runtime.InteropServices;
using Bolyst.Store.Model;

namespace Bolyst.Intake.Observations;

/// <summary>A series of a delivery by small numbers: cheap to look up for every cell.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SeriesKey(int Indicator, int Period, int Breakdown);

/// <summary>Gives the periods and breakdowns of a delivery their numbers.</summary>
internal sealed class SeriesNames
{
    private readonly Dictionary<string, int> breakdownNumbers = new(StringComparer.Ordinal);
    private readonly Dictionary<Period, int> periodNumbers = [];

    public List<string> Breakdowns { get; } = [];

    public List<Period> Periods { get; } = [];

    public int Number(Period period) => Number(period, periodNumbers, Periods);

    public int Number(string breakdown) => Number(breakdown, breakdownNumbers, Breakdowns);

    private static int Number<T>(T name, Dictionary<T, int> numbers, List<T> names)
        where T : notnull
    {
        if (!numbers.TryGetValue(name, out var number))
        {
            numbers[name] = number = names.Count;
            names.Add(name);
        }

        return number;
    }
}

/// <summary>
/// Which cells of a delivery have been given, and where: a row number of four bytes for each, in pages of 256 zones, so that tens of millions
/// of cells fit in memory and a second row for a cell is told with the first.
/// </summary>
internal sealed class SeenCells(int maxSeries)
{
    private readonly Dictionary<SeriesKey, Dictionary<int, uint[]>> seen = [];
    private readonly List<(string File, long First)> files = [];
    private (SeriesKey Key, int Page, uint[] Rows) last;
    private long before;

    /// <summary>Begins the rows of another table.</summary>
    /// <param name="lastRow">The number of the last row of the table before.</param>
    public void Begin(string file, long lastRow)
    {
        before += lastRow;
        files.Add((file, before));
    }

    /// <summary>Notes a cell.</summary>
    /// <param name="row">The row's line, 1-based.</param>
    /// <param name="firstPlace">Where the cell was given before; empty where it is new.</param>
    public bool TryAdd(SeriesKey key, int zoneId, long row, out string firstPlace)
    {
        var rows = last.Rows is not null && last.Page == zoneId >> 8 && last.Key == key ? last.Rows : Page(key, zoneId >> 8);
        last = (key, zoneId >> 8, rows);
        ref var given = ref rows[zoneId & 255];
        if (given != 0)
        {
            firstPlace = Place(given);
            return false;
        }

        given = checked((uint)(before + row));
        firstPlace = "";
        return true;
    }

    private uint[] Page(SeriesKey key, int page)
    {
        if (!seen.TryGetValue(key, out var pages))
        {
            if (seen.Count >= maxSeries)
            {
                throw new DeliveryFileException(files[^1].File, 0, null, string.Create(CultureInfo.InvariantCulture, $"The delivery holds more than {maxSeries:N0} series (indicator, period and breakdown). Is the period the right field?"));
            }

            seen[key] = pages = [];
        }

        return pages.TryGetValue(page, out var rows) ? rows : pages[page] = new uint[256];
    }

    private string Place(uint row)
    {
        var (file, first) = files.FindLast(f => f.First < row);
        return DeliveryFileException.Place(file, row - first, null);
    }
}
