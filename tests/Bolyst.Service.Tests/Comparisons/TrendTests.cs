using Bolyst.Service.Tests.Serving;
using static Bolyst.Service.Tests.Zones.ZoneTests;

namespace Bolyst.Service.Tests.Comparisons;

public class TrendTests(Sample sample)
{
    [Fact]
    public async Task A_zone_that_kept_its_code_is_followed_back_and_a_marked_break_is_told()
    {
        var series = await SeriesAsync("01", "low-income");

        Assert.Equal([("2018", 8.0), ("2019", 12.0), ("2020", 20.0)], series.Points.Select(point => (point.Period, point.Value.Value_)));
        Assert.Equal(["krets-2019", "krets-2019", Sample.Kretser], series.Points.Select(point => point.MeasuredOn.Single().ZoneSet));
        Assert.Equal(("2019", V1.TrendBreakKind.Marked), (series.Breaks.Single().Period, series.Breaks.Single().Kind));
        Assert.Equal(2, series.Points[2].Value.SourceDelivery);
    }

    [Fact]
    public async Task Zones_that_became_one_are_computed_again_from_their_counts()
    {
        var point = (await SeriesAsync("05", "low-income")).Points.Single(p => p.Period == "2019");

        // 03: 100 of 800; 04: 50 of 200. By hand: 150 of 1000 is 15 percent; the mean of the percentages would be 18.75.
        Assert.Equal(15, point.Value.Value_, 1e-12);
        Assert.Equal((150.0, 1000.0), (point.Value.Counts.Numerator, point.Value.Counts.Denominator));
        Assert.Equal(["03", "04"], point.MeasuredOn.Select(zone => zone.Code));
        Assert.NotNull(point.Value.Interval);
    }

    [Fact]
    public async Task A_missing_part_makes_the_earlier_number_missing()
    {
        // 2018 has numbers for 01 only.
        var point = (await SeriesAsync("05", "low-income")).Points.Single(p => p.Period == "2018");

        Assert.False(point.Value.HasValue_);
        Assert.Equal(V1.ObservationStatus.NotDelivered, point.Value.Status);
    }

    [Fact]
    public async Task Bare_rates_of_several_zones_break_the_series()
    {
        var series = await SeriesAsync("05", "unemployed");

        Assert.Equal(["2020"], series.Points.Select(point => point.Period));
        Assert.Equal(("2020", V1.TrendBreakKind.NotSummable), (series.Breaks.Single().Period, series.Breaks.Single().Kind));
    }

    [Fact]
    public async Task A_split_zone_is_not_followed_across_the_split()
    {
        var series = await SeriesAsync("06", "unemployed");

        Assert.Equal(["2020"], series.Points.Select(point => point.Period));
        Assert.Equal(V1.TrendBreakKind.BorderChange, series.Breaks.Single().Kind);
        Assert.Contains("08", series.Breaks.Single().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Periods_can_be_chosen_and_a_reference_set_beside()
    {
        var answer = await TrendAsync(new() { Zones = { Krets("01"), Krets("02") }, Indicator = "low-income", FromPeriod = "2019", ToPeriod = "2020", Reference = new() { ZoneSet = Sample.By, Code = "1" } });

        Assert.Equal([2, 2], answer.Series.Select(series => series.Points.Count));
        Assert.Equal("2020", answer.Reference.Points.Single().Period);
        Assert.Equal("percent", answer.Indicator.Unit);
    }

    [Fact]
    public async Task Wrong_requests_are_refused()
    {
        await Expect.InvalidAsync(V1.ErrorReason.FieldRequired, "indicator", () => TrendAsync(new() { Zones = { Krets("01") } }));
        await Expect.InvalidAsync(V1.ErrorReason.FieldMalformed, "from_period", () => TrendAsync(new() { Zones = { Krets("01") }, Indicator = "low-income", FromPeriod = "2020Q1" }));
        await Expect.NotFoundAsync(V1.ErrorReason.IndicatorNotFound, () => TrendAsync(new() { Zones = { Krets("01") }, Indicator = "x" }));
        await Expect.NotFoundAsync(V1.ErrorReason.NoData, () => TrendAsync(new() { Zones = { Krets("01") }, Indicator = "low-income", Breakdown = "kjonn=1" }));
    }

    private Task<V1.GetTrendResponse> TrendAsync(V1.GetTrendRequest request) => sample.Grpc.CallAsync<V1.GetTrendResponse>(request);

    private async Task<V1.TrendSeries> SeriesAsync(string code, string indicator) =>
        (await TrendAsync(new() { Zones = { Krets(code) }, Indicator = indicator })).Series.Single();
}
