using System.Numerics;
using System.Runtime.InteropServices;

namespace Bolyst.Statistics;

/// <summary>Summary of the numbers present in a column; NaN is passed over.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Moments(int Count, double Mean, double Minimum, double Maximum, double M2, double M3, double M4)
{
    /// <summary>Standard deviation with n − 1.</summary>
    public double StandardDeviation => Math.Sqrt(M2 / (Count - 1));

    /// <summary>G1 of Joanes and Gill (1998).</summary>
    public double Skewness
    {
        get
        {
            double n = Count;
            return M3 / n / Math.Pow(M2 / n, 1.5) * Math.Sqrt(n * (n - 1)) / (n - 2);
        }
    }

    /// <summary>G2 of Joanes and Gill (1998): excess, 0 for the normal distribution.</summary>
    public double Kurtosis
    {
        get
        {
            double n = Count;
            var g2 = (M4 / n / Math.Pow(M2 / n, 2)) - 3;
            return (((n + 1) * g2) + 6) * (n - 1) / ((n - 2) * (n - 3));
        }
    }

    public double Range => Maximum - Minimum;

    public static Moments Of(ReadOnlySpan<double> numbers)
    {
        var (count, sum) = (0, default(Sum));
        var (minimum, maximum) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var x in numbers)
        {
            if (!double.IsNaN(x))
            {
                count++;
                sum.Add(x);
                minimum = Math.Min(minimum, x);
                maximum = Math.Max(maximum, x);
            }
        }

        var mean = sum.Value / count;
        var (m2, m3, m4) = (default(Sum), default(Sum), default(Sum));
        foreach (var x in numbers)
        {
            if (!double.IsNaN(x))
            {
                var d = x - mean;
                m2.Add(d * d);
                m3.Add(d * d * d);
                m4.Add(d * d * d * d);
            }
        }

        return new(count, mean, minimum, maximum, m2.Value, m3.Value, m4.Value);
    }

    /// <summary>How many numbers are present, the least and the greatest of them.</summary>
    public static (int Count, double Minimum, double Maximum) Extent(ReadOnlySpan<double> numbers)
    {
        // Comparisons with NaN are false, so missing values are passed over, several at a time as one by one.
        var (counts, least, greatest) = (Vector<double>.Zero, new Vector<double>(double.PositiveInfinity), new Vector<double>(double.NegativeInfinity));
        var at = 0;
        for (; at <= numbers.Length - Vector<double>.Count; at += Vector<double>.Count)
        {
            var x = new Vector<double>(numbers[at..]);
            counts += Vector.ConditionalSelect(Vector.Equals(x, x), Vector<double>.One, Vector<double>.Zero);
            least = Vector.ConditionalSelect(Vector.LessThan(x, least), x, least);
            greatest = Vector.ConditionalSelect(Vector.GreaterThan(x, greatest), x, greatest);
        }

        var (count, minimum, maximum) = ((int)Vector.Sum(counts), double.PositiveInfinity, double.NegativeInfinity);
        for (var lane = 0; lane < Vector<double>.Count; lane++)
        {
            (minimum, maximum) = (Math.Min(minimum, least[lane]), Math.Max(maximum, greatest[lane]));
        }

        for (; at < numbers.Length; at++)
        {
            var x = numbers[at];
            count += double.IsNaN(x) ? 0 : 1;
            minimum = x < minimum ? x : minimum;
            maximum = x > maximum ? x : maximum;
        }

        return (count, minimum, maximum);
    }

    /// <summary>The median of the numbers present; NaN when there are none.</summary>
    public static double Median(ReadOnlySpan<double> numbers)
    {
        var present = new List<double>(numbers.Length);
        foreach (var x in numbers)
        {
            if (!double.IsNaN(x))
            {
                present.Add(x);
            }
        }

        present.Sort();
        var n = present.Count;
        return n == 0 ? double.NaN : n % 2 == 1 ? present[n / 2] : (present[(n / 2) - 1] + present[n / 2]) / 2;
    }
}
