namespace Bolyst.Statistics.Spatial;

/// <summary>Hot and cold spots: where high values, or low values, gather.</summary>
public static class GetisOrdLocal
{
    /// <summary>
    /// Gi (neighbours only) or Gi* (with the zone itself, weight 1) in the form of Ord and Getis (1995, Geographical Analysis 27):
    /// z = (Σ w y − W m) / (s √((N Σ w² − W²)/(N − 1))), with m and s (divisor N) over the same N zones that could be neighbours. It
    /// holds for any weights and does not depend on their scale.
    /// </summary>
    /// <param name="values">By zone ordinal; a missing zone is left out and keeps its reason.</param>
    /// <param name="weights">Binary or row-standardised; a row-standardised zone of k neighbours has itself at weight 1/k in Gi*.</param>
    /// <param name="star">Whether the zone itself counts.</param>
    /// <param name="permutations">Null for the analytic test alone.</param>
    /// <param name="cancellation">Ends the permutations early.</param>
    public static LocalResult Compute(
        IReadOnlyList<Measured> values, SpatialWeights weights, bool star, PermutationRule? permutations = null, CancellationToken cancellation = default)
    {
        var present = new PresentZones(values, weights);
        return LocalStatistic.Collect(values, present, permutations, zone => Local(present, zone, star), present.Deviations, cancellation);
    }

    private static LocalStatistic.Draft Local(PresentZones present, int zone, bool star)
    {
        // Deviations from the mean of all serve as values: z does not change when all values move together.
        var y = present.Deviations;
        var own = y[zone];
        var weights = present.Weights.WeightsOf(zone);
        var (sum, squares) = (0.0, 0.0);
        foreach (var w in weights)
        {
            sum += w;
            squares += w * w;
        }

        var self = star ? weights.Length == 0 ? 1 : sum / weights.Length : 0;
        sum += self;
        squares += self * self;
        double n = star ? y.Length : y.Length - 1;
        var total = star ? 0 : -own;
        var square = present.SumOfSquares - (star ? 0 : own * own);
        var mean = total / n;
        var deviation = Math.Sqrt((square / n) - (mean * mean)) * Math.Sqrt(((n * squares) - (sum * sum)) / (n - 1));
        var lag = present.Weights.Lag(zone, y);
        var shift = ((self * own) - (sum * mean)) / deviation;
        return new((lag / deviation) + shift, 0, 1, lag, Scale: 1 / deviation, Shift: shift);
    }
}
