using Bolyst.Statistics;

namespace Bolyst.Service.Messages;

/// <summary>Computed numbers, each a number or a reason.</summary>
internal static class MeasuredMessages
{
    public static V1.Measured ToMessage(this Measured measured) => measured.Reason is { } reason
        ? new() { Reason = reason.ToMessage() }
        : new() { Value = measured.Value };

    public static V1.Reason ToMessage(this Reason reason) => new()
    {
        Code = reason.Code.ToMessage(),
        Subject = reason.Subject,
        Text = reason.Text,
        Status = reason.Status?.ToMessage() ?? V1.ObservationStatus.Unspecified,
    };

    /// <summary>Numbers aligned by zone; NaN where there is a reason instead.</summary>
    public static IEnumerable<double> ToNumbers(this IReadOnlyList<Measured> column) => column.Select(measured => measured.OrNull ?? double.NaN);
}
