namespace Bolyst.Statistics.Comparison;

/// <summary>How an indicator is spread over zones.</summary>
/// <param name="Present">The number of zones with a number.</param>
/// <param name="Total">All zones together from counts; a reason for an indicator without.</param>
/// <param name="Mean">The mean of the zones, each counting alike.</param>
/// <param name="StandardDeviation">Between zones, with n − 1.</param>
/// <param name="PercentPoints">The points of <see cref="Shares"/>; empty when no zone has a number.</param>
public sealed record Distribution(
    int Present, Measured Total, Measured Mean, Measured StandardDeviation, IReadOnlyList<double> PercentPoints)
{
    /// <summary>The shares of zones that lie below each percent point.</summary>
    public static IReadOnlyList<double> Shares { get; } = [0, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 1];

    /// <summary>Sums up a column.</summary>
    public static Distribution Of(IndicatorColumn column)
    {
        double[] numbers = [.. Enumerable.Range(0, column.Count).Select(z => column[z]).Where(v => v.HasValue).Select(v => v.Value).Order()];
        var moments = Moments.Of(numbers);
        var none = Measured.None(ReasonCode.TooFew, column.Key, $"{column.Key} has a number in {numbers.Length} zones");
        return new(
            numbers.Length,
            Composite.CompositeData.TotalOf(column) is { } total
                ? total
                : Measured.None(ReasonCode.NoReference, column.Key, $"{column.Key} has no counts to sum"),
            numbers.Length == 0 ? none : moments.Mean,
            numbers.Length < 2 ? none : moments.StandardDeviation,
            numbers.Length == 0 ? [] : [.. Shares.Select(share => Point(numbers, share))]);
    }

    /// <summary>Type 7 of Hyndman and Fan (1996), the default of R.</summary>
    private static double Point(double[] sorted, double share)
    {
        var place = (sorted.Length - 1) * share;
        var below = (int)place;
        return below == sorted.Length - 1 ? sorted[below] : sorted[below] + ((place - below) * (sorted[below + 1] - sorted[below]));
    }
}
