using System.Runtime.CompilerServices;

namespace Bolyst.Statistics;

/// <summary>The layers of equal area under half of the normal density.</summary>
internal static class Ziggurat
{
    /// <summary>Where the tail begins, for 256 layers.</summary>
    public const double Edge = 3.6541528853610088;

    private const double Area = 0.00492867323399;

    /// <summary>The right edge of each layer, from the widest; the first is as wide as its area with the tail makes it.</summary>
    public static readonly double[] X = Edges();

    /// <summary>What a signed place of 53 bits is multiplied by.</summary>
    private static readonly double[] Width = Array.ConvertAll(X, x => x / (1L << 52));

    /// <summary>The places that lie under the next layer too.</summary>
    private static readonly long[] Inside = [.. Enumerable.Range(0, 256).Select(layer => (long)(X[layer + 1] / X[layer] * (1L << 52)))];

    private static readonly double[] Heights = Array.ConvertAll(X, Density);

    /// <summary>A point of the layer that the bits name, with their sign; inside when it lies under the next layer too.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Point(ulong bits, out bool inside)
    {
        // Shifted as a signed number, the bits carry the sign along: no branch that guesses wrong every other time.
        var layer = (int)(bits & 255);
        var place = (long)bits >> 11;
        inside = Math.Abs(place) < Inside[layer];
        return place * Width[layer];
    }

    /// <summary>Whether a point beyond the next layer's edge lies under the density.</summary>
    public static bool Accepts(int layer, double x, double uniform) =>
        Heights[layer] + (uniform * (Heights[layer + 1] - Heights[layer])) < Density(x);

    private static double Density(double x) => Math.Exp(-0.5 * x * x);

    private static double[] Edges()
    {
        var x = new double[257];
        (x[0], x[1], x[256]) = (Area / Density(Edge), Edge, 0);
        for (var layer = 2; layer < 256; layer++)
        {
            x[layer] = Math.Sqrt(-2 * Math.Log((Area / x[layer - 1]) + Density(x[layer - 1])));
        }

        return x;
    }
}
