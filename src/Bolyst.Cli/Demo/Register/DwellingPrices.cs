using Bolyst.Cli.Demo.Kommune;

namespace Bolyst.Cli.Demo.Register;

/// <summary>Mean price of a square metre of the dwellings sold, in kroner: lower in the east and in the hot cluster, rising four per cent a year.</summary>
internal sealed class DwellingPrices(DemoKommune kommune, ulong seed)
{
    private const int FirstYearPrice = 34_000;

    private readonly HashSet<int> hotCells = kommune.HotZones.SelectMany(zone => zone.Cells).ToHashSet();

    /// <summary>The mean over the sales of the cells, rounded down to whole kroner; null where nothing was sold.</summary>
    public int? Of(IEnumerable<int> cells, int year)
    {
        var (sum, sold) = (0L, 0L);
        foreach (var cell in cells)
        {
            var random = SplitMix64.For(seed, (int)Purpose.Prices, cell, year);
            var sales = kommune.Residents.Of(cell, year) * random.Between(6, 14) / 1000;
            sum += (long)sales * Price(cell, year, random.Between(-30, 30));
            sold += sales;
        }

        return sold == 0 ? null : (int)(sum / sold);
    }

    private long Price(int cell, int year, int chance)
    {
        long price = FirstYearPrice * (1000 - kommune.Ground.Cells[cell].Site.U / 40 + chance) / 1000;
        price = hotCells.Contains(cell) ? price * 80 / 100 : price;
        for (var passed = Residents.FirstYear; passed < year; passed++)
        {
            price = price * 104 / 100;
        }

        return price;
    }
}
