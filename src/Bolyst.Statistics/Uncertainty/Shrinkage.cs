namespace Bolyst.Statistics.Uncertainty;

/// <summary>
/// Empirical-Bayes shrinkage of small proportions toward the parent's, on the logit scale, as the English Indices of Deprivation do:
/// the less sure a zone's own proportion is, compared with how much zones of the parent truly differ, the more it leans on the parent.
/// </summary>
public static class Shrinkage
{
    /// <summary>Shrinks every zone.</summary>
    /// <param name="events">x by zone.</param>
    /// <param name="persons">n by zone.</param>
    /// <param name="parentOf">The parent of every zone, any numbers.</param>
    /// <remarks>
    /// z = ln((x + ½)/(n − x + ½)) with variance s² = 1/(x + ½) + 1/(n − x + ½); the true variance τ² between the zones of a parent by
    /// moments (DerSimonian and Laird 1986); z* = w z + (1 − w) z_parent with w = τ²/(τ² + s²).
    /// </remarks>
    public static IReadOnlyList<Shrunk> TowardParent(
        IReadOnlyList<Measured> events, IReadOnlyList<Measured> persons, IReadOnlyList<int> parentOf)
    {
        if (events.Count != persons.Count || events.Count != parentOf.Count)
        {
            throw new ArgumentException("Every zone has its events, its persons and its parent.", nameof(parentOf));
        }

        var results = new Shrunk[events.Count];
        var sound = new List<int>();
        for (var zone = 0; zone < results.Length; zone++)
        {
            var reason = events[zone].Reason ?? persons[zone].Reason ?? Counts.Reject(events[zone].Value, persons[zone].Value);
            if (reason is null)
            {
                sound.Add(zone);
            }
            else
            {
                results[zone] = new(Measured.None(reason), Measured.None(reason));
            }
        }

        foreach (var family in sound.GroupBy(z => parentOf[z]))
        {
            Shrink([.. family], events, persons, results);
        }

        return results;
    }

    private static void Shrink(int[] zones, IReadOnlyList<Measured> events, IReadOnlyList<Measured> persons, Shrunk[] results)
    {
        double Logit(double x, double n) => Math.Log((x + 0.5) / (n - x + 0.5));
        double Variance(double x, double n) => (1 / (x + 0.5)) + (1 / (n - x + 0.5));
        var parent = Logit(zones.Sum(z => events[z].Value), zones.Sum(z => persons[z].Value));
        var (sum, squares, spread) = (default(Sum), default(Sum), default(Sum));
        foreach (var zone in zones)
        {
            var (x, n) = (events[zone].Value, persons[zone].Value);
            var precision = 1 / Variance(x, n);
            sum.Add(precision);
            squares.Add(precision * precision);
            spread.Add(precision * Math.Pow(Logit(x, n) - parent, 2));
        }

        var scale = sum.Value - (squares.Value / sum.Value);
        var between = zones.Length < 2 ? 0 : Math.Max(0, (spread.Value - (zones.Length - 1)) / scale);
        foreach (var zone in zones)
        {
            var (x, n) = (events[zone].Value, persons[zone].Value);
            var own = zones.Length < 2 ? 1 : between / (between + Variance(x, n));
            var logit = (own * Logit(x, n)) + ((1 - own) * parent);
            results[zone] = new(1 / (1 + Math.Exp(-logit)), own);
        }
    }
}

/// <summary>A shrunken proportion.</summary>
/// <param name="Proportion">0 to 1.</param>
/// <param name="OwnWeight">How much of it is the zone's own: 0 the parent's alone, 1 its own alone.</param>
public sealed record Shrunk(Measured Proportion, Measured OwnWeight);
