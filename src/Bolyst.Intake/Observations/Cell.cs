using System.Globalization;
using System.Runtime.InteropServices;
using Bolyst.Statistics;
using Bolyst.Store.Model;

namespace Bolyst.Intake.Observations;

/// <summary>The numbers of one cell as they are stored.</summary>
/// <param name="Numerator">NaN where there is none.</param>
/// <param name="Denominator">NaN where there is none.</param>
/// <param name="Value">In the indicator's unit; NaN where there is none.</param>
/// <param name="Status">What stands in the cell.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Cell(double Numerator, double Denominator, double Value, ObservationStatus Status)
{
    /// <summary>A count or an amount: it is its own numerator.</summary>
    public static Cell Sum(Part part) => new(part.Number, double.NaN, part.Number, part.Status);

    /// <summary>A mean, or a rate without its denominator.</summary>
    public static Cell Bare(Part part) => new(double.NaN, double.NaN, part.Number, part.Status);

    /// <summary>A rate of two counts. With a denominator of zero there is no rate.</summary>
    public static Cell RateOf(Part numerator, Part denominator, double scale) => (numerator.HasNumber, denominator.HasNumber) switch
    {
        (true, true) when denominator.Number == 0 => new(numerator.Number, 0, double.NaN, ObservationStatus.NotApplicable),
        (true, true) => new(numerator.Number, denominator.Number, numerator.Number / denominator.Number * scale, numerator.Status),
        (true, false) => new(numerator.Number, double.NaN, double.NaN, denominator.Status),
        _ => new(double.NaN, denominator.Number, double.NaN, numerator.Status),
    };

    /// <summary>A rate given with its denominator: the numerator is worked out. Without the denominator the rate stands alone.</summary>
    public static Cell FromRate(Part rate, Part denominator, double scale) => rate.HasNumber
        ? new(rate.Number * denominator.Number / scale, denominator.Number, rate.Number, rate.Status)
        : new(double.NaN, denominator.Number, double.NaN, rate.Status);

    /// <summary>Why the numbers cannot be right, or null.</summary>
    /// <param name="form">What the indicator's cells hold.</param>
    /// <param name="isShare">The value is a part of a whole.</param>
    /// <param name="whole">The value of the whole: 100 for percent.</param>
    public string? FaultAs(MeasureForm form, bool isShare, double whole)
    {
        if (form is MeasureForm.Count or MeasureForm.Rate && (Numerator < 0 || Denominator < 0))
        {
            return Text($"A count cannot be negative: numerator {Numerator}, denominator {Denominator}.");
        }

        if (form is MeasureForm.BareRate or MeasureForm.Rate && Value < 0)
        {
            return Text($"A rate cannot be negative: {Value}.");
        }

        // The value is tested, not the numerator: one worked out from a rounded rate may pass its denominator by a rounding.
        if (isShare && Value > whole)
        {
            var counts = form == MeasureForm.Rate ? Text($" (numerator {Numerator} above denominator {Denominator})") : "";
            return Text($"The rate {Value} is above the whole, {whole}{counts}. If that is possible here, set mayExceedWhole for the indicator; if it counts in other parts, use times.");
        }

        return null;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
