using Bolyst.Cli.Demo.Kommune;

namespace Bolyst.Cli.Demo.Register;

/// <summary>A count among a population.</summary>
internal readonly record struct Count(int Numerator, int Denominator)
{
    public static Count operator +(Count one, Count other) => new(one.Numerator + other.Numerator, one.Denominator + other.Denominator);
}

/// <summary>
/// The counts behind the tables: a binomial draw for each indicator, cell and year. The chance is the indicator's own,
/// leaning with the land from west to east, raised in the hot cluster, moved by a trend that all share, and by the planted effect.
/// </summary>
internal sealed class Registers
{
    // The pandemic year: two percentage points more unemployed everywhere, so that a series has a peak nobody planned.
    private const int PandemicYear = 2020;
    private const int PandemicUnemployment = 20_000;

    private readonly DemoKommune kommune;
    private readonly HashSet<int> hotCells;
    private readonly HashSet<int> treatedCells;
    private readonly ulong seed;
    private readonly Dictionary<string, Count[,]> counts;

    public Registers(DemoKommune kommune, ulong seed)
    {
        this.kommune = kommune;
        this.seed = seed;
        hotCells = kommune.HotZones.SelectMany(zone => zone.Cells).ToHashSet();
        treatedCells = [.. kommune.Programme.TreatedCells];
        counts = DemoIndicators.Counted
            .Select((indicator, number) => (indicator.Key, Drawn: Draw(indicator, number)))
            .ToDictionary(drawn => drawn.Key, drawn => drawn.Drawn, StringComparer.Ordinal);
    }

    public Count Of(string indicator, IEnumerable<int> cells, int year) =>
        cells.Aggregate(default(Count), (sum, cell) => sum + counts[indicator][cell, year - Residents.FirstYear]);

    public int ResidentsOf(IEnumerable<int> cells, int year) => cells.Sum(cell => kommune.Residents.Of(cell, year));

    /// <summary>The chance behind a cell's count, in millionths.</summary>
    public int Chance(DemoIndicator indicator, int number, int cell, int year)
    {
        var own = SplitMix64.For(seed, (int)Purpose.Chances, number, cell).Between(-80, 80);
        long chance = indicator.Chance;
        chance += chance * (indicator.Slope * kommune.Ground.Cells[cell].Site.U / 8000 + (indicator.Slope < 0 ? own / 8 : own)) / 1000;
        if (hotCells.Contains(cell))
        {
            chance = chance * indicator.Hot / 1000;
        }

        chance += Everywhere(indicator, year);
        if (indicator.Key == Effect.Indicator && year >= Effect.FirstYear && treatedCells.Contains(cell))
        {
            chance += Effect.PerMillion;
        }

        return (int)chance;
    }

    /// <summary>What time adds to a chance in every place, in millionths: the trend, and the peak of the pandemic.</summary>
    public static int Everywhere(DemoIndicator indicator, int year) =>
        (indicator.Trend * (year - Residents.FirstYear)) + (indicator.Key == DemoIndicator.UnemployedKey && year == PandemicYear ? PandemicUnemployment : 0);

    private Count[,] Draw(DemoIndicator indicator, int number)
    {
        var drawn = new Count[kommune.Ground.Cells.Count, Residents.YearCount];
        for (var cell = 0; cell < kommune.Ground.Cells.Count; cell++)
        {
            foreach (var year in Residents.Years.Where(indicator.IsFor))
            {
                var among = Size(indicator.Among, cell, year);
                var random = SplitMix64.For(seed, (int)Purpose.Counts, number, cell, year);
                drawn[cell, year - Residents.FirstYear] = new Count(random.Binomial(among, Chance(indicator, number, cell, year)), among);
            }
        }

        return drawn;
    }

    /// <summary>How many of a cell's residents (or families) a population counts: a share of its own, the same every year.</summary>
    private int Size(Population population, int cell, int year)
    {
        var residents = kommune.Residents.Of(cell, year);
        if (population == Population.Everyone)
        {
            return residents;
        }

        var inThousand = SharePerThousand(population);
        var own = SplitMix64.For(seed, (int)Purpose.Groups, (int)population, cell).Between(-inThousand / 8, inThousand / 8);
        return residents * (inThousand + own) / 1000;
    }

    /// <summary>How many of a thousand residents (or families) a population counts.</summary>
    public static int SharePerThousand(Population population) => population switch
    {
        Population.Everyone => 1000,
        Population.Children => 205,
        Population.Aged15To29 => 185,
        Population.Aged18To66 => 620,
        Population.Aged20To66 => 590,
        Population.Aged30To59 => 390,
        Population.LabourForce => 520,
        Population.UpperSecondaryStarters => 14,
        Population.EntitledToVote => 760,
        Population.FamiliesWithChildren => 115,
        _ => throw new ArgumentOutOfRangeException(nameof(population), population, "Not a share of the residents."),
    };
}
