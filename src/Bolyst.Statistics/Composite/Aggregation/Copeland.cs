namespace Bolyst.Statistics.Composite;

/// <summary>
/// Copeland's rule (1951): a zone beats another when it is higher on parts with more than half of the weight that both have; the score
/// is zones beaten less zones lost to. A pair is looked at once and scored for both, so that no row order matters, missing or not.
/// </summary>
internal static class Copeland
{
    /// <summary>Every pair is compared; beyond this the answer would take minutes.</summary>
    private const int MaximumZones = 10_000;

    public static void Apply(double[][] columns, double[] weights, double[] scores, int zones, string key)
    {
        if (zones > MaximumZones)
        {
            throw new DefinitionRefusedException(
                "aggregate", key, $"Copeland compares every pair: {zones} zones are more than the {MaximumZones} it can take.");
        }

        for (var start = 0; start < scores.Length; start += zones)
        {
            for (var a = start; a < start + zones; a++)
            {
                for (var b = a + 1; b < start + zones; b++)
                {
                    var balance = Balance(columns, weights, a, b);
                    scores[a] += Math.Sign(balance);
                    scores[b] -= Math.Sign(balance);
                }
            }
        }

        for (var row = 0; row < scores.Length; row++)
        {
            if (Array.TrueForAll(columns, column => double.IsNaN(column[row])))
            {
                scores[row] = double.NaN;
            }
        }
    }

    /// <summary>The weight of the parts where a is above b, less that where it is below; ties and missing parts weigh for neither.</summary>
    private static double Balance(double[][] columns, double[] weights, int a, int b)
    {
        var balance = 0.0;
        for (var part = 0; part < columns.Length; part++)
        {
            var (x, y) = (columns[part][a], columns[part][b]);
            balance += x > y ? weights[part] : x < y ? -weights[part] : 0;
        }

        return Math.Abs(balance) < 1e-12 ? 0 : balance;
    }
}
