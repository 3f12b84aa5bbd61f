using Statistic = Bolyst.Statistics.Spatial.GlobalAutocorrelation.Statistic;

namespace Bolyst.Statistics.Spatial;

/// <summary>Expectation and variance of the global statistics without autocorrelation.</summary>
internal static class GlobalMoments
{
    public static (double Expected, double Normal, double Random) Of(Statistic statistic, PresentZones present)
    {
        double n = present.Zones.Length;
        var (s0, s1, s2) = present.Weights.Sums();
        return statistic switch
        {
            Statistic.Moran => Moran(n, s0, s1, s2, Kurtosis(present.Deviations)),
            Statistic.Geary => Geary(n, s0, s1, s2, Kurtosis(present.Deviations)),
            _ => GetisOrd(n, s0, s1, s2, present.Values),
        };
    }

    /// <summary>Cliff and Ord (1981), p. 42-46.</summary>
    private static (double Expected, double Normal, double Random) Moran(double n, double s0, double s1, double s2, double k)
    {
        var expected = -1 / (n - 1);
        var normal = (((n * n * s1) - (n * s2) + (3 * s0 * s0)) / (((n * n) - 1) * s0 * s0)) - (expected * expected);
        var random = (((n * ((((n * n) - (3 * n) + 3) * s1) - (n * s2) + (3 * s0 * s0)))
            - (k * ((((n * n) - n) * s1) - (2 * n * s2) + (6 * s0 * s0))))
            / ((n - 1) * (n - 2) * (n - 3) * s0 * s0)) - (expected * expected);
        return (expected, normal, random);
    }

    /// <summary>Cliff and Ord (1981), p. 42-46.</summary>
    private static (double Expected, double Normal, double Random) Geary(double n, double s0, double s1, double s2, double k)
    {
        var normal = ((((2 * s1) + s2) * (n - 1)) - (4 * s0 * s0)) / (2 * (n + 1) * s0 * s0);
        var random = (((n - 1) * s1 * ((n * n) - (3 * n) + 3 - ((n - 1) * k)))
            - (0.25 * (n - 1) * s2 * ((n * n) + (3 * n) - 6 - (((n * n) - n + 2) * k)))
            + (s0 * s0 * ((n * n) - 3 - ((n - 1) * (n - 1) * k))))
            / (n * (n - 2) * (n - 3) * s0 * s0);
        return (1, normal, random);
    }

    /// <summary>Getis and Ord (1992, Geographical Analysis 24), with the sums of powers of the values.</summary>
    private static (double Expected, double Normal, double Random) GetisOrd(double n, double s0, double s1, double s2, double[] values)
    {
        double Power(int p) => Sum.Of([.. values.Select(v => Math.Pow(v, p))]);
        var (m1, m2, m3, m4) = (Power(1), Power(2), Power(3), Power(4));
        var expected = s0 / (n * (n - 1));
        var b0 = (((n * n) - (3 * n) + 3) * s1) - (n * s2) + (3 * s0 * s0);
        var b1 = -((((n * n) - n) * s1) - (2 * n * s2) + (6 * s0 * s0));
        var b2 = -((2 * n * s1) - ((n + 3) * s2) + (6 * s0 * s0));
        var b3 = (4 * (n - 1) * s1) - (2 * (n + 1) * s2) + (8 * s0 * s0);
        var b4 = s1 - s2 + (s0 * s0);
        var square = ((b0 * m2 * m2) + (b1 * m4) + (b2 * m1 * m1 * m2) + (b3 * m1 * m3) + (b4 * m1 * m1 * m1 * m1))
            / (Math.Pow((m1 * m1) - m2, 2) * n * (n - 1) * (n - 2) * (n - 3));
        return (expected, double.NaN, square - (expected * expected));
    }

    private static double Kurtosis(double[] z)
    {
        var (m2, m4) = (default(Sum), default(Sum));
        foreach (var d in z)
        {
            m2.Add(d * d);
            m4.Add(d * d * d * d);
        }

        return m4.Value / z.Length / Math.Pow(m2.Value / z.Length, 2);
    }
}
