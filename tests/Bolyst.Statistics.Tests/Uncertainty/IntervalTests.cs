using Bolyst.Statistics.Uncertainty;
using FsCheck;
using FsCheck.Fluent;

namespace Bolyst.Statistics.Tests.Uncertainty;

public class IntervalTests
{
    [Theory]

    // Newcombe 1998, Statistics in Medicine 17:857, table I, method 3.
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void Wilson_is_as_published(double events, double persons, double lower, double upper)
    {
        var interval = ProportionInterval.Wilson(events, persons).Interval!;

        Assert.Equal(lower, interval.Lower, 6e-5);
        Assert.Equal(upper, interval.Upper!.Value, 6e-5);
    }

    [Theory]

    // R 4.2.2: print(qgamma(.025, x), digits = 16), print(qgamma(.975, x + 1), digits = 16). For x = 0 the upper limit is -log(.025).
    [InlineData(0, 0, 3.688879454113936)]
    [InlineData(1, 0.02531780798428983, 5.571643390938898)]
    [InlineData(10, 4.795388696132433, 18.390356042017778)]
    [InlineData(100, 81.36399125092315, 121.62679379242637)]
    public void Exact_Poisson_is_as_R_has_it(double events, double lower, double upper)
    {
        var interval = PoissonInterval.Exact(events).Interval!;

        Assert.Equal(lower, interval.Lower, 1e-10);
        Assert.Equal(upper, interval.Upper!.Value, 1e-10);
    }

    [Fact]
    public void Byar_is_near_the_exact_interval()
    {
        var exact = PoissonInterval.Exact(25).Interval!;
        var byar = PoissonInterval.Byar(25).Interval!;

        Assert.Equal(exact.Lower, byar.Lower, 0.02);
        Assert.Equal(exact.Upper!.Value, byar.Upper!.Value, 0.02);
    }

    [Fact]
    public void Wilson_mirrors_and_stays_within_bounds() => Prop.ForAll(
        (from n in Gen.Choose(1, 2000) from x in Gen.Choose(0, n) select (x, n)).ToArbitrary(),
        c =>
        {
            var interval = ProportionInterval.Wilson(c.x, c.n).Interval!;
            var mirror = ProportionInterval.Wilson(c.n - c.x, c.n).Interval!;
            Assert.InRange(interval.Lower, 0, (double)c.x / c.n);
            Assert.InRange(interval.Upper!.Value, (double)c.x / c.n, 1);
            Assert.Equal(interval.Lower, 1 - mirror.Upper!.Value, 1e-12);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Counts_that_make_no_sense_give_a_reason()
    {
        Assert.Equal(ReasonCode.OutsideDomain, ProportionInterval.Wilson(3, 2).Value.Reason!.Code);
        Assert.Equal(ReasonCode.InputMissing, ProportionInterval.Wilson(double.NaN, 2).Value.Reason!.Code);
        Assert.Equal(ReasonCode.OutsideDomain, PoissonInterval.Exact(-1).Value.Reason!.Code);
        Assert.Throws<ArgumentOutOfRangeException>(() => ProportionInterval.Wilson(1, 2, 1.5));
    }
}
