using System.Numerics;

namespace Bolyst.Statistics.Composite;

/// <summary>Step 5: brings a column onto a common scale, turned so that high raises the score.</summary>
internal static class Normalise
{
    /// <summary>Normalises some rows as one population.</summary>
    /// <param name="how">Method and parameters.</param>
    /// <param name="column">The column; its numbers are replaced.</param>
    /// <param name="from">The first row.</param>
    /// <param name="count">The number of rows.</param>
    /// <param name="direction">1 or -1.</param>
    /// <param name="total">The total of all zones from counts, for methods that need a reference; null when there are no counts.</param>
    public static void Apply(Normalisation how, WorkColumn column, int from, int count, int direction, double? total)
    {
        var numbers = column.Numbers.AsSpan(from, count);
        var (present, minimum, maximum) = Moments.Extent(numbers);
        if (present == 0)
        {
            return;
        }

        if (NeedsRange(how.Method) && minimum == maximum)
        {
            column.LoseAll(new(
                ReasonCode.NoVariation, column.Key, $"{column.Key} has {(present == 1 ? "a single value" : "the same value everywhere")}, so it has no scale"));
            return;
        }

        switch (how.Method)
        {
            case NormaliseMethod.None:
                Linear(numbers, direction, 0);
                break;
            case NormaliseMethod.MinMax:
                MinMax(numbers, direction, minimum, maximum, how.Lower, how.Upper);
                break;
            case NormaliseMethod.DistanceToMaximum:
                MinMax(numbers, direction, minimum, maximum, 0, 1);
                break;
            case NormaliseMethod.ZScore:
                ZScore(numbers, direction, how);
                break;
            case NormaliseMethod.PercentOfReference:
                RequireUpward(how, column.Key, direction);
                Linear(numbers, 100 / RequireReference(how, column.Key, total), 0);
                break;
            case NormaliseMethod.FractionOfMaximum:
                RequireUpward(how, column.Key, direction);
                if (!(maximum > 0))
                {
                    // Divided by a maximum below zero, the order would turn.
                    column.LoseAll(new(ReasonCode.OutsideDomain, column.Key, $"the greatest value of {column.Key} is not above zero, so nothing is a fraction of it"));
                    break;
                }

                Linear(numbers, 1 / maximum, 0);
                break;
            case NormaliseMethod.DistanceToReference:
                DistanceToReference(column, numbers, direction, direction > 0 ? minimum : -maximum, direction * RequireReference(how, column.Key, total), how.Cap);
                break;
            case NormaliseMethod.DistanceToTarget:
                DistanceToTarget(numbers, direction, minimum, maximum, how, column.Key);
                break;
            case NormaliseMethod.Goalposts:
                Goalposts(numbers, direction, how, column.Key, hold: true);
                break;
            case NormaliseMethod.Scaled:
                Goalposts(numbers, direction, how, column.Key, hold: false);
                break;
            case NormaliseMethod.AroundReference:
                // From Ref − range/2 to Ref + range/2 onto 70 to 130, so that the reference is 100.
                Linear(numbers, 60 * direction / (maximum - minimum), 100 - (60 * direction * RequireReference(how, column.Key, total) / (maximum - minimum)));
                break;
            default:
                RankBased.Apply(how, numbers, direction, present);
                break;
        }
    }

    private static bool NeedsRange(NormaliseMethod method) => method is not (
        NormaliseMethod.None or NormaliseMethod.PercentOfReference or NormaliseMethod.FractionOfMaximum
        or NormaliseMethod.Goalposts or NormaliseMethod.Scaled);

    private static void Linear(Span<double> numbers, double slope, double intercept)
    {
        if (slope == 1 && intercept == 0)
        {
            return;
        }

        foreach (ref var x in numbers)
        {
            x = (x * slope) + intercept;
        }
    }

    private static void MinMax(Span<double> numbers, int direction, double minimum, double maximum, double lower, double upper)
    {
        var origin = direction > 0 ? minimum : maximum;
        var range = (maximum - minimum) * direction;
        var at = 0;
        for (; at <= numbers.Length - Vector<double>.Count; at += Vector<double>.Count)
        {
            var x = new Vector<double>(numbers[at..]);
            (((x - new Vector<double>(origin)) / range * (upper - lower)) + new Vector<double>(lower)).CopyTo(numbers[at..]);
        }

        for (; at < numbers.Length; at++)
        {
            numbers[at] = ((numbers[at] - origin) / range * (upper - lower)) + lower;
        }
    }

    private static void ZScore(Span<double> numbers, int direction, Normalisation how)
    {
        var m = Moments.Of(numbers);
        foreach (ref var x in numbers)
        {
            x = ((x - m.Mean) / m.StandardDeviation * direction * how.StandardDeviation) + how.Mean;
        }
    }

    /// <param name="column">The column that the numbers are of.</param>
    /// <param name="numbers">Its rows.</param>
    /// <param name="direction">1 or -1.</param>
    /// <param name="least">The least of the turned numbers.</param>
    /// <param name="reference">The reference, turned like them.</param>
    /// <param name="cap">Whether what is beyond the reference counts as one.</param>
    private static void DistanceToReference(
        WorkColumn column, Span<double> numbers, int direction, double least, double reference, bool cap)
    {
        if (reference == least)
        {
            column.LoseAll(new(ReasonCode.OutsideDomain, column.Key, $"the reference of {column.Key} scores no higher than the lowest zone, so no distance can be measured"));
            return;
        }

        foreach (ref var x in numbers)
        {
            x = Capped(1 - ((reference - (direction * x)) / (reference - least)), cap);
        }
    }

    private static void DistanceToTarget(
        Span<double> numbers, int direction, double minimum, double maximum, Normalisation how, string key)
    {
        var target = how.Target ?? throw new DefinitionRefusedException("normalise", key, $"'{key}' needs a target to take distances to.");
        var origin = direction > 0 ? minimum : maximum;
        if (target == origin)
        {
            throw new DefinitionRefusedException("normalise", key, $"The target of '{key}' is its worst value, so no distance can be measured.");
        }

        foreach (ref var x in numbers)
        {
            x = Capped((x - origin) / (target - origin), how.Cap);
        }
    }

    private static void Goalposts(Span<double> numbers, int direction, Normalisation how, string key, bool hold)
    {
        if (!(how.Upper > how.Lower))
        {
            throw new DefinitionRefusedException("normalise", key, $"The upper goalpost of '{key}' is not above the lower one.");
        }

        var (origin, range) = direction > 0 ? (how.Lower, how.Upper - how.Lower) : (how.Upper, how.Lower - how.Upper);
        foreach (ref var x in numbers)
        {
            var score = (x - origin) / range;
            x = how.Scale * (hold ? Math.Clamp(score, 0, 1) : score);
        }
    }

    private static double Capped(double x, bool cap) => cap && x > 1 ? 1 : x;

    private static void RequireUpward(Normalisation how, string key, int direction)
    {
        if (direction < 0)
        {
            throw new DefinitionRefusedException(
                "normalise", key, $"{how.Method} has no mirror: '{key}' lowers the score. Use its complement, or another method for it.");
        }
    }

    private static double RequireReference(Normalisation how, string key, double? total)
    {
        var reference = how.Reference ?? total ?? throw new DefinitionRefusedException(
            "normalise", key, $"'{key}' needs a reference value: give one, or deliver its counts so that the total can be taken.");
        return reference != 0 || how.Method != NormaliseMethod.PercentOfReference
            ? reference
            : throw new DefinitionRefusedException("normalise", key, $"The reference of '{key}' is zero, so nothing is a percentage of it.");
    }
}
