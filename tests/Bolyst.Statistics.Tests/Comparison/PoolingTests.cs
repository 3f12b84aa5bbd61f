using Bolyst.Statistics.Comparison;

namespace Bolyst.Statistics.Tests.Comparison;

public class PoolingTests
{
    [Fact]
    public void Rates_are_computed_again_from_their_counts_and_never_averaged()
    {
        var pooled = Pooling.RateOf("low-income", [new(10, 10, 100, 100), new(20.0 / 3, 20, 300, 100)]);

        // By hand: 30 of 400 is 7.5 percent; the mean of the percentages would be 8.33.
        Assert.Equal(7.5, pooled.Value.Value);
        Assert.Equal((30, 400), (pooled.Numerator, pooled.Denominator));
    }

    [Fact]
    public void Bare_rates_cannot_be_put_together() =>
        Assert.Equal(ReasonCode.TooLittleData, Pooling.RateOf("low-income", [new(10), new(20)]).Value.Reason!.Code);

    [Fact]
    public void A_single_bare_rate_is_itself() => Assert.Equal(10, Pooling.RateOf("low-income", [new(10)]).Value.Value);

    [Fact]
    public void Counts_are_summed() => Assert.Equal(12, Pooling.CountOf([new(5), new(7)]).Value.Value);

    [Fact]
    public void One_hidden_part_hides_the_sum()
    {
        var hidden = Measured.None(Reason.InputMissing("receivers", ObservationStatus.Suppressed));

        Assert.Equal(ObservationStatus.Suppressed, Pooling.CountOf([new(5), new(hidden)]).Value.Reason!.Status);
    }
}
