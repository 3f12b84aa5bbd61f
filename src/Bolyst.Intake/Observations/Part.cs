using System.Runtime.InteropServices;
using Bolyst.Statistics;

namespace Bolyst.Intake.Observations;

/// <summary>One number of a cell, or the reason why it is not there.</summary>
/// <param name="Number">NaN where there is none.</param>
/// <param name="Status">Value, or a status that goes with a number, where there is one; else the reason.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Part(double Number, ObservationStatus Status)
{
    public static Part Absent { get; } = new(double.NaN, ObservationStatus.NotDelivered);

    public bool HasNumber => !double.IsNaN(Number);

    /// <summary>Whether a status says that a number stands there.</summary>
    public static bool GoesWithNumber(ObservationStatus status) =>
        status is ObservationStatus.Value or ObservationStatus.BelowHalfUnit or ObservationStatus.BreakInSeries or ObservationStatus.Imputed;

    /// <summary>The part as a mark beside it has it. A number beside the mark "suppressed" is dropped: it should not have been delivered.</summary>
    public Part Marked(ObservationStatus mark) => !GoesWithNumber(mark) ? new Part(double.NaN, mark)
        : HasNumber ? this with { Status = mark }
        : this;
}
