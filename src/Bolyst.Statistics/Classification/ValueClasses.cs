namespace Bolyst.Statistics.Classification;

/// <summary>
/// Numbers put into classes for a map. Equal numbers are always in the same class, the order of the numbers does not matter, and a break
/// belongs to the class above it.
/// </summary>
/// <param name="Rule">How.</param>
/// <param name="Breaks">Between the classes, ascending: one less than the classes. A found break has as few decimals as part the numbers.</param>
/// <param name="Classes">The classes, the lowest first; none when there is neither a number nor a given break.</param>
/// <param name="Missing">How many numbers are missing. They are in no class.</param>
public sealed record ValueClasses(ClassRule Rule, IReadOnlyList<double> Breaks, IReadOnlyList<ValueClass> Classes, int Missing)
{
    /// <summary>Puts numbers into classes.</summary>
    /// <param name="numbers">The numbers; NaN is missing.</param>
    /// <param name="rule">How.</param>
    public static ValueClasses Of(ReadOnlySpan<double> numbers, ClassRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var distinct = DistinctNumbers.Of(numbers);
        var breaks = BreaksOf(distinct, rule);
        return new(rule, breaks, distinct.Values.Length == 0 && breaks.Length == 0 ? [] : Fill(distinct, breaks), numbers.Length - distinct.Total);
    }

    /// <summary>The place of the class that a number is in, from 0.</summary>
    public int ClassOf(double number) => Breaks.Count(limit => number >= limit);

    private static double[] BreaksOf(DistinctNumbers distinct, ClassRule rule)
    {
        if (rule.Method == ClassMethod.Fixed)
            return [.. rule.Breaks];
        if (rule.Middle is not { } middle)
            return Find(distinct, rule.Method, rule.Classes);
        if (distinct.Values.Length == 0)
            return [];
        var (below, above) = distinct.SplitAt(middle);
        return [.. Find(below, rule.Method, rule.Classes / 2), middle, .. Find(above, rule.Method, rule.Classes - (rule.Classes / 2))];
    }

    private static double[] Find(DistinctNumbers distinct, ClassMethod method, int classes)
    {
        int[] starts = classes < 2 || distinct.Values.Length < 2 ? []
            : distinct.Values.Length <= classes ? [.. Enumerable.Range(1, distinct.Values.Length - 1)]
            : method == ClassMethod.Quantile ? QuantileBreaks.Starts(distinct, classes)
            : NaturalBreaks.Starts(distinct, classes);
        return [.. starts.Select(start => RoundNumber.Between(distinct.Values[start - 1], distinct.Values[start]))];
    }

    private static ValueClass[] Fill(DistinctNumbers distinct, double[] breaks)
    {
        var classes = new ValueClass[breaks.Length + 1];
        var at = 0;
        for (var c = 0; c < classes.Length; c++)
        {
            var (first, count) = (at, 0);
            while (at < distinct.Values.Length && (c == breaks.Length || distinct.Values[at] < breaks[c]))
            {
                count += distinct.Counts[at++];
            }

            classes[c] = new(
                c == 0 ? null : breaks[c - 1],
                c == breaks.Length ? null : breaks[c],
                count == 0 ? null : distinct.Values[first],
                count == 0 ? null : distinct.Values[at - 1],
                count);
        }

        return classes;
    }
}
