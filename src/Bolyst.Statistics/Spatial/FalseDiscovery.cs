namespace Bolyst.Statistics.Spatial;

/// <summary>Adjusts p-values for many zones tested at once.</summary>
public static class FalseDiscovery
{
    /// <summary>
    /// Benjamini and Hochberg (1995, J. R. Statist. Soc. B 57): each p becomes the least rate of false discoveries at which it would
    /// still be one. Missing values are not counted and keep their reason.
    /// </summary>
    public static Measured[] Adjust(IReadOnlyList<Measured> p)
    {
        int[] order = [.. Enumerable.Range(0, p.Count).Where(i => p[i].HasValue).OrderByDescending(i => p[i].Value)];
        Measured[] adjusted = [.. p];
        var least = 1.0;
        for (var k = 0; k < order.Length; k++)
        {
            var rank = order.Length - k;
            least = Math.Min(least, p[order[k]].Value * order.Length / rank);
            adjusted[order[k]] = least;
        }

        return adjusted;
    }
}
