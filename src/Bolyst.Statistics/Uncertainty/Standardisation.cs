namespace Bolyst.Statistics.Uncertainty;

/// <summary>Takes the age structure out of a comparison.</summary>
public static class Standardisation
{
    /// <summary>
    /// The directly standardised rate: what the zone's rate would be with the age structure of the standard. Interval of Dobson,
    /// Kuulasmaa, Eberle and Scherer (1991, Statistics in Medicine 10) from the exact Poisson interval of all events.
    /// </summary>
    /// <param name="events">Events by age group.</param>
    /// <param name="persons">Persons by age group, above 0 in every group.</param>
    /// <param name="standard">The standard population by age group.</param>
    /// <param name="scale">1000 for a rate per thousand.</param>
    /// <param name="level">The confidence level.</param>
    public static Estimate Direct(
        ReadOnlySpan<double> events, ReadOnlySpan<double> persons, ReadOnlySpan<double> standard, double scale = 1, double level = 0.95)
    {
        Require(events.Length, persons.Length, standard.Length);
        var (rate, variance, all, weights) = (default(Sum), default(Sum), default(Sum), Sum.Of(standard));
        for (var age = 0; age < events.Length; age++)
        {
            if (Reject(events[age], persons[age]) is { } reason)
            {
                return new(Measured.None(reason), null);
            }

            var weight = standard[age] / weights;
            rate.Add(weight * events[age] / persons[age]);
            variance.Add(weight * weight * events[age] / (persons[age] * persons[age]));
            all.Add(events[age]);
        }

        if (!(weights > 0))
        {
            return new(Measured.None(ReasonCode.ZeroPopulation, "standard", "the standard population is empty"), null);
        }

        var exact = PoissonInterval.Exact(all.Value, level).Interval!;

        // Without events there is no spread to scale by; the rate is zero, and only the exact interval of the count can be given.
        if (all.Value == 0)
        {
            return new(0, null);
        }

        var spread = Math.Sqrt(variance.Value / all.Value);
        return new(
            rate.Value * scale,
            new(
                (rate.Value + (spread * (exact.Lower - all.Value))) * scale,
                (rate.Value + (spread * (exact.Upper!.Value - all.Value))) * scale,
                level,
                "Dobson, exact Poisson"));
    }

    /// <summary>
    /// The indirectly standardised ratio (SMR): events over what the reference's rates by age would give, times
    /// <paramref name="scale"/>; interval of Byar.
    /// </summary>
    /// <param name="events">All events of the zone.</param>
    /// <param name="persons">Persons of the zone by age group.</param>
    /// <param name="referenceRates">The reference's rate by age group, per person.</param>
    /// <param name="scale">100 makes the reference 100.</param>
    /// <param name="level">The confidence level.</param>
    public static Estimate Indirect(
        double events, ReadOnlySpan<double> persons, ReadOnlySpan<double> referenceRates, double scale = 100, double level = 0.95)
    {
        Require(persons.Length, persons.Length, referenceRates.Length);
        var expected = default(Sum);
        for (var age = 0; age < persons.Length; age++)
        {
            expected.Add(persons[age] * referenceRates[age]);
        }

        var observed = PoissonInterval.Byar(events, level);
        if (!observed.Value.HasValue)
        {
            return observed;
        }

        return !(expected.Value > 0)
            ? new(Measured.None(ReasonCode.ZeroDenominator, "expected", "no events are expected"), null)
            : new(
                events / expected.Value * scale,
                new(observed.Interval!.Lower / expected.Value * scale, observed.Interval.Upper!.Value / expected.Value * scale, level, "Byar"));
    }

    private static Reason? Reject(double events, double persons)
    {
        if (!double.IsFinite(events) || !double.IsFinite(persons))
        {
            return new(ReasonCode.InputMissing, "counts", "a count of an age group is missing");
        }

        if (events < 0 || persons < 0)
        {
            return new(ReasonCode.OutsideDomain, "counts", "a count of an age group is negative");
        }

        return persons == 0 ? new(ReasonCode.ZeroPopulation, "persons", "an age group is empty, so it has no rate") : null;
    }

    private static void Require(int events, int persons, int weights)
    {
        if (events != persons || persons != weights || events == 0)
        {
            throw new ArgumentException("Every age group needs its events, its persons and its weight, and there is at least one.", nameof(events));
        }
    }
}
