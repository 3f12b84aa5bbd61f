namespace Bolyst.Statistics.Classification;

/// <summary>Breaks that people can read.</summary>
internal static class RoundNumber
{
    private const int MostDecimals = 15;

    /// <summary>The number with the fewest decimals (or the most zeros) above one number and not above another.</summary>
    /// <param name="low">Below the result.</param>
    /// <param name="high">Greater than <paramref name="low"/>; the result when nothing rounder lies between.</param>
    public static double Between(double low, double high)
    {
        var middle = low + ((high - low) / 2);
        for (var power = (int)Math.Floor(Math.Log10(high - low)) + 1; power >= -MostDecimals; power--)
        {
            // By a power of ten that is exact, so that 12.3 is the 12.3 of a file.
            var unit = Math.Pow(10, Math.Abs(power));
            var round = power >= 0
                ? Math.Round(middle / unit, MidpointRounding.AwayFromZero) * unit
                : Math.Round(middle * unit, MidpointRounding.AwayFromZero) / unit;
            if (round > low && round <= high)
                return round + 0.0; // Never −0.
        }

        return high;
    }
}
