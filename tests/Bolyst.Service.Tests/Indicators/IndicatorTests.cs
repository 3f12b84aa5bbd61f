using Bolyst.Service.Tests.Serving;

namespace Bolyst.Service.Tests.Indicators;

public class IndicatorTests(Sample sample)
{
    [Fact]
    public async Task Indicators_are_listed_with_what_they_mean()
    {
        var answer = await sample.Grpc.CallAsync<V1.ListIndicatorsResponse>(new V1.ListIndicatorsRequest());

        Assert.Equal(["immigrants", "low-income", "population", "receivers", "unemployed"], answer.Indicators.Select(indicator => indicator.Key));
        var lowIncome = answer.Indicators[1];
        Assert.Equal(
            ("percent", 100.0, V1.Polarity.HigherIsWorse, V1.MeasureForm.Rate, "20-66"),
            (lowIncome.Unit, lowIncome.Scale, lowIncome.Polarity, lowIncome.Form, lowIncome.AgeBand));
        Assert.True(answer.Indicators[0].ConcernsEthnicity);
        Assert.Equal(V1.Polarity.ContextOnly, answer.Indicators[0].Polarity);
    }

    [Fact]
    public async Task Indicators_are_chosen_by_what_a_zone_set_has()
    {
        var answer = await sample.Grpc.CallAsync<V1.ListIndicatorsResponse>(new V1.ListIndicatorsRequest { ZoneSet = "krets-2019" });

        Assert.Equal(["low-income", "unemployed"], answer.Indicators.Select(indicator => indicator.Key));
        Assert.Empty((await sample.Grpc.CallAsync<V1.ListIndicatorsResponse>(new V1.ListIndicatorsRequest { Theme = "helse" })).Indicators);
    }

    [Fact]
    public async Task A_column_says_for_each_zone_its_number_or_why_there_is_none()
    {
        var answer = await ValuesAsync(new() { ZoneSet = Sample.Kretser, Selections = { Total("low-income") } });
        var column = answer.Columns.Single();

        Assert.Equal(["01", "02", "05", "06", "07"], answer.Codes);
        Assert.Equal([20, 5, 20, double.NaN, double.NaN], column.Values);
        Assert.Equal(
            [V1.ObservationStatus.Value, V1.ObservationStatus.Value, V1.ObservationStatus.Value, V1.ObservationStatus.Suppressed, V1.ObservationStatus.NotDelivered],
            column.Statuses);
        Assert.Equal([200, 100, 300, double.NaN, double.NaN], column.Numerators);
        Assert.Equal([2L, 1, 1, 1, 0], column.SourceDeliveries);
        Assert.Equal(["standardtegn :"], column.SuppressionRules);
        Assert.Equal([0u, 0, 0, 1, 0], column.SuppressionRuleNumbers);
        Assert.Equal(("2020", "percent"), (column.Selection.Period, column.Unit));
        Assert.Empty(column.Lower);
    }

    [Fact]
    public async Task An_older_version_gives_the_number_before_it_was_corrected()
    {
        var answer = await ValuesAsync(new() { ZoneSet = Sample.Kretser, Selections = { Total("low-income") }, AsOf = 1 });

        Assert.Equal((10, 1L), (answer.Columns[0].Values[0], answer.DatasetVersion));
    }

    [Fact]
    public async Task Proportions_have_wilson_intervals()
    {
        var answer = await ValuesAsync(new() { ZoneSet = Sample.Kretser, Selections = { Total("low-income"), Total("unemployed") }, IncludeIntervals = true });

        // R: prop.test(100, 2000, correct = FALSE)$conf.int is 0.04128… to 0.06044… for zone 02.
        Assert.Equal(4.1283, answer.Columns[0].Lower[1], 1e-3);
        Assert.Equal(6.0441, answer.Columns[0].Upper[1], 1e-3);
        Assert.Equal(double.NaN, answer.Columns[0].Lower[3]);
        Assert.Empty(answer.Columns[1].Lower);
        Assert.Equal((0.95, "Wilson"), (answer.IntervalMethod.ConfidenceLevel, answer.IntervalMethod.Name));
    }

    [Fact]
    public async Task Zones_come_in_the_order_asked_for() =>
        Assert.Equal([5, 2], (await ValuesAsync(new() { ZoneSet = Sample.Kretser, Selections = { Total("unemployed") }, Codes = { "05", "02" } })).Columns[0].Values);

    [Fact]
    public async Task Coverage_counts_the_zones_of_each_period_by_status()
    {
        var answer = await sample.Grpc.CallAsync<V1.GetCoverageResponse>(new V1.GetCoverageRequest { ZoneSet = Sample.Kretser, Indicators = { "low-income" } });
        var period = answer.Periods.Single();

        Assert.Equal(("low-income", "2020", 3), (period.Indicator, period.Period, period.ZonesWithValue));
        Assert.Equal(
            [(V1.ObservationStatus.Value, 3), (V1.ObservationStatus.NotDelivered, 1), (V1.ObservationStatus.Suppressed, 1)],
            period.Statuses.Select(status => (status.Status, status.Zones)));
    }

    [Fact]
    public async Task Coverage_without_indicators_gives_all() => Assert.Equal(
        ["low-income 2018", "low-income 2019", "unemployed 2019"],
        (await sample.Grpc.CallAsync<V1.GetCoverageResponse>(new V1.GetCoverageRequest { ZoneSet = "krets-2019" })).Periods.Select(p => $"{p.Indicator} {p.Period}"));

    [Fact]
    public async Task A_period_without_numbers_is_named_with_those_there_are()
    {
        var fault = await Expect.NotFoundAsync(
            V1.ErrorReason.NoData, () => ValuesAsync(new() { ZoneSet = "krets-2019", Selections = { new V1.IndicatorSelection { Indicator = "low-income", Period = "1999" } } }));

        Assert.Contains("It has 2018, 2019.", fault.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_there_is_named()
    {
        await Expect.NotFoundAsync(V1.ErrorReason.ZoneSetNotFound, () => ValuesAsync(new() { ZoneSet = "x", Selections = { Total("low-income") } }));
        await Expect.NotFoundAsync(V1.ErrorReason.IndicatorNotFound, () => ValuesAsync(new() { ZoneSet = Sample.By, Selections = { Total("x") } }));
        await Expect.NotFoundAsync(V1.ErrorReason.ZoneNotFound, () => ValuesAsync(new() { ZoneSet = Sample.Kretser, Selections = { Total("low-income") }, Codes = { "1" } }));
        await Expect.NotFoundAsync(
            V1.ErrorReason.IndicatorNotFound,
            () => sample.Grpc.CallAsync<V1.GetCoverageResponse>(new V1.GetCoverageRequest { ZoneSet = Sample.Kretser, Indicators = { "x" } }));
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_said_at_once()
    {
        var fault = await Expect.InvalidAsync(
            V1.ErrorReason.FieldRequired,
            "zone_set",
            () => ValuesAsync(new() { Selections = { new V1.IndicatorSelection { Period = "x" } }, ConfidenceLevel = 95, AsOf = -1 }));

        Assert.Equal(["zone_set", "selections[0].indicator", "selections[0].period", "confidence_level", "as_of"], fault.Fields);
    }

    [Fact]
    public async Task Columns_are_limited()
    {
        var request = new V1.GetIndicatorValuesRequest { ZoneSet = Sample.Kretser };
        request.Selections.AddRange(Enumerable.Repeat(Total("low-income"), 51));

        await Expect.InvalidAsync(V1.ErrorReason.FieldOutOfRange, "selections", () => ValuesAsync(request));
    }

    internal static V1.IndicatorSelection Total(string indicator) => new() { Indicator = indicator };

    private Task<V1.GetIndicatorValuesResponse> ValuesAsync(V1.GetIndicatorValuesRequest request) => sample.Grpc.CallAsync<V1.GetIndicatorValuesResponse>(request);
}
