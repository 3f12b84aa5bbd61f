using Bolyst.Statistics.Uncertainty;

namespace Bolyst.Statistics.Comparison;

/// <summary>How one proportion compares with another, with intervals made of the two Wilson intervals.</summary>
public static class TwoProportions
{
    /// <summary>
    /// p1 − p2 with the hybrid score interval of Newcombe (1998, Statistics in Medicine 17:873, method 10).
    /// </summary>
    public static Estimate Difference(double events1, double persons1, double events2, double persons2, double level = 0.95)
    {
        var first = ProportionInterval.Wilson(events1, persons1, level);
        var second = ProportionInterval.Wilson(events2, persons2, level);
        if ((first.Value.Reason ?? second.Value.Reason) is { } reason)
        {
            return new(Measured.None(reason), null);
        }

        var (p1, l1, u1) = Parts(first);
        var (p2, l2, u2) = Parts(second);
        return new(p1 - p2, new(
            p1 - p2 - Math.Sqrt(Square(p1 - l1) + Square(u2 - p2)),
            p1 - p2 + Math.Sqrt(Square(u1 - p1) + Square(p2 - l2)),
            level,
            "Newcombe"));
    }

    /// <summary>
    /// p1 / p2 with the interval that recovers the variance from the two limits (MOVER-R; Donner and Zou 2012, Statistical Methods in
    /// Medical Research 21:347). No upper limit when p2 may be zero; no ratio when p2 is zero.
    /// </summary>
    public static Estimate Ratio(double events1, double persons1, double events2, double persons2, double level = 0.95)
    {
        var first = ProportionInterval.Wilson(events1, persons1, level);
        var second = ProportionInterval.Wilson(events2, persons2, level);
        if ((first.Value.Reason ?? second.Value.Reason) is { } reason)
        {
            return new(Measured.None(reason), null);
        }

        var (p1, l1, u1) = Parts(first);
        var (p2, l2, u2) = Parts(second);
        if (p2 == 0)
        {
            return new(Measured.None(ReasonCode.ZeroDenominator, "reference", "the proportion compared with is zero"), null);
        }

        // The published lower limit (a − √(a² − bc)) / c is written as b / (a + √(a² − bc)): the same, without a quotient of zeros.
        var product = p1 * p2;
        var (low1, low2) = (l1 * ((2 * p1) - l1), l2 * ((2 * p2) - l2));
        var (high1, high2) = (u1 * ((2 * p1) - u1), u2 * ((2 * p2) - u2));
        var lower = low1 == 0 ? 0 : low1 / (product + Root(product, low1 * high2));
        var upper = (product + Root(product, high1 * low2)) / low2;
        return new(p1 / p2, new(lower, double.IsFinite(upper) ? upper : null, level, "MOVER-R of Wilson limits"));
    }

    private static (double P, double Lower, double Upper) Parts(Estimate wilson) =>
        (wilson.Value.Value, wilson.Interval!.Lower, wilson.Interval.Upper!.Value);

    private static double Square(double x) => x * x;

    private static double Root(double product, double term) => Math.Sqrt(Math.Max(0, (product * product) - term));
}
