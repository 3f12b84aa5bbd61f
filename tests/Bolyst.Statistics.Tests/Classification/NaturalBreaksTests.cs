using Bolyst.Statistics.Classification;
using FsCheck;
using FsCheck.Fluent;

namespace Bolyst.Statistics.Tests.Classification;

public class NaturalBreaksTests
{
    private static readonly double[] JenksOfQgis = [21.719, 47.818, 72.102, 91.519, 107.833];
    private static readonly double[] QuantilesOfQgis = [38.2546, 62.21780000000001, 83.92580000000001, 98.7534];

    [Fact]
    public void No_other_classes_have_a_smaller_sum_of_squares() => Prop.ForAll(
        Gen.Choose(-30, 30).Select(n => n / 4.0).ListOf().Where(list => list.Count is > 1 and < 13).ToArbitrary(),
        Gen.Choose(2, 5).ToArbitrary(),
        (numbers, wanted) =>
        {
            var classes = ValueClasses.Of([.. numbers], ClassRule.Found(ClassMethod.Jenks, wanted));
            double[] sorted = [.. numbers.Order()];
            return Math.Abs(Within(sorted, classes.Classes.Select(c => c.Count)) - Least(sorted, 0, wanted)) < 1e-9;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void Classes_hold_every_number_once_between_their_breaks() => Prop.ForAll(
        Gen.Choose(0, 400).Select(n => n / 8.0).ListOf().ToArbitrary(),
        Gen.Choose(2, 9).ToArbitrary(),
        (numbers, wanted) =>
        {
            return new[] { ClassMethod.Jenks, ClassMethod.Quantile }.All(method =>
            {
                var classes = ValueClasses.Of([.. numbers], ClassRule.Found(method, wanted));
                return classes.Classes.Sum(c => c.Count) == numbers.Count
                    && classes.Classes.All(c => c.Count > 0 && c.Count == numbers.Count(x => !(x < c.From) && !(x >= c.To)))
                    && numbers.All(x => classes.Classes[classes.ClassOf(x)] is { } c && c.Least <= x && x <= c.Greatest)
                    && classes.Classes.Count <= Math.Min(wanted, Math.Max(numbers.Distinct().Count(), 0));
            });
        }).Check(Config.QuickThrowOnFailure);

    /// <summary>
    /// QGIS 3.22, from x = [round(100 * abs(math.sin(i)) + i / 7, 3) for i in range(1, 61)]:
    /// [r.upperBound() for r in QgsClassificationJenks().classes(x, 5)], each the greatest number of a class, and
    /// [r.upperBound() for r in QgsClassificationQuantile().classes(x, 5)], each but the last between two
    /// classes of twelve.
    /// </summary>
    [Fact]
    public void The_same_classes_as_qgis()
    {
        double[] numbers = [.. Enumerable.Range(1, 60).Select(i => Math.Round((100 * Math.Abs(Math.Sin(i))) + (i / 7.0), 3))];
        Assert.Equal(JenksOfQgis, ValueClasses.Of(numbers, ClassRule.Found(ClassMethod.Jenks, 5)).Classes.Select(c => c.Greatest!.Value));

        var quantiles = ValueClasses.Of(numbers, ClassRule.Found(ClassMethod.Quantile, 5));
        Assert.Equal([12, 12, 12, 12, 12], quantiles.Classes.Select(c => c.Count));
        Assert.All(QuantilesOfQgis.Index(), limit => Assert.InRange(limit.Item, quantiles.Classes[limit.Index].Greatest!.Value, quantiles.Classes[limit.Index + 1].Least!.Value));
    }

    /// <summary>As many zones as a country has neighbourhoods, and numbers far from zero: the sums must not lose what tells them apart.</summary>
    [Fact]
    public void Many_numbers_far_from_zero_are_parted_where_the_gaps_are()
    {
        double[] numbers = [.. Enumerable.Range(0, 34_753).Select(i => 1e9 + (i % 5 * 1000) + (i / 5 * 0.01))];

        Assert.Equal([6951, 6951, 6951, 6950, 6950], ValueClasses.Of(numbers, ClassRule.Found(ClassMethod.Jenks, 5)).Classes.Select(c => c.Count));
    }

    private static double Within(double[] sorted, IEnumerable<int> counts)
    {
        var (at, sum) = (0, 0.0);
        foreach (var count in counts)
        {
            sum += Squares(sorted[at..(at + count)]);
            at += count;
        }

        return sum;
    }

    /// <summary>The least sum of squares by trying every way to part the numbers from one on.</summary>
    private static double Least(double[] sorted, int from, int classes) => classes == 1 || from == sorted.Length
        ? Squares(sorted[from..])
        : Enumerable.Range(from + 1, sorted.Length - from).Min(end => Squares(sorted[from..end]) + Least(sorted, end, classes - 1));

    private static double Squares(double[] numbers) => numbers.Length == 0 ? 0 : numbers.Sum(x => (x - numbers.Average()) * (x - numbers.Average()));
}
