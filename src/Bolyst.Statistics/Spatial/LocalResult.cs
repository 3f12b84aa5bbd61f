namespace Bolyst.Statistics.Spatial;

/// <summary>A zone beside its neighbours. Named, for packages number these differently.</summary>
public enum Quadrant
{
    /// <summary>A high zone among high ones.</summary>
    HighHigh = 1,

    /// <summary>A low zone among low ones.</summary>
    LowLow = 2,

    /// <summary>A low zone among high ones.</summary>
    LowHigh = 3,

    /// <summary>A high zone among low ones.</summary>
    HighLow = 4,
}

/// <summary>What a zone is on a cluster map.</summary>
public enum ClusterKind
{
    /// <summary>It has no statistic: no value, or no neighbours.</summary>
    Undefined = 0,

    /// <summary>Its statistic may well be chance.</summary>
    NotSignificant = 1,

    /// <summary>A hot spot.</summary>
    HighHigh = 2,

    /// <summary>A cold spot.</summary>
    LowLow = 3,

    /// <summary>A low outlier among high zones.</summary>
    LowHigh = 4,

    /// <summary>A high outlier among low zones.</summary>
    HighLow = 5,
}

/// <summary>A local statistic for every zone.</summary>
/// <param name="Values">By zone ordinal.</param>
/// <param name="Permutations">How permutations were made; null when none were asked for.</param>
/// <param name="Zones">The number of zones with a value.</param>
/// <param name="Missing">The number of zones without.</param>
public sealed record LocalResult(IReadOnlyList<LocalValue> Values, PermutationRule? Permutations, int Zones, int Missing)
{
    /// <summary>
    /// The cluster map: quadrants where p is at or below <paramref name="level"/>, by permutation if there was one, else by the analytic
    /// test. With <paramref name="falseDiscovery"/> the level bounds the expected share of false clusters among those shown, rather than
    /// the chance of each.
    /// </summary>
    public IReadOnlyList<ClusterKind> Clusters(double level = 0.05, bool falseDiscovery = true)
    {
        Measured[] p = [.. Values.Select(v => Permutations is null ? v.AnalyticP : v.PermutationP)];
        var judged = falseDiscovery ? FalseDiscovery.Adjust(p) : p;
        return [.. Values.Select((v, i) => v.Quadrant switch
        {
            null => ClusterKind.Undefined,
            _ when !judged[i].HasValue => ClusterKind.Undefined,
            _ when judged[i].Value > level => ClusterKind.NotSignificant,
            Quadrant.HighHigh => ClusterKind.HighHigh,
            Quadrant.LowLow => ClusterKind.LowLow,
            Quadrant.LowHigh => ClusterKind.LowHigh,
            _ => ClusterKind.HighLow,
        })];
    }
}

/// <summary>A local statistic of one zone.</summary>
/// <param name="Statistic">The statistic; for Gi and Gi* it is the z-value.</param>
/// <param name="Expected">Its expectation without autocorrelation, given the zone's own value.</param>
/// <param name="Variance">Its variance likewise.</param>
/// <param name="Z">The deviation from the expectation in standard deviations.</param>
/// <param name="AnalyticP">The two-sided p-value by the normal distribution.</param>
/// <param name="PermutationP">The pseudo p-value by conditional permutation.</param>
/// <param name="Quadrant">The zone and its neighbours beside the mean; null when the statistic is undefined.</param>
public sealed record LocalValue(
    Measured Statistic, Measured Expected, Measured Variance, Measured Z, Measured AnalyticP, Measured PermutationP, Quadrant? Quadrant)
{
    internal static LocalValue None(Reason reason)
    {
        var none = Measured.None(reason);
        return new(none, none, none, none, none, none, null);
    }

    internal static LocalValue Of(LocalStatistic.Draft draft, double deviation)
    {
        if (!double.IsFinite(draft.Value))
        {
            return None(new(ReasonCode.NoVariation, "values", "the zones that could be neighbours do not vary"));
        }

        var test = AnalyticTest.Of(draft.Value, draft.Expected, draft.Variance);
        var none = Measured.None(ReasonCode.NoVariation, "values", "the statistic has no variance here");
        var quadrant = (deviation > 0, draft.Lag > 0) switch
        {
            (true, true) => Spatial.Quadrant.HighHigh,
            (false, false) => Spatial.Quadrant.LowLow,
            (false, true) => Spatial.Quadrant.LowHigh,
            _ => Spatial.Quadrant.HighLow,
        };
        return new(
            draft.Value,
            draft.Expected,
            draft.Variance,
            test?.Z ?? none,
            test?.TwoSidedP ?? none,
            Measured.None(ReasonCode.NoReference, "permutations", "no permutations were asked for"),
            quadrant);
    }
}
