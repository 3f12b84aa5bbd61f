namespace Bolyst.Statistics;

/// <summary>Why a number could not be given. Numeric values are sent, so they never change.</summary>
public enum ReasonCode
{
    /// <summary>An input has no number; <see cref="Reason.Status"/> says in what way.</summary>
    InputMissing = 1,

    /// <summary>A division by a denominator of zero.</summary>
    ZeroDenominator = 2,

    /// <summary>The zone, or the whole, has no inhabitants to weigh by.</summary>
    ZeroPopulation = 3,

    /// <summary>All values are equal, so nothing can be ranked, scaled or correlated.</summary>
    NoVariation = 4,

    /// <summary>Fewer observations than the method needs.</summary>
    TooFew = 5,

    /// <summary>A value outside what the method is defined for: a negative share, the logarithm of zero.</summary>
    OutsideDomain = 6,

    /// <summary>The zone has no neighbours, so a local statistic is undefined.</summary>
    NoNeighbours = 7,

    /// <summary>Nothing was named to compare with.</summary>
    NoReference = 8,

    /// <summary>Less of the data is present than the definition demands.</summary>
    TooLittleData = 9,

    /// <summary>The parts cancel out or sum to zero, so a share of the whole means nothing.</summary>
    ZeroTotal = 10,

    /// <summary>A series is broken between the periods compared.</summary>
    BrokenSeries = 11,
}

/// <summary>Why a number could not be given, in a form that a program can branch on and a person can read.</summary>
/// <param name="Code">The kind of reason.</param>
/// <param name="Subject">What it is about: the key of an indicator, a step, a group. Several are separated by ", ".</param>
/// <param name="Text">One English sentence without a full stop.</param>
/// <param name="Status">The status of the input, when <see cref="ReasonCode.InputMissing"/> comes from exactly one cell.</param>
public sealed record Reason(ReasonCode Code, string Subject, string Text, ObservationStatus? Status = null)
{
    /// <summary>The input <paramref name="key"/> carries no number because of <paramref name="status"/>.</summary>
    public static Reason InputMissing(string key, ObservationStatus status) =>
        new(ReasonCode.InputMissing, key, $"{key} is {status.InWords()}", status);

    /// <summary>Several inputs carry no number: one reason that names them all, in the order given.</summary>
    public static Reason Combine(IReadOnlyList<Reason> reasons) => reasons.Count == 1
        ? reasons[0]
        : new(reasons[0].Code, string.Join(", ", reasons.Select(r => r.Subject)), string.Join("; ", reasons.Select(r => r.Text)));

    public override string ToString() => Text;
}
