namespace Bolyst.Statistics.Spatial;

/// <summary>Who is whose neighbour, and how heavily. Rows are zones by ordinal; a zone is never its own neighbour.</summary>
public sealed class SpatialWeights
{
    private readonly int[] start;
    private readonly int[] neighbour;
    private readonly double[] weight;

    private SpatialWeights(int[] start, int[] neighbour, double[] weight, bool rowStandardised)
    {
        (this.start, this.neighbour, this.weight, RowStandardised) = (start, neighbour, weight, rowStandardised);
    }

    /// <summary>The number of zones.</summary>
    public int Zones => start.Length - 1;

    /// <summary>The number of links, each direction counted.</summary>
    public int Links => neighbour.Length;

    /// <summary>Whether the weights of each zone sum to 1; otherwise each is 1.</summary>
    public bool RowStandardised { get; }

    /// <summary>The zones without neighbours, by ordinal.</summary>
    public IReadOnlyList<int> Islands => [.. Enumerable.Range(0, Zones).Where(z => start[z] == start[z + 1])];

    /// <summary>The neighbours of a zone, ascending.</summary>
    public ReadOnlySpan<int> NeighboursOf(int zone) => neighbour.AsSpan(start[zone], start[zone + 1] - start[zone]);

    /// <summary>The weights of a zone's neighbours, in the same order.</summary>
    public ReadOnlySpan<double> WeightsOf(int zone) => weight.AsSpan(start[zone], start[zone + 1] - start[zone]);

    /// <summary>Binary weights from lists of neighbours.</summary>
    /// <param name="neighbours">By zone, its neighbours by ordinal; repeated ones count once.</param>
    /// <exception cref="ArgumentException">A neighbour is not a zone, or a zone is its own neighbour.</exception>
    public static SpatialWeights Binary(IReadOnlyList<IReadOnlyCollection<int>> neighbours)
    {
        var start = new int[neighbours.Count + 1];
        var all = new List<int>();
        for (var zone = 0; zone < neighbours.Count; zone++)
        {
            foreach (var other in neighbours[zone].Distinct().Order())
            {
                if (other < 0 || other >= neighbours.Count || other == zone)
                {
                    throw new ArgumentException($"Zone {zone} names {other} as a neighbour.", nameof(neighbours));
                }

                all.Add(other);
            }

            start[zone + 1] = all.Count;
        }

        return new(start, [.. all], [.. Enumerable.Repeat(1.0, all.Count)], rowStandardised: false);
    }

    /// <summary>The same neighbours with the weights of each zone summing to 1. Islands stay islands.</summary>
    public SpatialWeights Standardise()
    {
        var standardised = new double[weight.Length];
        for (var zone = 0; zone < Zones; zone++)
        {
            for (var link = start[zone]; link < start[zone + 1]; link++)
            {
                standardised[link] = 1.0 / (start[zone + 1] - start[zone]);
            }
        }

        return new(start, neighbour, standardised, rowStandardised: true);
    }

    /// <summary>The weights among some zones, renumbered in their order; row-standardised again when these are.</summary>
    internal SpatialWeights Among(int[] zones)
    {
        if (zones.Length == Zones)
        {
            return this;
        }

        var position = new int[Zones];
        Array.Fill(position, -1);
        for (var i = 0; i < zones.Length; i++)
        {
            position[zones[i]] = i;
        }

        var binary = Binary([.. zones.Select(zone =>
            (IReadOnlyCollection<int>)[.. NeighboursOf(zone).ToArray().Where(n => position[n] >= 0).Select(n => position[n])])]);
        return RowStandardised ? binary.Standardise() : binary;
    }

    /// <summary>Σ over a zone's neighbours of weight times value.</summary>
    internal double Lag(int zone, ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        for (var link = start[zone]; link < start[zone + 1]; link++)
        {
            sum += weight[link] * values[neighbour[link]];
        }

        return sum;
    }

    /// <summary>S0, S1 and S2 of Cliff and Ord (1981).</summary>
    internal (double S0, double S1, double S2) Sums()
    {
        var (s0, s1, s2) = (default(Sum), default(Sum), default(Sum));
        var column = new double[Zones];
        for (var link = 0; link < neighbour.Length; link++)
        {
            column[neighbour[link]] += weight[link];
        }

        for (var zone = 0; zone < Zones; zone++)
        {
            var row = default(Sum);
            for (var link = start[zone]; link < start[zone + 1]; link++)
            {
                var back = WeightBetween(neighbour[link], zone);
                row.Add(weight[link]);

                // A pair with a link back is met twice and halved; one without is met once and its mirror is the same square.
                s1.Add((back > 0 ? 0.5 : 1) * (weight[link] + back) * (weight[link] + back));
            }

            s0.Add(row.Value);
            s2.Add((row.Value + column[zone]) * (row.Value + column[zone]));
        }

        return (s0.Value, s1.Value, s2.Value);
    }

    internal double WeightBetween(int from, int to)
    {
        var link = Array.BinarySearch(neighbour, start[from], start[from + 1] - start[from], to);
        return link < 0 ? 0 : weight[link];
    }
}
