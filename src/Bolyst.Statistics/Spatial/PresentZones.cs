namespace Bolyst.Statistics.Spatial;

/// <summary>
/// The zones that have a value, with the weights among them. A zone without one is left out as if it were not there: its neighbours have
/// one neighbour less, and it gets its own reason back.
/// </summary>
internal sealed class PresentZones
{
    public PresentZones(IReadOnlyList<Measured> values, SpatialWeights weights)
    {
        if (values.Count != weights.Zones)
        {
            throw new ArgumentException($"There are {values.Count} values and weights for {weights.Zones} zones.", nameof(values));
        }

        Zones = [.. Enumerable.Range(0, values.Count).Where(z => values[z].HasValue)];
        Values = [.. Zones.Select(z => values[z].Value)];
        Weights = weights.Among(Zones);
        Missing = values.Count - Zones.Length;
        var mean = Values.Length == 0 ? 0 : Sum.Of(Values) / Values.Length;
        Deviations = [.. Values.Select(v => v - mean)];
        SumOfSquares = Sum.Of([.. Deviations.Select(d => d * d)]);
        Problem = Judge();
    }

    /// <summary>The ordinals of the zones present.</summary>
    public int[] Zones { get; }

    public double[] Values { get; }

    public double[] Deviations { get; }

    public double SumOfSquares { get; }

    public SpatialWeights Weights { get; }

    public int Missing { get; }

    /// <summary>Why no statistic of these zones can be computed; null when it can.</summary>
    public Reason? Problem { get; }

    private Reason? Judge()
    {
        if (Values.Length < 4)
        {
            return new(ReasonCode.TooFew, "zones", $"{Values.Length} zones have a value, and at least 4 are needed");
        }

        if (Array.TrueForAll(Values, v => v == Values[0]))
        {
            return new(ReasonCode.NoVariation, "values", "all zones have the same value");
        }

        return Weights.Links == 0 ? new(ReasonCode.NoNeighbours, "weights", "no zone with a value has a neighbour with one") : null;
    }
}
