using System.Numerics;
using System.Runtime.CompilerServices;
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

    public RandomStream(ulong seed, ulong item)
    {
        // SplitMix64 spreads neighbouring seeds and items far apart.
        var state = Mix(seed) ^ (item * 0x9E3779B97F4A7C15);
        s0 = Mix(state += 0x9E3779B97F4A7C15);
        s1 = Mix(state += 0x9E3779B97F4A7C15);
        s2 = Mix(state += 0x9E3779B97F4A7C15);
        s3 = Mix(state + 0x9E3779B97F4A7C15);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
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

    /// <summary>A standard normal number by the ziggurat of Marsaglia and Tsang (2000, J. Statist. Software 5) with 256 layers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Normal()
    {
        // Ninety-nine draws in a hundred fall inside the next layer.
        var bits = Next();
        var x = Ziggurat.Point(bits, out var inside);
        return inside ? x : Slow(bits, x);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private double Slow(ulong bits, double x)
    {
        while (true)
        {
            var layer = (int)(bits & 255);
            if (layer == 0)
            {
                return x < 0 ? -Tail() : Tail();
            }

            if (Ziggurat.Accepts(layer, Math.Abs(x), Uniform()))
            {
                return x;
            }

            bits = Next();
            x = Ziggurat.Point(bits, out var inside);
            if (inside)
            {
                return x;
            }
        }
    }

    /// <summary>Adds a normal error to every value whose standard error is above 0.</summary>
    public void AddNormal(Span<double> values, ReadOnlySpan<double> errors)
    {
        // A copy that does not leave the method stays in registers.
        var stream = this;
        for (var i = 0; i < values.Length; i++)
        {
            if (errors[i] > 0)
            {
                values[i] += errors[i] * stream.Normal();
            }
        }

        this = stream;
    }

    private double Tail()
    {
        while (true)
        {
            var x = -Math.Log(1 - Uniform()) / Ziggurat.Edge;
            if (-2 * Math.Log(1 - Uniform()) >= x * x)
            {
                return Ziggurat.Edge + x;
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
