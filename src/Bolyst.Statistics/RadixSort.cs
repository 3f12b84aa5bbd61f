namespace Bolyst.Statistics;

/// <summary>Sorts numbers with their ordinals by digits of their bits: for many thousands of zones some times faster than by comparing.</summary>
internal static class RadixSort
{
    private const int Bits = 11;
    private const int Buckets = 1 << Bits;

    /// <summary>Below this the counting costs more than it saves.</summary>
    private const int SmallEnoughToCompare = 1500;

    /// <summary>Sorts the first <paramref name="count"/> keys ascending, and the items with them. No key is NaN.</summary>
    public static void Sort(double[] keys, int[] items, int count)
    {
        if (count < SmallEnoughToCompare)
        {
            Array.Sort(keys, items, 0, count);
            return;
        }

        var from = GC.AllocateUninitializedArray<ulong>(count);
        for (var i = 0; i < count; i++)
        {
            from[i] = Ascending(keys[i]);
        }

        var to = GC.AllocateUninitializedArray<ulong>(count);
        var (itemsFrom, itemsTo) = (items, new int[count]);
        Span<int> start = stackalloc int[Buckets];
        for (var shift = 0; shift < 64; shift += Bits)
        {
            if (Count(from, shift, start))
            {
                continue;
            }

            for (var i = 0; i < count; i++)
            {
                var place = start[(int)(from[i] >> shift) & (Buckets - 1)]++;
                to[place] = from[i];
                itemsTo[place] = itemsFrom[i];
            }

            (from, to) = (to, from);
            (itemsFrom, itemsTo) = (itemsTo, itemsFrom);
        }

        if (!ReferenceEquals(itemsFrom, items))
        {
            Array.Copy(itemsFrom, items, count);
        }

        for (var i = 0; i < count; i++)
        {
            keys[i] = Back(from[i]);
        }
    }

    /// <summary>Where each digit starts; true when all keys share the digit and nothing would move.</summary>
    private static bool Count(ulong[] keys, int shift, Span<int> start)
    {
        start.Clear();
        foreach (var key in keys)
        {
            start[(int)(key >> shift) & (Buckets - 1)]++;
        }

        if (start[(int)(keys[0] >> shift) & (Buckets - 1)] == keys.Length)
        {
            return true;
        }

        var sum = 0;
        foreach (ref var bucket in start)
        {
            (bucket, sum) = (sum, sum + bucket);
        }

        return false;
    }

    /// <summary>Bits that sort as the number does: negative numbers turned over, the sign of the others set. −0 becomes 0, its equal.</summary>
    private static ulong Ascending(double key)
    {
        var bits = (ulong)BitConverter.DoubleToInt64Bits(key + 0.0);
        return (bits >> 63) == 1 ? ~bits : bits | (1UL << 63);
    }

    private static double Back(ulong bits) =>
        BitConverter.Int64BitsToDouble((long)((bits >> 63) == 1 ? bits & ~(1UL << 63) : ~bits));
}
