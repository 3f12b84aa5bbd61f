using System.Globalization;

namespace Bolyst.Statistics.Composite;

/// <summary>Step 3: finds the rows with too little data to be scored, after imputation.</summary>
internal static class Screen
{
    /// <returns>For each row the reason why it is left out, or null.</returns>
    public static Reason?[] Apply(ScreenRule rule, IReadOnlyList<WorkColumn> columns, int rows)
    {
        var left = new Reason?[rows];
        if (rule.MinimumPresent is not (>= 0 and <= 1) || rule.MinimumNonZero is not (>= 0 and <= 1))
        {
            throw new DefinitionRefusedException("screen", "screen", "The least shares of a screen are from 0 to 1.");
        }

        for (var row = 0; row < rows; row++)
        {
            var present = columns.Count(c => !double.IsNaN(c.Numbers[row]));
            var nonZero = columns.Count(c => !double.IsNaN(c.Numbers[row]) && c.Numbers[row] != 0);
            if (present < rule.MinimumPresent * columns.Count)
            {
                left[row] = TooLittle($"{present} of {columns.Count} indicators are present", rule.MinimumPresent);
            }
            else if (nonZero < rule.MinimumNonZero * present)
            {
                left[row] = TooLittle($"{nonZero} of {present} present indicators are not zero", rule.MinimumNonZero);
            }
        }

        return left;
    }

    private static Reason TooLittle(string found, double demanded) => new(
        ReasonCode.TooLittleData, "screen", string.Create(CultureInfo.InvariantCulture, $"{found}, where the definition asks for {demanded:0.##%}"));
}
