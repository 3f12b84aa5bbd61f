namespace Bolyst.Statistics.Comparison;

/// <summary>One number's place among others.</summary>
/// <param name="RankFromHighest">Numbers that are higher, plus 1.</param>
/// <param name="Present">Numbers that there are.</param>
/// <param name="Missing">Zones without a number.</param>
/// <param name="ShareBelow">Share of the numbers that are lower, plus half the share that are equal: 0 to 1 (mid-rank percentile).</param>
/// <param name="Quartiles">Lowest, lower quartile, median, upper quartile, highest.</param>
public sealed record Standing(int RankFromHighest, int Present, int Missing, double ShareBelow, Quartiles Quartiles)
{
    /// <summary>Places a zone among all zones of its column; null when it has no number.</summary>
    /// <param name="column">The column.</param>
    /// <param name="zone">Ordinal of the zone.</param>
    public static Standing? Of(IndicatorColumn column, int zone)
    {
        if (column[zone] is not { HasValue: true } own)
        {
            return null;
        }

        var numbers = new double[column.Count];
        var (present, higher, equal) = (0, 0, 0);
        for (var other = 0; other < column.Count; other++)
        {
            if (column[other] is { HasValue: true } number)
            {
                numbers[present++] = number.Value;
                higher += number.Value > own.Value ? 1 : 0;
                equal += number.Value == own.Value ? 1 : 0;
            }
        }

        var lower = present - higher - equal;
        return new(higher + 1, present, column.Count - present, (lower + (equal / 2.0)) / present, Quartiles.Of(numbers.AsSpan(0, present)));
    }
}

/// <summary>Five numbers that sum up many.</summary>
/// <param name="Lowest">The lowest.</param>
/// <param name="Lower">A quarter is below.</param>
/// <param name="Median">Half is below.</param>
/// <param name="Upper">Three quarters are below.</param>
/// <param name="Highest">The highest.</param>
public readonly record struct Quartiles(double Lowest, double Lower, double Median, double Upper, double Highest)
{
    /// <summary>
    /// By linear interpolation between order statistics, type 7 of Hyndman and Fan (1996, The American Statistician 50:361), the default
    /// of R. Sorts <paramref name="numbers"/> in place.
    /// </summary>
    /// <param name="numbers">One or more finite numbers.</param>
    public static Quartiles Of(Span<double> numbers)
    {
        numbers.Sort();
        return new(numbers[0], At(numbers, 0.25), At(numbers, 0.5), At(numbers, 0.75), numbers[^1]);
    }

    private static double At(ReadOnlySpan<double> sorted, double share)
    {
        var place = (sorted.Length - 1) * share;
        var below = (int)place;
        return below == sorted.Length - 1 ? sorted[below] : sorted[below] + ((place - below) * (sorted[below + 1] - sorted[below]));
    }
}
