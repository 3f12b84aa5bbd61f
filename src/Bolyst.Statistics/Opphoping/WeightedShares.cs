namespace Bolyst.Statistics.Opphoping;

/// <summary>Population-weighted shares of an index and the index relative to its average, over the zones that have both numbers.</summary>
internal static class WeightedShares
{
    public static (Measured[] Share, Measured[] Relative) Of(Measured[] raw, IndicatorColumn weight)
    {
        var (burden, population) = (default(Sum), default(Sum));
        for (var zone = 0; zone < raw.Length; zone++)
        {
            if (raw[zone].HasValue && Weight(weight, zone) is { HasValue: true } n)
            {
                burden.Add(raw[zone].Value * n.Value);
                population.Add(n.Value);
            }
        }

        var share = new Measured[raw.Length];
        var relative = new Measured[raw.Length];
        for (var zone = 0; zone < raw.Length; zone++)
        {
            share[zone] = Share(raw[zone], Weight(weight, zone), burden.Value);
            relative[zone] = Relative(raw[zone], Weight(weight, zone), burden.Value, population.Value);
        }

        return (share, relative);
    }

    /// <summary>Neither, for want of the weight.</summary>
    public static (Measured[] Share, Measured[] Relative) Without(Measured[] raw, string weight)
    {
        var missing = Measured.None(Reason.InputMissing(weight, ObservationStatus.NotDelivered));
        Measured[] none = [.. raw.Select(value => value.HasValue ? missing : value)];
        return (none, none);
    }

    private static Measured Weight(IndicatorColumn weight, int zone)
    {
        var n = weight[zone];
        return n.HasValue && n.Value < 0
            ? Measured.None(ReasonCode.OutsideDomain, weight.Key, $"{weight.Key} is negative")
            : n;
    }

    private static Measured Share(Measured raw, Measured weight, double burden)
    {
        if (!raw.HasValue || !weight.HasValue)
        {
            return raw.HasValue ? weight : raw;
        }

        return burden == 0 ? NothingToShare : raw.Value * weight.Value / burden;
    }

    /// <summary>OI_k ΣN / Σ(OI N): the same as the share over the share of the population, without dividing by N_k.</summary>
    private static Measured Relative(Measured raw, Measured weight, double burden, double population)
    {
        if (!raw.HasValue || !weight.HasValue)
        {
            return raw.HasValue ? weight : raw;
        }

        if (weight.Value == 0)
        {
            return Measured.None(ReasonCode.ZeroPopulation, "weight", "the zone has no inhabitants");
        }

        return burden == 0 ? NothingToShare : raw.Value * population / burden;
    }

    private static Measured NothingToShare { get; } =
        Measured.None(ReasonCode.ZeroTotal, "index", "the index is zero in every inhabited zone, so it has no shares");
}
