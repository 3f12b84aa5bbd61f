namespace Bolyst.Statistics.Spatial;

/// <summary>Local indicators of spatial association: where neighbours are alike, and where a zone stands out (Anselin 1995).</summary>
public static class LocalMoran
{
    /// <summary>
    /// Local Moran's I = z Σ w z' / m, with the conditional moments of Sokal, Oden and Thomson (1998) and, where asked for, conditional
    /// permutation.
    /// </summary>
    /// <param name="values">By zone ordinal; a missing zone is left out and keeps its reason.</param>
    /// <param name="weights">Normally row-standardised.</param>
    /// <param name="permutations">Null for the analytic test alone, which is rough in the tails.</param>
    /// <param name="scaling">What m is; packages differ.</param>
    /// <param name="cancellation">Ends the permutations early.</param>
    public static LocalResult Compute(
        IReadOnlyList<Measured> values,
        SpatialWeights weights,
        PermutationRule? permutations = null,
        MoranScaling scaling = MoranScaling.PopulationVariance,
        CancellationToken cancellation = default)
    {
        var present = new PresentZones(values, weights);
        return LocalStatistic.Collect(values, present, permutations, zone => Local(present, zone, scaling), present.Deviations, cancellation);
    }

    private static LocalStatistic.Draft Local(PresentZones present, int zone, MoranScaling scaling)
    {
        double n = present.Zones.Length;
        var z = present.Deviations;
        var m2 = present.SumOfSquares / n;
        var m = scaling == MoranScaling.PopulationVariance ? m2 : m2 * n / (n - 1);
        var (sum, squares) = (0.0, 0.0);
        foreach (var w in present.Weights.WeightsOf(zone))
        {
            sum += w;
            squares += w * w;
        }

        var lag = present.Weights.Lag(zone, z);
        var own = z[zone] * z[zone];

        // The moments below are for division by m2; with n − 1 both the statistic and its standard deviation shrink alike.
        var expected = -own * sum / ((n - 1) * m2);
        var variance = own / (m2 * m2) * (n / (n - 2)) * (squares - (sum * sum / (n - 1))) * (m2 - (own / (n - 1)));
        var shrink = m2 / m;
        return new(z[zone] * lag / m, expected * shrink, variance * shrink * shrink, lag, Scale: z[zone] / m, Shift: 0);
    }
}

/// <summary>What local Moran's I is divided by.</summary>
public enum MoranScaling
{
    /// <summary>Σ z² / n, as in spdep.</summary>
    PopulationVariance = 1,

    /// <summary>Σ z² / (n − 1), as in PySAL's esda.</summary>
    SampleVariance = 2,
}
