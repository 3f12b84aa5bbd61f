using Bolyst.Statistics.Comparison;

namespace Bolyst.Statistics.Composite;

/// <summary>How missing values are filled. A filled value is marked as imputed in the result.</summary>
public enum ImputeMethod
{
    /// <summary>Not at all.</summary>
    None = 0,

    /// <summary>The mean of the indicator in the same period.</summary>
    Mean = 1,

    /// <summary>The median of the indicator in the same period.</summary>
    Median = 2,

    /// <summary>The mean of the zone's group in the same period.</summary>
    GroupMean = 3,

    /// <summary>The median of the zone's group in the same period.</summary>
    GroupMedian = 4,

    /// <summary>The zone's own value in the latest earlier period that has one.</summary>
    LastPeriod = 5,
}

/// <summary>Which zones have too little data to be scored.</summary>
/// <param name="MinimumPresent">The least share of indicators with a value, 0 to 1.</param>
/// <param name="MinimumNonZero">The least share of the present values that are not zero, 0 to 1.</param>
public sealed record ScreenRule(double MinimumPresent, double MinimumNonZero = 0);

/// <summary>
/// How outliers are drawn in. An indicator passes when |skewness| is below the one limit or kurtosis below the other (both the
/// unbiased forms G1 and G2 of Joanes and Gill 1998, The Statistician 47). One that does not is winsorised, value by value; if that is
/// not enough, the original values are transformed instead.
/// </summary>
/// <param name="SkewnessLimit">Above 0.</param>
/// <param name="KurtosisLimit">Excess kurtosis; 0 is the normal distribution's.</param>
/// <param name="MaximumWinsorised">How many points may be drawn in.</param>
/// <param name="Transform">What is tried when winsorising fails.</param>
/// <param name="Lambda">The parameter of <see cref="TreatTransform.BoxCox"/>.</param>
public sealed record TreatRule(
    double SkewnessLimit = 2,
    double KurtosisLimit = 3.5,
    int MaximumWinsorised = 5,
    TreatTransform Transform = TreatTransform.LogOfRange,
    double Lambda = 0);

/// <summary>A transformation that draws in a long tail.</summary>
public enum TreatTransform
{
    /// <summary>None: the winsorised values stay.</summary>
    None = 0,

    /// <summary>ln x; refused at zero and below.</summary>
    Log = 1,

    /// <summary>ln(x − min + 0.01 range).</summary>
    LogOfRange = 2,

    /// <summary>ln(x − min + 1).</summary>
    LogOfDistance = 3,

    /// <summary>Box and Cox (1964): (x^λ − 1)/λ, ln x when λ is 0; values are first moved so that the least is 1 when any is not positive.</summary>
    BoxCox = 4,
}

/// <summary>How an indicator comes onto a common scale.</summary>
/// <param name="Method">The method; the other members are its parameters and the rest of them are ignored.</param>
public sealed record Normalisation(NormaliseMethod Method = NormaliseMethod.MinMax)
{
    /// <summary>The lower end of the scale: of min-max; the lower goalpost; the lower value of scaled.</summary>
    public double Lower { get; init; }

    /// <summary>The upper end of the scale: of min-max; the upper goalpost; the upper value of scaled.</summary>
    public double Upper { get; init; } = 100;

    /// <summary>The mean after a z-score.</summary>
    public double Mean { get; init; }

    /// <summary>The standard deviation after a z-score.</summary>
    public double StandardDeviation { get; init; } = 1;

    /// <summary>What a goalpost or scaled score of one becomes.</summary>
    public double Scale { get; init; } = 100;

    /// <summary>The value to compare with (percent of reference, distance to reference, around reference); null: the total of all zones from counts.</summary>
    public double? Reference { get; init; }

    /// <summary>The value to reach, for distance to target.</summary>
    public double? Target { get; init; }

    /// <summary>Whether a distance above one counts as one.</summary>
    public bool Cap { get; init; }

    /// <summary>What equal values get where ranks are taken.</summary>
    public TieRule Ties { get; init; } = TieRule.Min;

    /// <summary>How a rank becomes a decile.</summary>
    public QuantileRule Quantile { get; init; } = QuantileRule.Ceiling;

    /// <summary>
    /// Whether the values are ranks already, as published for domains, and are used as they stand: with direction -1 the rank 1 raises
    /// the score most.
    /// </summary>
    public bool ValuesAreRanks { get; init; }

    /// <summary>The exponential's offset a in R = (N − rank + a)/N: 1 in England, 0 in Scotland from 2016.</summary>
    public double RankOffset { get; init; } = 1;

    /// <summary>The exponential's steepness: 23 makes the worst tenth fill the upper half of the scale.</summary>
    public double Steepness { get; init; } = 23;
}

/// <summary>The methods of normalisation. With x, the value turned so that high raises the score.</summary>
public enum NormaliseMethod
{
    /// <summary>As it is.</summary>
    None = 0,

    /// <summary>(x − min)/(max − min) from Lower to Upper.</summary>
    MinMax = 1,

    /// <summary>(x − mean)/sd, with n − 1; then Mean and StandardDeviation.</summary>
    ZScore = 2,

    /// <summary>100 x / Reference. The indicator's direction must be upward.</summary>
    PercentOfReference = 3,

    /// <summary>The rank, 1 for the lowest x.</summary>
    Rank = 4,

    /// <summary>(rank − 1)/(n − 1), 0 to 1.</summary>
    PercentileRank = 5,

    /// <summary>rank − 1.</summary>
    Borda = 6,

    /// <summary>(value − Lower)/(Upper − Lower), held within 0 to 1, times Scale; mirrored for a downward direction.</summary>
    Goalposts = 7,

    /// <summary>1 − (max − x)/(max − min).</summary>
    DistanceToMaximum = 8,

    /// <summary>1 − (ref − x)/(ref − min).</summary>
    DistanceToReference = 9,

    /// <summary>(value − min)/(Target − min); for a downward direction (max − value)/(max − Target).</summary>
    DistanceToTarget = 10,

    /// <summary>x / max. The indicator's direction must be upward and its greatest value above zero.</summary>
    FractionOfMaximum = 11,

    /// <summary>The decile by rank, 1 for the lowest x, 10 for the highest.</summary>
    DecileScore = 12,

    /// <summary>−λ ln(1 − R (1 − exp(−100/λ))), 0 to 100, of the share R of zones with a lower x: the English and Scottish indices.</summary>
    Exponential = 13,

    /// <summary>(x − Lower)/(Upper − Lower) · Scale, not held within bounds.</summary>
    Scaled = 14,

    /// <summary>From 70 to 130 with Reference at 100 and the range as width: the AMPI of Mazziotta and Pareto (2016, Social Indicators Research 127).</summary>
    AroundReference = 15,
}

/// <summary>Where weights come from.</summary>
public enum WeightRule
{
    /// <summary>As given in the definition.</summary>
    Given = 1,

    /// <summary>Equal within each group.</summary>
    Equal = 2,

    /// <summary>The first principal component of the parts of each group, over their correlations.</summary>
    FirstPrincipalComponent = 3,

    /// <summary>Such that the correlations of the parts with their whole have the proportions of the given weights.</summary>
    TargetCorrelations = 4,
}

/// <summary>How parts become a whole.</summary>
/// <param name="Method">The method.</param>
/// <param name="MinimumPresent">The least share of the parts that must be present, above 0 to 1; the weights of the rest are spread. 1: all.</param>
public sealed record Aggregation(AggregateMethod Method = AggregateMethod.Arithmetic, double MinimumPresent = 1)
{
    /// <summary>The exponent of a generalised mean; not 0.</summary>
    public double Power { get; init; } = 1;

    /// <summary>What counts as a problem for <see cref="AggregateMethod.ShareOfProblems"/>: a part at or above this.</summary>
    public double ProblemLimit { get; init; }

    /// <summary>Whether imbalance raises the Mazziotta-Pareto index (a negative phenomenon) instead of lowering it.</summary>
    public bool PenaltyAdds { get; init; }
}

/// <summary>The methods of aggregation, over the parts x with weights w.</summary>
public enum AggregateMethod
{
    /// <summary>Σ w x / Σ w.</summary>
    Arithmetic = 1,

    /// <summary>exp(Σ w ln x / Σ w); parts must be above zero.</summary>
    Geometric = 2,

    /// <summary>Σ w / Σ (w/x); parts must be above zero.</summary>
    Harmonic = 3,

    /// <summary>(Σ w x^p / Σ w)^(1/p); parts must be above zero.</summary>
    Generalised = 4,

    /// <summary>
    /// M ∓ S · S/M over the parts of a zone (Mazziotta and Pareto 2016): many problems at once, or one at the cost of balance. M must be
    /// above zero.
    /// </summary>
    MazziottaPareto = 5,

    /// <summary>Zones won less zones lost, by majority of weights, each against each.</summary>
    Copeland = 6,

    /// <summary>The greatest part.</summary>
    Maximum = 7,

    /// <summary>The share of the weight whose parts are at or above a limit, 0 to 1.</summary>
    ShareOfProblems = 8,
}
