using System.Globalization;
using Bolyst.Service.Faults;

namespace Bolyst.Service.Layers;

/// <summary>Days from one to another, both counted; null for an open end. Zones come and go by days, so times of day are not read.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
internal readonly record struct DayInterval(DateOnly? From, DateOnly? To)
{
    /// <summary>True when both have a day in common.</summary>
    public bool Meets(DayInterval other) => (From is null || other.To is null || From <= other.To) && (To is null || other.From is null || other.From <= To);

    /// <summary>Reads the parameter <c>datetime</c>: a day or a time (RFC 3339), or two with a slash between, <c>..</c> for an open end.</summary>
    /// <exception cref="Rpc.RpcException">It is none of these.</exception>
    public static DayInterval Read(string text)
    {
        var ends = text.Split('/');
        if (ends.Length > 2)
            throw Refused(text);
        var interval = new DayInterval(Day(ends[0], text, ends.Length == 2), Day(ends[^1], text, ends.Length == 2));
        return interval.From > interval.To ? throw Refused(text) : interval;
    }

    /// <summary>Reads a day, or the day (UTC) of a time with its offset.</summary>
    public static bool TryDay(string text, out DateOnly day)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
            return true;
        var known = DateTimeOffset.TryParseExact(
            text.Replace('t', 'T').Replace('z', 'Z'), ["yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"], CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal, out var time);
        day = DateOnly.FromDateTime(time.UtcDateTime);
        return known;
    }

    private static DateOnly? Day(string end, string text, bool mayBeOpen) =>
        mayBeOpen && end is "" or ".." ? null
        : TryDay(end, out var day) ? day
        : throw Refused(text);

    private static Rpc.RpcException Refused(string text) => Fault.InvalidArgument(
        V1.ErrorReason.FieldMalformed, "datetime", $"is '{text}'. Send a day (2024-01-01), a time (2024-01-01T00:00:00Z), or from and to with a slash between (2020-01-01/..).");
}
