using Bolyst.Statistics;
using Bolyst.Statistics.Comparison;
using Bolyst.Statistics.Uncertainty;

namespace Bolyst.Service.Messages;

/// <summary>Single numbers with status, counts, interval and source.</summary>
internal static class ValueMessages
{
    public static V1.Value ToMessage(this Cell cell, ObservationStatus status, string? rule, long sourceDelivery, double level)
    {
        var message = new V1.Value { Status = status.ToMessage(), SuppressionRule = rule ?? "", SourceDelivery = sourceDelivery };
        if (cell.Value.HasValue)
        {
            message.Value_ = cell.Value.Value;
        }

        if (cell.HasCounts)
        {
            message.Counts = new() { Numerator = cell.Numerator, Denominator = cell.Denominator };
            message.Interval = cell.Wilson(level)?.ToMessage();
        }

        return message;
    }

    public static V1.Interval ToMessage(this Interval interval) => new() { Lower = interval.Lower, Upper = interval.Upper ?? double.PositiveInfinity };

    public static V1.Difference ToMessage(this Contrast contrast) => new()
    {
        Difference_ = contrast.Difference.Value.ToMessage(),
        DifferenceInterval = contrast.Difference.Interval?.ToMessage(),
        Ratio = contrast.Ratio.Value.ToMessage(),
        RatioInterval = contrast.Ratio.Interval?.ToMessage(),
    };

    public static V1.IntervalMethod Wilson(double level) => new() { ConfidenceLevel = level, Name = "Wilson" };

    public static V1.IntervalMethod DifferenceMethod(double level) =>
        new() { ConfidenceLevel = level, Name = "difference: Newcombe; ratio: MOVER-R of Wilson limits" };
}
