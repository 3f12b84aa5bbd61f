using Bolyst.Service.Tests.Serving;
using static Bolyst.Service.Tests.Indicators.IndicatorTests;
using static Bolyst.Service.Tests.Zones.ZoneTests;

namespace Bolyst.Service.Tests.Comparisons;

public class CompareTests(Sample sample)
{
    [Fact]
    public async Task Zones_are_compared_with_the_first_one()
    {
        var answer = await CompareAsync(new() { Zones = { Krets("02"), Krets("05") }, Selections = { Total("low-income") } });
        var (first, second) = (answer.Comparisons[0].Values[0], answer.Comparisons[0].Values[1]);

        Assert.Equal((5.0, 20.0), (first.Value.Value_, second.Value.Value_));
        Assert.Null(first.Difference);
        Assert.Equal((15.0, 4.0), (second.Difference.Difference_.Value, second.Difference.Ratio.Value));

        // Newcombe (1998) method 10 by hand from Wilson limits, R: prop.test(300, 1500, correct = FALSE) 0.18053… 0.22099…,
        // prop.test(100, 2000, correct = FALSE) 0.04128… 0.06044…: 0.15 -/+ sqrt((0.2 - 0.18053)^2 + (0.06044 - 0.05)^2) and so on.
        Assert.Equal(12.791, second.Difference.DifferenceInterval.Lower, 0.01);
        Assert.Equal(17.274, second.Difference.DifferenceInterval.Upper, 0.01);
        Assert.InRange(4.0, second.Difference.RatioInterval.Lower, second.Difference.RatioInterval.Upper);
        Assert.Equal(("low-income", "2020", "percent"), (answer.Comparisons[0].Selection.Indicator, answer.Comparisons[0].Selection.Period, answer.Comparisons[0].Unit));
        Assert.Equal(["Krets 02", "Krets 05"], answer.Zones.Select(zone => zone.Name));
    }

    [Fact]
    public async Task A_bare_rate_is_compared_without_interval()
    {
        var second = (await CompareAsync(new() { Zones = { Krets("02"), Krets("05") }, Selections = { Total("unemployed") } })).Comparisons[0].Values[1];

        Assert.Equal(3, second.Difference.Difference_.Value);
        Assert.Null(second.Difference.DifferenceInterval);
    }

    [Fact]
    public async Task A_zone_is_compared_with_the_kommune_around_it()
    {
        var answer = await CompareAsync(new() { Zones = { new V1.ZoneRef { ZoneSet = Sample.By, Code = "1" }, Krets("05") }, Selections = { Total("unemployed") } });

        Assert.Equal(2, answer.Comparisons[0].Values[1].Difference.Difference_.Value);
    }

    [Fact]
    public async Task A_hidden_number_hides_the_difference()
    {
        var hidden = (await CompareAsync(new() { Zones = { Krets("02"), Krets("06") }, Selections = { Total("low-income") } })).Comparisons[0].Values[1];

        Assert.False(hidden.Value.HasValue_);
        Assert.Equal(("standardtegn :", V1.ObservationStatus.Suppressed), (hidden.Value.SuppressionRule, hidden.Difference.Difference_.Reason.Status));
    }

    [Fact]
    public async Task Wrong_requests_are_refused()
    {
        await Expect.InvalidAsync(V1.ErrorReason.FieldOutOfRange, "zones", () => CompareAsync(new() { Zones = { Krets("02") }, Selections = { Total("unemployed") } }));
        await Expect.InvalidAsync(
            V1.ErrorReason.FieldRequired, "zones[1].code", () => CompareAsync(new() { Zones = { Krets("02"), Krets("") }, Selections = { Total("unemployed") } }));
        await Expect.NotFoundAsync(V1.ErrorReason.ZoneNotFound, () => CompareAsync(new() { Zones = { Krets("02"), Krets("2") }, Selections = { Total("unemployed") } }));
        await Expect.NotFoundAsync(
            V1.ErrorReason.NoData,
            () => CompareAsync(new() { Zones = { Krets("02"), new V1.ZoneRef { ZoneSet = "krets-2019", Code = "02" } }, Selections = { Total("receivers") } }));
    }

    [Fact]
    public async Task A_profile_places_the_zone_among_its_equals()
    {
        var request = new V1.ProfileZoneRequest { Zone = Krets("01"), Reference = new() { ZoneSet = Sample.By, Code = "1" } };
        var answer = await sample.Grpc.CallAsync<V1.ProfileZoneResponse>(request);

        Assert.Equal(["immigrants", "low-income", "population", "receivers", "unemployed"], answer.Rows.Select(row => row.Indicator.Key));
        var unemployed = answer.Rows[4];

        // 4 among 1 2 3 4 5: one is higher, three are lower. R: quantile(1:5).
        Assert.Equal((2, 5, 0, 0.7), (unemployed.Standing.RankFromHighest, unemployed.Standing.ZonesWithValue, unemployed.Standing.ZonesWithoutValue, unemployed.Standing.ShareBelow));
        Assert.Equal((1.0, 2.0, 3.0, 4.0, 5.0), (unemployed.Standing.Lowest, unemployed.Standing.LowerQuartile, unemployed.Standing.Median, unemployed.Standing.UpperQuartile, unemployed.Standing.Highest));
        Assert.Equal((3.0, 1.0), (unemployed.Reference.Value_, unemployed.Difference.Difference_.Value));
        Assert.Null(answer.Rows[0].Reference);
    }

    [Fact]
    public async Task A_zone_without_a_number_has_no_place()
    {
        var answer = await sample.Grpc.CallAsync<V1.ProfileZoneResponse>(new V1.ProfileZoneRequest { Zone = Krets("07"), Selections = { Total("low-income") } });

        Assert.Null(answer.Rows.Single().Standing);
        Assert.Equal(V1.ObservationStatus.NotDelivered, answer.Rows.Single().Value.Status);
    }

    private Task<V1.CompareZonesResponse> CompareAsync(V1.CompareZonesRequest request) => sample.Grpc.CallAsync<V1.CompareZonesResponse>(request);
}
