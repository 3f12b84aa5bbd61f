using Bolyst.Intake.Observations;
using Bolyst.Statistics;
using Bolyst.Store.Model;

namespace Bolyst.Intake.Tests.Observations;

public sealed class CellTests
{
    private static Part Number(double n) => new(n, ObservationStatus.Value);

    private static readonly Part Hidden = new(double.NaN, ObservationStatus.Suppressed);

    [Fact]
    public void A_rate_is_worked_out_from_its_counts() =>
        Assert.Equal(new Cell(30, 240, 12.5, ObservationStatus.Value), Cell.RateOf(Number(30), Number(240), 100));

    [Fact]
    public void A_numerator_is_worked_out_from_rate_and_denominator() =>
        // 12.5 percent of 240 is 30.
        Assert.Equal(new Cell(30, 240, 12.5, ObservationStatus.Value), Cell.FromRate(Number(12.5), Number(240), 100));

    [Fact]
    public void Among_nobody_there_is_no_rate() =>
        Assert.Equal(new Cell(0, 0, double.NaN, ObservationStatus.NotApplicable), Cell.RateOf(Number(0), Number(0), 100));

    [Fact]
    public void A_hidden_numerator_hides_the_rate_and_keeps_the_denominator() =>
        Assert.Equal(new Cell(double.NaN, 240, double.NaN, ObservationStatus.Suppressed), Cell.RateOf(Hidden, Number(240), 100));

    [Fact]
    public void A_missing_denominator_leaves_no_rate() =>
        Assert.Equal(new Cell(30, double.NaN, double.NaN, ObservationStatus.NotDelivered), Cell.RateOf(Number(30), Part.Absent, 100));

    [Fact]
    public void A_rate_without_its_denominator_stands_alone() =>
        Assert.Equal(new Cell(double.NaN, double.NaN, 12.5, ObservationStatus.Value), Cell.FromRate(Number(12.5), Part.Absent, 100));

    [Fact]
    public void A_number_beside_the_mark_of_suppression_is_dropped() =>
        Assert.Equal(Hidden, Number(2).Marked(ObservationStatus.Suppressed));

    [Fact]
    public void A_break_in_series_goes_with_the_number() =>
        Assert.Equal(new Part(2, ObservationStatus.BreakInSeries), Number(2).Marked(ObservationStatus.BreakInSeries));

    [Fact]
    public void What_cannot_be_is_told()
    {
        Assert.Contains("above the whole, 100 (numerator 5 above denominator 4)", Cell.RateOf(Number(5), Number(4), 100).FaultAs(MeasureForm.Rate, true, 100), StringComparison.Ordinal);
        Assert.Contains("The rate 100.1 is above the whole, 100.", Cell.Bare(Number(100.1)).FaultAs(MeasureForm.BareRate, true, 100), StringComparison.Ordinal);
        Assert.Contains("cannot be negative", Cell.Sum(Number(-1)).FaultAs(MeasureForm.Count, false, 1), StringComparison.Ordinal);
        Assert.Contains("cannot be negative", Cell.Bare(Number(-1)).FaultAs(MeasureForm.BareRate, false, 1), StringComparison.Ordinal);
        Assert.Null(Cell.Bare(Number(100)).FaultAs(MeasureForm.BareRate, true, 100));
        Assert.Null(Cell.Bare(Number(-1)).FaultAs(MeasureForm.Mean, false, 1));
        Assert.Null(Cell.RateOf(Number(5), Number(4), 100).FaultAs(MeasureForm.Rate, false, 100));
    }
}
