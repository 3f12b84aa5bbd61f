namespace Bolyst.Statistics.Classification;

/// <summary>
/// Natural breaks (Jenks): the classes with the least sum of squares within them. Exact, after Fisher (1958, JASA 53), in
/// O(classes · n · log n): the best start of the last class never moves back when a number is added, so each row is filled by halving, as
/// Ckmeans.1d.dp does (Wang and Song 2011, The R Journal 3/2; Song and Zhong 2020, Bioinformatics 36). Of equally good classes those that
/// start at lower numbers are taken.
/// </summary>
internal static class NaturalBreaks
{
    /// <summary>Where the second class and those after it start among the distinct numbers.</summary>
    /// <param name="distinct">More distinct numbers than <paramref name="classes"/>.</param>
    /// <param name="classes">At least 2.</param>
    public static int[] Starts(DistinctNumbers distinct, int classes)
    {
        var n = distinct.Values.Length;
        var squares = new SquaresWithin(distinct);
        var best = new double[n];
        for (var i = 0; i < n; i++)
        {
            best[i] = squares.Of(0, i);
        }

        var starts = new int[classes - 1][];
        for (var c = 1; c < classes; c++)
        {
            var (row, start) = (new double[n], new int[n]);
            Fill(squares, best, row, start, c, c, n - 1, c, n - 1);
            (best, starts[c - 1]) = (row, start);
        }

        var result = new int[classes - 1];
        for (var (c, end) = (classes - 1, n - 1); c > 0; c--)
        {
            result[c - 1] = starts[c - 1][end];
            end = result[c - 1] - 1;
        }

        return result;
    }

    /// <summary>
    /// Fills <paramref name="row"/> from <paramref name="low"/> to <paramref name="high"/>: the least sum for the numbers up to each, in
    /// one class more than <paramref name="best"/> has, whose last class starts within the bounds.
    /// </summary>
    private static void Fill(SquaresWithin squares, double[] best, double[] row, int[] start, int least, int low, int high, int from, int to)
    {
        if (low > high)
            return;
        var middle = (low + high) / 2;
        row[middle] = double.PositiveInfinity;
        for (var s = Math.Max(from, least); s <= Math.Min(to, middle); s++)
        {
            var sum = best[s - 1] + squares.Of(s, middle);
            if (sum < row[middle])
                (row[middle], start[middle]) = (sum, s);
        }

        Fill(squares, best, row, start, least, low, middle - 1, from, start[middle]);
        Fill(squares, best, row, start, least, middle + 1, high, start[middle], to);
    }

    /// <summary>Sums of squares within any stretch, from running sums about the median: far from it they would lose digits.</summary>
    private sealed class SquaresWithin
    {
        private readonly double[] weight;
        private readonly double[] first;
        private readonly double[] second;

        public SquaresWithin(DistinctNumbers distinct)
        {
            var n = distinct.Values.Length;
            (weight, first, second) = (new double[n + 1], new double[n + 1], new double[n + 1]);
            var centre = distinct.Values[n / 2];
            for (var i = 0; i < n; i++)
            {
                var (x, w) = (distinct.Values[i] - centre, distinct.Counts[i]);
                weight[i + 1] = weight[i] + w;
                first[i + 1] = first[i] + (w * x);
                second[i + 1] = second[i] + (w * x * x);
            }
        }

        public double Of(int from, int to)
        {
            if (from == to)
                return 0;
            var (w, sum) = (weight[to + 1] - weight[from], first[to + 1] - first[from]);
            return Math.Max(0, second[to + 1] - second[from] - (sum * sum / w));
        }
    }
}
