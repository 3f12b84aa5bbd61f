namespace Bolyst.Statistics;

/// <summary>What a status means for a computation.</summary>
public static class ObservationStatuses
{
    /// <summary>
    /// Whether a cell with this status holds a number: values, zeros below half a unit, values after a break, imputed values.
    /// </summary>
    public static bool CarriesNumber(this ObservationStatus status) => status
        is ObservationStatus.Value or ObservationStatus.BelowHalfUnit or ObservationStatus.BreakInSeries or ObservationStatus.Imputed;

    /// <summary>The status as it stands in a sentence: "suppressed", "not delivered".</summary>
    public static string InWords(this ObservationStatus status) => status switch
    {
        ObservationStatus.Value => "present",
        ObservationStatus.BelowHalfUnit => "below half of the unit",
        ObservationStatus.NotDelivered => "not delivered",
        ObservationStatus.NotApplicable => "not applicable",
        ObservationStatus.NotYetAvailable => "not yet available",
        ObservationStatus.Suppressed => "suppressed",
        ObservationStatus.BelowPopulationLimit => "below the population limit",
        ObservationStatus.BreakInSeries => "after a break in the series",
        ObservationStatus.Imputed => "imputed",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Unknown status."),
    };

    /// <summary>
    /// The number in a cell, or NaN when its status carries none. A cell below half a unit counts as zero when no number was delivered.
    /// </summary>
    internal static double Number(double value, ObservationStatus status) => status switch
    {
        ObservationStatus.BelowHalfUnit when double.IsNaN(value) => 0,
        _ when status.CarriesNumber() => value,
        _ => double.NaN,
    };
}
