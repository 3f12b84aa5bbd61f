namespace Bolyst.Statistics.Comparison;

/// <summary>Which end gets rank 1.</summary>
public enum RankDirection
{
    /// <summary>The highest value has rank 1.</summary>
    HighestFirst = 1,

    /// <summary>The lowest value has rank 1.</summary>
    LowestFirst = 2,
}

/// <summary>What equal values get. No rule depends on the order of rows.</summary>
public enum TieRule
{
    /// <summary>The best of the ranks they share: 1, 2, 2, 4.</summary>
    Min = 1,

    /// <summary>The worst of the ranks they share: 1, 3, 3, 4.</summary>
    Max = 2,

    /// <summary>The mean of the ranks they share: 1, 2.5, 2.5, 4.</summary>
    Average = 3,

    /// <summary>The next whole number: 1, 2, 2, 3.</summary>
    Dense = 4,
}

/// <summary>Ranks with the direction and the tie rule said aloud.</summary>
public static class Ranking
{
    /// <summary>Ranks the numbers; NaN stays NaN and is not counted.</summary>
    /// <param name="values">Numbers by ordinal; NaN is missing.</param>
    /// <param name="ranks">Receives the ranks, from 1; as long as <paramref name="values"/>.</param>
    /// <param name="direction">Which end gets rank 1.</param>
    /// <param name="ties">What equal values get.</param>
    /// <returns>The number of values ranked.</returns>
    internal static int Rank(ReadOnlySpan<double> values, Span<double> ranks, RankDirection direction, TieRule ties)
    {
        var keys = new double[values.Length];
        var order = new int[values.Length];
        var count = 0;
        for (var i = 0; i < values.Length; i++)
        {
            ranks[i] = double.NaN;
            if (!double.IsNaN(values[i]))
            {
                keys[count] = direction == RankDirection.LowestFirst ? values[i] : -values[i];
                order[count++] = i;
            }
        }

        RadixSort.Sort(keys, order, count);
        var group = 0;
        for (var start = 0; start < count;)
        {
            var end = start + 1;
            while (end < count && keys[end] == keys[start])
            {
                end++;
            }

            group++;
            var rank = ties switch
            {
                TieRule.Min => start + 1,
                TieRule.Max => end,
                TieRule.Average => (start + 1 + end) / 2.0,
                TieRule.Dense => group,
                _ => throw new ArgumentOutOfRangeException(nameof(ties), ties, "Unknown tie rule."),
            };
            for (; start < end; start++)
            {
                ranks[order[start]] = rank;
            }
        }

        return count;
    }

    /// <summary>Ranks the values that are present; a missing value keeps its reason.</summary>
    public static Measured[] Rank(ReadOnlySpan<Measured> values, RankDirection direction, TieRule ties)
    {
        var numbers = new double[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            numbers[i] = values[i].OrNaN;
        }

        var ranks = new double[values.Length];
        Rank(numbers, ranks, direction, ties);
        var result = values.ToArray();
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = result[i].HasValue ? ranks[i] : result[i];
        }

        return result;
    }
}
