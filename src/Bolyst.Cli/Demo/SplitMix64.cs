namespace Bolyst.Cli.Demo;

/// <summary>
/// SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014).
/// The demo's own generator, because the sequence of <see cref="Random"/> is not promised to stay the same between versions of .NET.
/// Integers only: floating point functions may differ in the last bit between machines.
/// </summary>
internal struct SplitMix64(ulong state)
{
    private const ulong GoldenGamma = 0x9E3779B97F4A7C15;

    private ulong state = state;

    /// <summary>A stream of its own for a key, so that one more draw in one place changes nothing in another.</summary>
    public static SplitMix64 For(ulong seed, params ReadOnlySpan<int> key)
    {
        var hash = Mix(seed + GoldenGamma);
        foreach (var part in key)
        {
            hash = Mix(hash ^ (uint)part) + GoldenGamma;
        }

        return new SplitMix64(hash);
    }

    public ulong Next() => Mix(state += GoldenGamma);

    /// <summary>A whole number from <paramref name="low"/> to <paramref name="high"/>, both included.</summary>
    public int Between(int low, int high) => low + (int)Math.BigMul(Next(), (ulong)(high - low + 1), out _);

    /// <summary>The number of successes in <paramref name="trials"/> trials, each with a chance given in millionths.</summary>
    public int Binomial(int trials, int chancePerMillion)
    {
        var successes = 0;
        for (var trial = 0; trial < trials; trial++)
        {
            if (Between(0, 999_999) < chancePerMillion)
            {
                successes++;
            }
        }

        return successes;
    }

    /// <summary>Fisher-Yates.</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (var last = items.Length - 1; last > 0; last--)
        {
            var other = Between(0, last);
            (items[last], items[other]) = (items[other], items[last]);
        }
    }

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
