using Bolyst.Statistics;

namespace Bolyst.Store.Model;

/// <summary>One cell on its way in: indicator × zone × period × breakdown.</summary>
/// <param name="IndicatorId">From <see cref="ImportSession.AddIndicatorAsync"/> or <see cref="ImportSession.FindIndicatorAsync"/>.</param>
/// <param name="ZoneId">From <see cref="ZoneSetHandle.ZoneIds"/>.</param>
/// <param name="Period">The time it is about.</param>
/// <param name="Breakdown">Group inside the total, for example <c>alder=20-29</c>; empty for the total.</param>
/// <param name="Numerator">Numerator, or the count; NaN when absent.</param>
/// <param name="Denominator">Denominator; NaN when absent.</param>
/// <param name="Value">Value in the indicator's unit; NaN when absent. Required when <paramref name="Status"/> says that there is a number.</param>
/// <param name="Status">A number, or the reason why there is none.</param>
/// <param name="SuppressionRule">The rule that hid the number; null when none did.</param>
public readonly record struct ObservationRow(
    int IndicatorId,
    int ZoneId,
    Period Period,
    string Breakdown,
    double Numerator,
    double Denominator,
    double Value,
    ObservationStatus Status,
    string? SuppressionRule = null);
