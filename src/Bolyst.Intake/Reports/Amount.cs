using System.Globalization;

namespace Bolyst.Intake.Reports;

/// <summary>How many of something, in words that agree in number.</summary>
public static class Amount
{
    /// <summary>"1 fault", "2 faults", "0 faults".</summary>
    /// <param name="count">How many.</param>
    /// <param name="one">The word for one, whose plural takes an s.</param>
    public static string Of(long count, string one) => string.Create(CultureInfo.InvariantCulture, $"{count} {one}{(count == 1 ? "" : "s")}");
}
