namespace Bolyst.Statistics.Uncertainty.Simulation;

/// <summary>
/// How much of the variance of an output each input is to blame for, alone (first order) and with all its interactions (total), by the
/// design of Saltelli et al. (2010, Computer Physics Communications 181) and the total estimator of Jansen (1999).
/// </summary>
public static class SobolIndices
{
    /// <summary>Runs the model N (d + 2) times.</summary>
    /// <param name="inputs">The names of the inputs; each is uniform from 0 to 1.</param>
    /// <param name="model">From a point of the unit cube to a number; called from many threads. NaN takes the row out.</param>
    /// <param name="rows">N, 16 or more.</param>
    /// <param name="bootstraps">How many times rows are drawn again for the intervals.</param>
    /// <param name="seed">The same seed gives the same answer on any number of threads.</param>
    /// <param name="level">The level of the intervals.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public static IReadOnlyList<SobolIndex> Run(
        IReadOnlyList<string> inputs,
        Func<double[], double> model,
        int rows,
        int bootstraps = 200,
        ulong seed = 20_240_101,
        double level = 0.9,
        CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 16);
        ArgumentOutOfRangeException.ThrowIfLessThan(bootstraps, 1);
        ConfidenceLevel.Require(level);
        var dimensions = inputs.Count;

        // By row: y of A, y of B, then y of A with each input from B.
        var outputs = new double[rows][];
        Parallel.For(0, rows, new ParallelOptions { CancellationToken = cancellation }, row =>
        {
            var random = new RandomStream(seed, (ulong)row);
            var (a, b) = (Draw(ref random, dimensions), Draw(ref random, dimensions));
            var y = new double[dimensions + 2];
            (y[0], y[1]) = (model(a), model(b));
            for (var input = 0; input < dimensions; input++)
            {
                var mixed = (double[])a.Clone();
                mixed[input] = b[input];
                y[input + 2] = model(mixed);
            }

            outputs[row] = y;
        });

        double[][] sound = [.. outputs.Where(y => Array.TrueForAll(y, double.IsFinite))];
        if (sound.Length < 16)
        {
            return None(inputs, new(ReasonCode.TooFew, "rows", $"the model gave a number in {sound.Length} of {rows} rows"));
        }

        if (Array.TrueForAll(sound, y => y[0] == sound[0][0] && y[1] == sound[0][0]))
        {
            return None(inputs, new(ReasonCode.NoVariation, "output", "the output is the same whatever the inputs"));
        }

        int[] all = [.. Enumerable.Range(0, sound.Length)];
        return [.. inputs.Select((name, input) => Estimate(name, input, sound, all, bootstraps, seed, level))];
    }

    private static SobolIndex Estimate(string name, int input, double[][] outputs, int[] all, int bootstraps, ulong seed, double level)
    {
        var (first, total) = Indices(input, outputs, all);
        var (firsts, totals) = (new double[bootstraps], new double[bootstraps]);
        for (var bootstrap = 0; bootstrap < bootstraps; bootstrap++)
        {
            var random = new RandomStream(~seed, (ulong)bootstrap);
            var drawn = new int[all.Length];
            foreach (ref var row in drawn.AsSpan())
            {
                row = random.Below(all.Length);
            }

            (firsts[bootstrap], totals[bootstrap]) = Indices(input, outputs, drawn);
        }

        return new(name, first, Between(firsts, level), total, Between(totals, level));
    }

    /// <summary>S = mean(yB (yAB − yA)) / V and T = mean((yA − yAB)²) / 2 V, with V over the rows of A and B together.</summary>
    private static (double First, double Total) Indices(int input, double[][] outputs, int[] rows)
    {
        var (first, total, sum, squares) = (0.0, 0.0, 0.0, 0.0);

        // Taking a number near the mean off all outputs changes no index and keeps the digits.
        var centre = outputs[0][0];
        foreach (var row in rows)
        {
            var (a, b, mixed) = (outputs[row][0] - centre, outputs[row][1] - centre, outputs[row][input + 2] - centre);
            first += b * (mixed - a);
            total += (a - mixed) * (a - mixed);
            sum += a + b;
            squares += (a * a) + (b * b);
        }

        var n = 2.0 * rows.Length;
        var variance = (squares / n) - (sum / n * (sum / n));
        return (first / rows.Length / variance, total / rows.Length / (2 * variance));
    }

    private static Interval Between(double[] values, double level)
    {
        double[] sorted = [.. values.Where(double.IsFinite).Order()];
        double At(double share) => sorted[Math.Clamp((int)(share * sorted.Length), 0, sorted.Length - 1)];
        return new(At((1 - level) / 2), At((1 + level) / 2), level, "bootstrap");
    }

    private static IReadOnlyList<SobolIndex> None(IReadOnlyList<string> inputs, Reason reason) =>
        [.. inputs.Select(name => new SobolIndex(name, Measured.None(reason), null, Measured.None(reason), null))];

    private static double[] Draw(ref RandomStream random, int dimensions)
    {
        var point = new double[dimensions];
        foreach (ref var side in point.AsSpan())
        {
            side = random.Uniform();
        }

        return point;
    }
}

/// <summary>The part of the variance that one input is to blame for.</summary>
/// <param name="Input">The input.</param>
/// <param name="First">Alone. 0 to 1, but for the noise of the estimate.</param>
/// <param name="FirstInterval">How sure; null when there is none.</param>
/// <param name="Total">With all its interactions; at least the first.</param>
/// <param name="TotalInterval">How sure; null when there is none.</param>
public sealed record SobolIndex(string Input, Measured First, Interval? FirstInterval, Measured Total, Interval? TotalInterval);
