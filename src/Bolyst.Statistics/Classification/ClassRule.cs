namespace Bolyst.Statistics.Classification;

/// <summary>How numbers are to be put into classes.</summary>
public sealed record ClassRule
{
    /// <summary>Most classes that a reader can tell apart on a map.</summary>
    public const int MostClasses = 9;

    private ClassRule(ClassMethod method, int classes, IReadOnlyList<double> breaks, double? middle) =>
        (Method, Classes, Breaks, Middle) = (method, classes, breaks, middle);

    /// <summary>The method.</summary>
    public ClassMethod Method { get; }

    /// <summary>Classes wanted, 2 to 9. There are fewer when there are fewer distinct numbers.</summary>
    public int Classes { get; }

    /// <summary>Breaks that are given, ascending; empty when the method finds them.</summary>
    public IReadOnlyList<double> Breaks { get; }

    /// <summary>A number that means neither more nor less and always is a break; null for none.</summary>
    public double? Middle { get; }

    /// <summary>Breaks that the numbers themselves decide.</summary>
    /// <param name="method">Quantile or Jenks.</param>
    /// <param name="classes">Classes wanted, 2 to 9.</param>
    /// <param name="middle">
    /// A number that means neither more nor less, such as 1 for an index whose average is 1. It is a break, and each side is put into
    /// classes by itself: half of them, the odd one above.
    /// </param>
    public static ClassRule Found(ClassMethod method, int classes, double? middle = null)
    {
        if (method is not (ClassMethod.Quantile or ClassMethod.Jenks))
            throw new ArgumentOutOfRangeException(nameof(method), method, "Breaks are found by quantiles or by Jenks.");
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(classes, MostClasses);
        return new(method, classes, [], middle);
    }

    /// <summary>Breaks that are given. A class stays even when no number is in it.</summary>
    /// <param name="breaks">1 to 8 finite numbers, each greater than the one before.</param>
    public static ClassRule Fixed(params IReadOnlyList<double> breaks)
    {
        ArgumentNullException.ThrowIfNull(breaks);
        if (breaks.Count is 0 or >= MostClasses)
            throw new ArgumentException($"There are {breaks.Count} breaks; 1 to {MostClasses - 1} are possible.", nameof(breaks));
        for (var i = 0; i < breaks.Count; i++)
        {
            if (!double.IsFinite(breaks[i]) || (i > 0 && breaks[i] <= breaks[i - 1]))
                throw new ArgumentException("Breaks must be finite, and each greater than the one before.", nameof(breaks));
        }

        return new(ClassMethod.Fixed, breaks.Count + 1, [.. breaks], middle: null);
    }
}
