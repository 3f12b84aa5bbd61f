namespace Bolyst.Statistics.Spatial;

/// <summary>The outline of a zone as rings of vertices: outer rings and holes alike, for only the line matters here.</summary>
/// <param name="Rings">Each ring as x, y, x, y …, closed or not, in a plane with metres (EPSG:25833).</param>
public sealed record Outline(IReadOnlyList<double[]> Rings)
{
    /// <summary>Every side with its end points; a ring that does not close is closed.</summary>
    internal IEnumerable<(double X1, double Y1, double X2, double Y2)> Sides()
    {
        foreach (var ring in Rings)
        {
            for (var i = 0; i + 1 < ring.Length; i += 2)
            {
                var next = i + 3 < ring.Length ? i + 2 : 0;
                yield return (ring[i], ring[i + 1], ring[next], ring[next + 1]);
            }
        }
    }
}
