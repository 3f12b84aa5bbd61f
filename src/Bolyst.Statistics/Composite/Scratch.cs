namespace Bolyst.Statistics.Composite;

/// <summary>
/// Arrays that one thread uses again from replicate to replicate: a country's columns are large, and a thousand replicates of them would
/// keep the garbage collector busier than the index.
/// </summary>
internal sealed class Scratch
{
    private readonly Dictionary<(string Use, string Key), double[]> arrays = [];

    /// <summary>An array for one use of one column; what stood in it is still there.</summary>
    public double[] Take(string use, string key, int length)
    {
        if (!arrays.TryGetValue((use, key), out var array) || array.Length != length)
        {
            arrays[(use, key)] = array = GC.AllocateUninitializedArray<double>(length);
        }

        return array;
    }
}
