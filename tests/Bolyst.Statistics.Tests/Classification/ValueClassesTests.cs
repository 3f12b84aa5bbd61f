using Bolyst.Statistics.Classification;

namespace Bolyst.Statistics.Tests.Classification;

public class ValueClassesTests
{
    private static readonly ClassRule Quarters = ClassRule.Found(ClassMethod.Quantile, 4);

    [Fact]
    public void Quantiles_have_as_many_numbers_in_each_class_and_round_breaks()
    {
        var classes = ValueClasses.Of([1, 2, 3, 4, 5, 6, 7, 8], Quarters);

        Assert.Equal([3, 5, 7], classes.Breaks);
        Assert.Equal([2, 2, 2, 2], classes.Classes.Select(c => c.Count));
        Assert.Equal(new ValueClass(null, 3, 1, 2, 2), classes.Classes[0]);
        Assert.Equal(new ValueClass(7, null, 7, 8, 2), classes.Classes[3]);
    }

    [Fact]
    public void Equal_numbers_stay_together_and_leave_no_empty_class()
    {
        // Six zeros of ten share rank 3.5: ceil(4 · 3.5 / 10) = 2. Then ranks 7 to 10: 3, 4, 4, 4.
        var classes = ValueClasses.Of([0, 0, 0, 0, 0, 0, 1, 2, 3, 4], Quarters);

        Assert.Equal([6, 1, 3], classes.Classes.Select(c => c.Count));
        Assert.Equal([1, 2], classes.Breaks);
    }

    [Fact]
    public void Missing_numbers_are_counted_and_in_no_class()
    {
        var classes = ValueClasses.Of([double.NaN, 2, double.NaN, 1], ClassRule.Found(ClassMethod.Jenks, 2));

        Assert.Equal(2, classes.Missing);
        Assert.Equal([1, 1], classes.Classes.Select(c => c.Count));
    }

    [Theory]
    [InlineData(ClassMethod.Quantile)]
    [InlineData(ClassMethod.Jenks)]
    public void Fewer_distinct_numbers_than_classes_are_a_class_each(ClassMethod method)
    {
        var rule = ClassRule.Found(method, 5);

        Assert.Equal([2], ValueClasses.Of([1, 2, 1, 2], rule).Breaks);
        Assert.Equal(new ValueClass(null, null, 7, 7, 3), Assert.Single(ValueClasses.Of([7, 7, 7], rule).Classes));
        var none = ValueClasses.Of([double.NaN, double.NaN], rule);
        Assert.Empty(none.Classes);
        Assert.Empty(none.Breaks);
        Assert.Equal(2, none.Missing);
    }

    [Fact]
    public void A_break_belongs_to_the_class_above_it()
    {
        var classes = ValueClasses.Of([1, 2, 3, 4], ClassRule.Fixed(2, 10, 20));

        Assert.Equal([1, 3, 0, 0], classes.Classes.Select(c => c.Count));
        Assert.Equal(new ValueClass(10, 20, null, null, 0), classes.Classes[2]);
        Assert.Equal([0, 0], ValueClasses.Of([double.NaN], ClassRule.Fixed(2)).Classes.Select(c => c.Count));
        Assert.Equal([0, 1, 1, 3], new double[] { 1.99, 2, 9.99, 20 }.Select(classes.ClassOf));
    }

    [Fact]
    public void A_middle_is_a_break_and_each_side_has_classes_of_its_own()
    {
        // Below 1: three numbers in two classes by ceil(2 rank / 3): 1 | 2 2. At or above 1: two classes, 1 1 | 5 6.
        var classes = ValueClasses.Of([0.1, 0.2, 0.4, 1, 2, 5, 6], ClassRule.Found(ClassMethod.Quantile, 4, middle: 1));

        Assert.Equal(1, classes.Breaks[1]);
        Assert.Equal([1, 2, 2, 2], classes.Classes.Select(c => c.Count));
    }

    [Fact]
    public void A_side_without_numbers_is_one_empty_class() =>
        Assert.Equal([0, 1, 2], ValueClasses.Of([2, 3, 4], ClassRule.Found(ClassMethod.Quantile, 4, middle: 1)).Classes.Select(c => c.Count));

    [Theory]
    [InlineData(1, 2, 2)]
    [InlineData(99, 1001, 1000)]
    [InlineData(-3, 4, 0)]
    [InlineData(12.34, 12.41, 12.4)]
    [InlineData(0.00012, 0.00019, 0.00016)]
    [InlineData(1e15, 1e15 + 1, 1e15 + 1)]
    [InlineData(0.1, 0.10000000000000002, 0.10000000000000002)]
    [InlineData(-1e300, 1e300, 0)]
    public void Breaks_are_as_round_as_the_numbers_allow(double low, double high, double expected) => Assert.Equal(expected, RoundNumber.Between(low, high));

    [Fact]
    public void Rules_that_make_no_sense_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ClassRule.Found(ClassMethod.Fixed, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => ClassRule.Found(ClassMethod.Jenks, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => ClassRule.Found(ClassMethod.Jenks, 10));
        Assert.Throws<ArgumentException>(() => ClassRule.Fixed());
        Assert.Throws<ArgumentException>(() => ClassRule.Fixed(1, 2, 3, 4, 5, 6, 7, 8, 9));
        Assert.Throws<ArgumentException>(() => ClassRule.Fixed(2, 2));
        Assert.Throws<ArgumentException>(() => ClassRule.Fixed(double.NaN));
    }
}
