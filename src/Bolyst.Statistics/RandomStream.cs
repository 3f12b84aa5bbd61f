using System.Numerics;
using System.Runtime.InteropServices;

namespace Bolyst.Statistics;

/// <summary>
/// xoshiro256** (Blackman and Vigna 2021, ACM TOMS 47), one independent stream for each item of work: the numbers depend on the seed and
/// the item, never on the thread that happens to do it.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal struct RandomStream
{
    private ulong s0;
    private ulong s1;
    private ulong s2;
    private ulong s3;
    private double spare;
    private bool hasSpare;

    public RandomStream(ulong seed, ulong item)
    {
        // SplitMix64 spreads neighbouring seeds and items far apart.
        var state = Mix(seed) ^ (item * 0x9E3779B97F4A7C15);
        s0 = Mix(state += 0x9E3779B97F4A7C15);
        s1 = Mix(state += 0x9E3779B97F4A7C15);
        s2 = Mix(state += 0x9E3779B97F4A7C15);
        s3 = Mix(state + 0x9E3779B97F4A7C15);
    }

    public ulong Next()
    {
        var result = BitOperations.RotateLeft(s1 * 5, 7) * 9;
        var t = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= t;
        s3 = BitOperations.RotateLeft(s3, 45);
        return result;
    }

    /// <summary>A whole number from 0 to below <paramref name="bound"/>; the bias, below bound / 2^32, is beneath any permutation test's grain.</summary>
    public int Below(int bound) => (int)(((Next() >> 32) * (ulong)bound) >> 32);

    /// <summary>A number from 0 to below 1.</summary>
    public double Uniform() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A standard normal number by Marsaglia's polar method, which makes two at a time.</summary>
    public double Normal()
    {
        if (hasSpare)
        {
            hasSpare = false;
            return spare;
        }

        while (true)
        {
            var (u, v) = ((2 * Uniform()) - 1, (2 * Uniform()) - 1);
            var s = (u * u) + (v * v);
            if (s is > 0 and < 1)
            {
                var scale = Math.Sqrt(-2 * Math.Log(s) / s);
                (spare, hasSpare) = (v * scale, true);
                return u * scale;
            }
        }
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
