using Bolyst.Statistics.Comparison;

namespace Bolyst.Statistics.Tests.Comparison;

public class PooledAreaTests
{
    private static readonly int[] AllZones = [0, 1, 2, 3];

    [Fact]
    public void Zones_with_a_number_are_put_together_and_the_others_counted()
    {
        var area = Pool(Rates([10, 5, double.NaN, double.NaN], [ObservationStatus.Value, ObservationStatus.Value, ObservationStatus.Suppressed, ObservationStatus.NotDelivered]));

        // By hand: (10 + 20) / (100 + 400) = 6 percent; the mean of the percentages would be 7.5.
        Assert.Equal((6, 30, 500), (area.Together.Value.Value, area.Together.Numerator, area.Together.Denominator));
        Assert.Equal((2, ObservationStatus.Value), (area.Present, area.Status));
        Assert.Equal([new(ObservationStatus.NotDelivered, 1), new(ObservationStatus.Suppressed, 1)], area.Missing);
    }

    [Fact]
    public void A_break_or_an_imputed_zone_marks_the_whole()
    {
        Assert.Equal(ObservationStatus.Imputed, Pool(Rates([10, 5, 1, 1], [ObservationStatus.Value, ObservationStatus.Imputed, ObservationStatus.Value, ObservationStatus.BelowHalfUnit])).Status);
        Assert.Equal(ObservationStatus.BreakInSeries, Pool(Rates([10, 5, 1, 1], [ObservationStatus.BreakInSeries, ObservationStatus.Imputed, ObservationStatus.Value, ObservationStatus.Value])).Status);
    }

    [Fact]
    public void Without_any_number_there_is_what_most_zones_have_instead()
    {
        var area = Pool(Rates([double.NaN, double.NaN, double.NaN, double.NaN], [ObservationStatus.Suppressed, ObservationStatus.NotDelivered, ObservationStatus.Suppressed, ObservationStatus.Suppressed]));

        Assert.Equal(ReasonCode.InputMissing, area.Together.Value.Reason!.Code);
        Assert.Equal((0, ObservationStatus.Suppressed), (area.Present, area.Status));
    }

    [Fact]
    public void Rates_without_counts_are_never_averaged()
    {
        var area = Pool(IndicatorColumn.FromNumbers("unemployed", Polarity.HigherIsWorse, new double[] { 4, 2, 5, 3 }));

        Assert.Equal(ReasonCode.TooLittleData, area.Together.Value.Reason!.Code);
        Assert.Equal((4, ObservationStatus.NotApplicable), (area.Present, area.Status));
    }

    [Fact]
    public void Counts_are_summed_over_the_zones_that_have_one()
    {
        var column = IndicatorColumn.FromNumbers("receivers", Polarity.HigherIsWorse, new[] { 30, 20, double.NaN, 4 });

        Assert.Equal(54, PooledArea.Of(column, AllZones, Pooling.CountOf).Together.Value.Value);
    }

    private static PooledArea Pool(IndicatorColumn column) => PooledArea.Of(column, AllZones, cells => Pooling.RateOf(column.Key, cells));

    /// <summary>Percentages of 100, 400, 200 and 100 persons.</summary>
    private static IndicatorColumn Rates(double[] values, ObservationStatus[] status)
    {
        double[] persons = [100, 400, 200, 100];
        return new("low-income", Polarity.HigherIsWorse, values, status)
        {
            UnitScale = 100,
            Numerators = values.Zip(persons, (value, all) => value * all / 100).ToArray(),
            Denominators = persons,
        };
    }
}
