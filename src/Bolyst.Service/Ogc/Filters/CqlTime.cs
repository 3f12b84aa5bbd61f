using Bolyst.Service.Layers;

namespace Bolyst.Service.Ogc.Filters;

/// <summary>Intervals of days beside each other. A day is an interval of one.</summary>
internal static class CqlTime
{
    /// <summary>The question about one feature.</summary>
    /// <param name="time">The condition.</param>
    /// <param name="bind">Finds a value.</param>
    public static Func<int, bool?> Compile(Time time, Func<Scalar, BoundScalar> bind)
    {
        var (left, right) = (Days(time.Left, bind), Days(time.Right, bind));
        Func<DateOnly, DateOnly, DateOnly, DateOnly, bool> holds = time.Relation switch
        {
            "AFTER" => (from, _, _, otherTo) => from > otherTo,
            "BEFORE" => (_, to, otherFrom, _) => to < otherFrom,
            "DISJOINT" => (from, to, otherFrom, otherTo) => from > otherTo || to < otherFrom,
            "DURING" => (from, to, otherFrom, otherTo) => from > otherFrom && to < otherTo,
            "EQUALS" => (from, to, otherFrom, otherTo) => from == otherFrom && to == otherTo,
            _ => (from, to, otherFrom, otherTo) => from <= otherTo && to >= otherFrom,
        };
        return at => left(at) is var (from, to) && right(at) is var (otherFrom, otherTo) ? holds(from, to, otherFrom, otherTo) : null;
    }

    /// <summary>The day that a text is written for; anything else as it is.</summary>
    public static BoundScalar Read(Scalar written, BoundScalar bound)
    {
        if (written is not Literal { Value: string text } || !DayInterval.TryDay(text, out var day))
            return bound;
        object known = day;
        return new(bound.Name, typeof(DateOnly), _ => known);
    }

    /// <summary>A single property without a day is unknown; an end without one is open.</summary>
    private static Func<int, (DateOnly From, DateOnly To)?> Days(Span span, Func<Scalar, BoundScalar> bind)
    {
        var (from, to) = (Day(span.From, bind), Day(span.To, bind));
        if (ReferenceEquals(span.From, span.To) && span.From is not null)
            return at => from(at) is { } day ? (day, day) : null;
        return at => (from(at) ?? DateOnly.MinValue, to(at) ?? DateOnly.MaxValue);
    }

    private static Func<int, DateOnly?> Day(Scalar? end, Func<Scalar, BoundScalar> bind)
    {
        if (end is null)
            return _ => null;
        var bound = Read(end, bind(end));
        return bound.Kind == typeof(DateOnly) ? at => (DateOnly?)bound.At(at) : throw CqlFault.Meaning($"{bound.Name} is not a day. Write DATE('2024-01-01').");
    }
}
