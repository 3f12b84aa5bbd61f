using MathNet.Numerics;

namespace Bolyst.Statistics;

/// <summary>Draws x of n with chance p.</summary>
internal static class BinomialSampler
{
    public static double Draw(ref RandomStream random, double n, double p)
    {
        if (p > 0.5)
        {
            return n - Draw(ref random, n, 1 - p);
        }

        return p <= 0 ? 0 : n * p < 10 ? Invert(ref random, n, p) : Reject(ref random, n, p);
    }

    /// <summary>Adds up probabilities from 0 until they pass a uniform number.</summary>
    private static double Invert(ref RandomStream random, double n, double p)
    {
        var odds = p / (1 - p);
        while (true)
        {
            var (u, probability) = (random.Uniform(), Math.Pow(1 - p, n));
            for (var x = 0.0; x <= n; x++)
            {
                if (u < probability)
                {
                    return x;
                }

                u -= probability;
                probability *= odds * (n - x) / (x + 1);
            }
        }
    }

    /// <summary>BTRS, transformed rejection with a squeeze: Hörmann (1993, J. Statist. Comput. Simul. 46), for n p of 10 or more and p up to one half.</summary>
    private static double Reject(ref RandomStream random, double n, double p)
    {
        var spread = Math.Sqrt(n * p * (1 - p));
        var b = 1.15 + (2.53 * spread);
        var a = -0.0873 + (0.0248 * b) + (0.01 * p);
        var c = (n * p) + 0.5;
        var vr = 0.92 - (4.2 / b);
        var alpha = (2.83 + (5.1 / b)) * spread;
        var mode = Math.Floor((n + 1) * p);
        while (true)
        {
            var (u, v) = (random.Uniform() - 0.5, random.Uniform());
            var us = 0.5 - Math.Abs(u);
            var x = Math.Floor((((2 * a / us) + b) * u) + c);
            if (us >= 0.07 && v <= vr)
            {
                return x;
            }

            if (x < 0 || x > n)
            {
                continue;
            }

            var bound = Math.Log(v * alpha / ((a / (us * us)) + b));
            var density = SpecialFunctions.GammaLn(mode + 1) + SpecialFunctions.GammaLn(n - mode + 1)
                - SpecialFunctions.GammaLn(x + 1) - SpecialFunctions.GammaLn(n - x + 1)
                + ((x - mode) * Math.Log(p / (1 - p)));
            if (bound <= density)
            {
                return x;
            }
        }
    }
}
