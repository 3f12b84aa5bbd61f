using System.Runtime.InteropServices;

namespace Bolyst.Statistics;

/// <summary>
/// Compensated sums (Neumaier 1974, ZAMM 54): the result hardly depends on the order of the terms, so neither does any index.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal struct Sum
{
    private double sum;
    private double lost;

    public readonly double Value => sum + lost;

    public void Add(double term)
    {
        var total = sum + term;
        lost += Math.Abs(sum) >= Math.Abs(term) ? sum - total + term : term - total + sum;
        sum = total;
    }

    public static double Of(ReadOnlySpan<double> terms)
    {
        var sum = default(Sum);
        foreach (var term in terms)
        {
            sum.Add(term);
        }

        return sum.Value;
    }
}
