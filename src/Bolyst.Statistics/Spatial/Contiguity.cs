namespace Bolyst.Statistics.Spatial;

/// <summary>What makes two zones neighbours.</summary>
public enum ContiguityRule
{
    /// <summary>One shared vertex.</summary>
    Queen = 1,

    /// <summary>One shared side: two shared vertices that follow each other in both outlines.</summary>
    Rook = 2,
}

/// <summary>
/// Neighbours by shared vertices. Vertices within the tolerance of each other count as one, so that outlines that were simplified or
/// rounded one by one still meet; a touch test on such outlines loses two pairs in three.
/// </summary>
public static class Contiguity
{
    /// <summary>Binary weights between the zones whose outlines share vertices.</summary>
    /// <param name="outlines">By zone; null for a zone without an outline, which becomes an island.</param>
    /// <param name="rule">Queen or rook.</param>
    /// <param name="tolerance">In the unit of the coordinates, 0 or more; 0 asks for equal coordinates.</param>
    public static SpatialWeights ByVertices(IReadOnlyList<Outline?> outlines, ContiguityRule rule, double tolerance = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(tolerance);
        var vertices = VertexIds.Of(outlines, tolerance);
        var neighbours = new HashSet<int>[outlines.Count];
        var byKey = new Dictionary<(int, int), List<int>>();
        for (var zone = 0; zone < outlines.Count; zone++)
        {
            neighbours[zone] = [];
            foreach (var key in Keys(outlines[zone], rule, vertices))
            {
                if (!byKey.TryGetValue(key, out var zones))
                {
                    byKey[key] = zones = [];
                }

                if (zones.Count == 0 || zones[^1] != zone)
                {
                    zones.Add(zone);
                }
            }
        }

        foreach (var zones in byKey.Values)
        {
            for (var a = 0; a < zones.Count; a++)
            {
                for (var b = a + 1; b < zones.Count; b++)
                {
                    neighbours[zones[a]].Add(zones[b]);
                    neighbours[zones[b]].Add(zones[a]);
                }
            }
        }

        return SpatialWeights.Binary(neighbours);
    }

    private static IEnumerable<(int, int)> Keys(Outline? outline, ContiguityRule rule, VertexIds vertices)
    {
        foreach (var (x1, y1, x2, y2) in outline?.Sides() ?? [])
        {
            var (a, b) = (vertices[x1, y1], vertices[x2, y2]);
            if (rule == ContiguityRule.Queen)
            {
                yield return (a, a);
            }
            else if (a != b)
            {
                yield return (Math.Min(a, b), Math.Max(a, b));
            }
        }
    }
}
