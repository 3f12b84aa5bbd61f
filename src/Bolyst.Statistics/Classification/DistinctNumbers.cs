namespace Bolyst.Statistics.Classification;

/// <summary>Numbers sorted, each once, with how often it occurs.</summary>
/// <param name="Values">Ascending; none is NaN.</param>
/// <param name="Counts">How often each occurs, at least once.</param>
internal sealed record DistinctNumbers(double[] Values, int[] Counts)
{
    /// <summary>How many numbers there are, equal ones counted each.</summary>
    public int Total { get; } = Counts.Sum();

    /// <summary>The numbers that are present.</summary>
    public static DistinctNumbers Of(ReadOnlySpan<double> numbers)
    {
        var present = new List<double>(numbers.Length);
        foreach (var number in numbers)
        {
            if (!double.IsNaN(number))
                present.Add(number);
        }

        present.Sort();
        var (values, counts) = (new List<double>(), new List<int>());
        foreach (var number in present)
        {
            if (values.Count > 0 && values[^1] == number)
            {
                counts[^1]++;
            }
            else
            {
                values.Add(number);
                counts.Add(1);
            }
        }

        return new([.. values], [.. counts]);
    }

    /// <summary>Those below a limit, and those at or above it.</summary>
    public (DistinctNumbers Below, DistinctNumbers Above) SplitAt(double limit)
    {
        var place = Array.BinarySearch(Values, limit);
        place = place < 0 ? ~place : place;
        return (new(Values[..place], Counts[..place]), new(Values[place..], Counts[place..]));
    }
}
