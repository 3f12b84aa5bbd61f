using Bolyst.Statistics.Uncertainty;

namespace Bolyst.Statistics.Comparison;

/// <summary>How one number stands against another, in the indicator's unit, with intervals where both are proportions of counts.</summary>
/// <param name="Difference">First minus second: percentage points for percent.</param>
/// <param name="Ratio">First divided by second.</param>
public sealed record Contrast(Estimate Difference, Estimate Ratio)
{
    /// <summary>Compares two cells. Without counts the difference and the ratio have no interval.</summary>
    /// <param name="first">The number of interest.</param>
    /// <param name="second">The number to compare with.</param>
    /// <param name="level">The confidence level.</param>
    public static Contrast Of(Cell first, Cell second, double level = 0.95)
    {
        if ((first.Value.Reason ?? second.Value.Reason) is { } reason)
        {
            return new(new(Measured.None(reason), null), new(Measured.None(reason), null));
        }

        var difference = new Estimate(first.Value.Value - second.Value.Value, null);
        var ratio = new Estimate(Divide(first.Value.Value, second.Value.Value), null);
        if (!first.HasCounts || !second.HasCounts)
        {
            return new(difference, ratio);
        }

        var ofShares = TwoProportions.Difference(first.Numerator, first.Denominator, second.Numerator, second.Denominator, level).Interval;
        var ratioOfShares = TwoProportions.Ratio(first.Numerator, first.Denominator, second.Numerator, second.Denominator, level).Interval;
        return new(difference with { Interval = ofShares?.Times(first.Scale) }, ratio with { Interval = ratioOfShares });
    }

    private static Measured Divide(double first, double second) => second == 0
        ? Measured.None(ReasonCode.ZeroDenominator, "reference", "the number compared with is zero")
        : first / second;
}
