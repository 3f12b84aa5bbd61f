namespace Bolyst.Statistics.Uncertainty;

/// <summary>Intervals for a rate of events that may happen more than once, such as reported offences per 1000.</summary>
public static class RateInterval
{
    /// <summary>events / persons · scale with the exact Poisson interval of the events.</summary>
    public static Estimate Exact(double events, double persons, double scale, double level = 0.95)
    {
        var count = PoissonInterval.Exact(events, level);
        if (!count.Value.HasValue)
        {
            return count;
        }

        return !(persons > 0)
            ? new(Measured.None(ReasonCode.ZeroPopulation, "denominator", "the denominator is zero or missing"), null)
            : new(
                events / persons * scale,
                new(count.Interval!.Lower / persons * scale, count.Interval.Upper!.Value / persons * scale, level, count.Interval.Method));
    }
}
