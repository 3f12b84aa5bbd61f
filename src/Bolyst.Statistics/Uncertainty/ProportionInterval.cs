namespace Bolyst.Statistics.Uncertainty;

/// <summary>Intervals for one proportion: x of n persons.</summary>
public static class ProportionInterval
{
    /// <summary>
    /// The score interval of Wilson (1927, JASA 22): sound for small n and at 0 and n, where the plain one collapses.
    /// </summary>
    /// <param name="events">x, from 0 to <paramref name="persons"/>.</param>
    /// <param name="persons">n; 0 gives a reason.</param>
    /// <param name="level">The confidence level.</param>
    public static Estimate Wilson(double events, double persons, double level = 0.95)
    {
        var z = ConfidenceLevel.Z(level);
        if (Counts.Reject(events, persons) is { } reason)
        {
            return new(Measured.None(reason), null);
        }

        var p = events / persons;
        var middle = events + (z * z / 2);
        var half = z * Math.Sqrt((events * (1 - p)) + (z * z / 4));
        var under = persons + (z * z);

        // At 0 and n the limit is exactly 0 or 1; the difference of two equal numbers leaves a speck.
        var lower = events == 0 ? 0 : Math.Max(0, (middle - half) / under);
        var upper = events == persons ? 1 : Math.Min(1, (middle + half) / under);
        return new(p, new(lower, upper, level, "Wilson"));
    }
}
