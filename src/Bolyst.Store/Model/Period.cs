using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Bolyst.Store.Model;

/// <summary>
/// The time a number is about, written as SSB does: a year <c>2013</c>, a quarter <c>2021K4</c>, a month <c>2021M05</c>,
/// several years <c>2019-2021</c>, or a day <c>2013-01-01</c> (a stock counted that day). Ordered by end, then start.
/// </summary>
public readonly record struct Period : IComparable<Period>
{
    private Period(string code, DateOnly start, DateOnly end)
    {
        Code = code;
        Start = start;
        End = end;
    }

    /// <summary>The code as written and stored.</summary>
    public string Code { get; }

    /// <summary>The first day.</summary>
    public DateOnly Start { get; }

    /// <summary>The day after the last.</summary>
    public DateOnly End { get; }

    /// <summary>A whole year, 1 to 9998.</summary>
    public static Period Year(int year) => Parse(year.ToString("D4", CultureInfo.InvariantCulture));

    /// <summary>Reads a period code.</summary>
    /// <exception cref="FormatException">The text is none of the five forms.</exception>
    public static Period Parse(string text) => TryParse(text, out var period)
        ? period
        : throw new FormatException($"'{text}' is not a period. Write a year (2013), a quarter (2021K4), a month (2021M05), years (2019-2021) or a day (2013-01-01).");

    /// <summary>Reads a period code; false when the text is none of the five forms.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Period period)
    {
        period = default;
        if (text is null || text.Length < 4 || !TryNumber(text.AsSpan(0, 4), out var year) || year is < 1 or > 9998)
            return false;

        var start = new DateOnly(year, 1, 1);
        var rest = text.AsSpan(4);
        if (rest.Length == 0)
            period = new(text, start, start.AddYears(1));
        else if (rest.Length == 2 && rest[0] == 'K' && TryNumber(rest[1..], out var quarter) && quarter is >= 1 and <= 4)
            period = new(text, start.AddMonths(3 * (quarter - 1)), start.AddMonths(3 * quarter));
        else if (rest.Length == 3 && rest[0] == 'M' && TryNumber(rest[1..], out var month) && month is >= 1 and <= 12)
            period = new(text, start.AddMonths(month - 1), start.AddMonths(month));
        else if (rest.Length == 5 && rest[0] == '-' && TryNumber(rest[1..], out var last) && last >= year && last <= 9998)
            period = new(text, start, new DateOnly(last, 1, 1).AddYears(1));
        else if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            period = new(text, day, day.AddDays(1));
        return period.Code is not null;
    }

    /// <inheritdoc/>
    public int CompareTo(Period other)
    {
        var byEnd = End.CompareTo(other.End);
        return byEnd != 0 ? byEnd : Start.CompareTo(other.Start);
    }

    public static bool operator <(Period left, Period right) => left.CompareTo(right) < 0;

    public static bool operator <=(Period left, Period right) => left.CompareTo(right) <= 0;

    public static bool operator >(Period left, Period right) => left.CompareTo(right) > 0;

    public static bool operator >=(Period left, Period right) => left.CompareTo(right) >= 0;

    /// <inheritdoc/>
    public override string ToString() => Code ?? "";

    // ASCII digits only: Norwegian register codes never hold a sign, a space or other digits.
    private static bool TryNumber(ReadOnlySpan<char> text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
