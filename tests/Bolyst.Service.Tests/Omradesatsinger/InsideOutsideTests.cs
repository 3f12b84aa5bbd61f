using Bolyst.Rpc;
using Bolyst.Service.Tests.Serving;
using Google.Protobuf;

namespace Bolyst.Service.Tests.Omradesatsinger;

/// <summary>Inside beside outside, by hand from the numbers of <see cref="Sample"/>.</summary>
public class InsideOutsideTests(Sample sample)
{
    [Fact]
    public async Task Zones_inside_stand_beside_the_rest_of_their_kommune()
    {
        var answer = await CompareAsync(Codes("05"));

        // 05 is linked to kommune 1, and so are 01, 02 and 06; 07 is not.
        Assert.Equal(("05", 1.0), (answer.Inside.Single().Zone.Ref.Code, answer.Inside.Single().Share));
        Assert.Equal(["01", "02", "06"], answer.OutsideCodes);
        Assert.Equal("Prøveby", answer.RestOf.Single().Name);
        var point = answer.Series.Single().Points.Single(p => p.Period == "2020");
        Assert.Equal((20.0, 300.0, 1500.0), Rate(point.Inside));

        // 01: 200 of 1000; 02: 100 of 2000; 06 is suppressed. 300 of 3000 is 10 percent; the mean of the percentages would be 12.5.
        Assert.Equal((10.0, 300.0, 3000.0), Rate(point.Outside));
        Assert.Equal((2, V1.ObservationStatus.Suppressed, 1), (point.Outside.ZonesWithValue, point.Outside.Missing.Single().Status, point.Outside.Missing.Single().Zones));
        Assert.Equal([1L, 2L], point.Outside.SourceDeliveries);
        Assert.Equal((10.0, 2.0), (point.Difference.Difference_.Value, point.Difference.Ratio.Value));

        // Wilson and Newcombe (1998, method 10) by their formulas: 20 % (18.054, 22.1), 10 % (8.977, 11.126), difference (7.752, 12.336).
        Assert.Equal((18.054, 22.1), (Math.Round(point.Inside.Interval.Lower, 3), Math.Round(point.Inside.Interval.Upper, 3)));
        Assert.Equal((7.752, 12.336), (Math.Round(point.Difference.DifferenceInterval.Lower, 3), Math.Round(point.Difference.DifferenceInterval.Upper, 3)));
        Assert.Equal("Wilson", answer.IntervalMethod.Name);
    }

    [Fact]
    public async Task Earlier_zones_that_are_the_same_areas_carry_the_series_back()
    {
        // 06 and 07 were 08 in 2019; 01, 02 and 05 were 01, 02, 03 and 04.
        var series = (await CompareAsync(Codes("06", "07"))).Series.Single();

        Assert.Equal(["2018", "2019", "2020"], series.Points.Select(point => point.Period));
        Assert.Equal(["krets-2019", "krets-2019", Sample.Kretser], series.Points.Select(point => point.ZoneSet));
        Assert.Equal((1.0, 10.0, 1000.0), Rate(series.Points[1].Inside));

        // 01: 120 of 1000 after a break; 02: 110 of 2000; 03: 100 of 800; 04: 50 of 200.
        Assert.Equal((9.5, 380.0, 4000.0), Rate(series.Points[1].Outside));
        Assert.Equal(V1.ObservationStatus.BreakInSeries, series.Points[1].Outside.Status);
        Assert.Equal(("2019", V1.TrendBreakKind.Marked), (series.Breaks.Single().Period, series.Breaks.Single().Kind));
        Assert.Equal(V1.ReasonCode.InputMissing, series.Points[2].Inside.Value.Reason.Code);
        Assert.Equal(V1.ReasonCode.InputMissing, series.Points[2].Difference.Ratio.Reason.Code);
        Assert.Equal([V1.ObservationStatus.NotDelivered, V1.ObservationStatus.Suppressed], series.Points[2].Inside.Missing.Select(missing => missing.Status));
    }

    [Fact]
    public async Task A_zone_that_was_split_between_them_ends_the_series()
    {
        var series = (await CompareAsync(Codes("05"))).Series.Single();

        Assert.Equal(["2020"], series.Points.Select(point => point.Period));
        Assert.Equal(("2020", V1.TrendBreakKind.BorderChange), (series.Breaks.Single().Period, series.Breaks.Single().Kind));
    }

    [Fact]
    public async Task A_delivered_boundary_takes_the_zones_that_it_covers_by_half()
    {
        // The boundary lies from x = 150 to 250: half of 02 and half of 05.
        var answer = await CompareAsync(new() { Omradesatsing = "proveby-loftet" });

        Assert.Equal(["02", "05"], answer.Inside.Select(zone => zone.Zone.Ref.Code));
        Assert.All(answer.Inside, zone => Assert.Equal(0.5, zone.Share, 1e-9));
        Assert.Equal(("2019-01-01", false, 0.5), (answer.Boundary.ValidFrom, answer.Boundary.Official, answer.MinimumShare));
        Assert.Null(answer.Boundary.Geometry);

        // 02: 100 of 2000; 05: 300 of 1500. 400 of 3500; outside 01: 200 of 1000.
        Assert.Equal((400.0 / 35, 400.0, 3500.0), Rate(answer.Series.Single().Points[^1].Inside));
        Assert.Contains(answer.Caveats, caveat => caveat.Code == V1.CaveatCode.BoundaryNotZones);
    }

    [Theory]
    [InlineData(0.2, new[] { "02", "05" }, new string[0])]
    [InlineData(0.3, new[] { "05" }, new[] { "02" })]
    public async Task A_polygon_gives_whole_zones_by_the_share_asked_for(double share, string[] inside, string[] touched)
    {
        // From x = 175 to 300: a quarter of 02, all of 05.
        V1.CompareInsideOutsideRequest request = new() { PolygonWkt = "POLYGON((175 0, 300 0, 300 100, 175 100, 175 0))", Srid = 25833, MinimumShare = share };
        var answer = await CompareAsync(request);

        Assert.Equal(inside, answer.Inside.Select(zone => zone.Zone.Ref.Code));
        Assert.Equal(touched, answer.Touched.Select(zone => zone.Zone.Ref.Code));
        Assert.All(touched, code => Assert.Contains(code, answer.OutsideCodes));
        Assert.Equal(share, answer.MinimumShare);

        request.PolygonWkb = ByteString.CopyFrom(new NetTopologySuite.IO.WKTReader().Read(request.PolygonWkt).AsBinary());
        Assert.Equal(answer, await CompareAsync(request));
    }

    [Fact]
    public async Task Counts_are_summed_and_not_set_against_each_other()
    {
        var request = Codes("05");
        request.Indicators.Clear();
        request.Indicators.Add("receivers");
        var point = (await CompareAsync(request)).Series.Single().Points.Single();

        Assert.Equal((90.0, 54.0), (point.Inside.Value.Value, point.Outside.Value.Value));
        Assert.Null(point.Difference);
    }

    [Fact]
    public async Task Rates_without_counts_are_not_averaged()
    {
        var request = Codes("05");
        request.Indicators.Clear();
        request.Indicators.Add("unemployed");
        var point = (await CompareAsync(request)).Series.Single().Points[^1];

        Assert.Equal(5, point.Inside.Value.Value);
        Assert.Equal(V1.ReasonCode.TooLittleData, point.Outside.Value.Reason.Code);
        Assert.Equal(V1.ObservationStatus.NotApplicable, point.Outside.Status);
    }

    [Fact]
    public async Task No_indicator_means_all_and_periods_can_be_chosen()
    {
        var request = Codes("06", "07");
        request.Indicators.Clear();
        request.FromPeriod = request.ToPeriod = "2020";
        var answer = await CompareAsync(request);

        Assert.Equal(["immigrants", "low-income", "population", "receivers", "unemployed"], answer.Series.Select(series => series.Indicator.Key));
        Assert.All(answer.Series, series => Assert.Equal("2020", series.Points.Single().Period));
    }

    [Fact]
    public async Task Caveats_come_in_three_languages()
    {
        var caveats = (await CompareAsync(Codes("05"))).Caveats;

        Assert.Equal(
            [V1.CaveatCode.RegressionToTheMean, V1.CaveatCode.PeopleMove, V1.CaveatCode.Spillover, V1.CaveatCode.FewAreas, V1.CaveatCode.MissingZones],
            caveats.Select(caveat => caveat.Code));
        Assert.All(caveats, caveat => Assert.All([caveat.Text.Nb, caveat.Text.Nn, caveat.Text.En], Assert.NotEmpty));
    }

    [Fact]
    public async Task A_boundary_is_never_invented()
    {
        var fjell = (await sample.Grpc.CallAsync<V1.ListOmradesatsingerResponse>(new V1.ListOmradesatsingerRequest { Kommune = "Drammen", ActiveIn = 2014 })).Omradesatsinger.Single();
        var fault = await Expect.FaultAsync(StatusCode.FailedPrecondition, V1.ErrorReason.BoundaryNotDelivered, () => CompareAsync(new() { Omradesatsing = fjell.Key }));
        Assert.Contains("invents none", fault.Detail, StringComparison.Ordinal);
        await Expect.FaultAsync(
            StatusCode.FailedPrecondition, V1.ErrorReason.BoundaryNotDelivered, () => CompareAsync(new() { Omradesatsing = "proveby-loftet", BoundaryDate = "2018-12-31" }));
    }

    [Fact]
    public async Task Wrong_requests_are_refused()
    {
        await Expect.InvalidAsync(V1.ErrorReason.FieldRequired, "zone_set", () => CompareAsync(With(Codes("05"), request => request.ZoneSet = "")));
        await Expect.InvalidAsync(V1.ErrorReason.FieldRequired, "inside", () => CompareAsync(new()));
        await Expect.InvalidAsync(V1.ErrorReason.FieldRequired, "zones.codes", () => CompareAsync(new() { Zones = new() }));
        await Expect.InvalidAsync(V1.ErrorReason.FieldRequired, "omradesatsing", () => CompareAsync(new() { Omradesatsing = "" }));
        await Expect.NotFoundAsync(V1.ErrorReason.OmradesatsingNotFound, () => CompareAsync(new() { Omradesatsing = "x" }));
        await Expect.NotFoundAsync(V1.ErrorReason.ZoneNotFound, () => CompareAsync(Codes("99")));
        await Expect.NotFoundAsync(V1.ErrorReason.ZoneSetNotFound, () => CompareAsync(With(Codes("05"), request => request.ZoneSet = "x")));
        await Expect.NotFoundAsync(V1.ErrorReason.NoData, () => CompareAsync(With(Codes("05"), request => request.Breakdown = "kjonn=1")));
        await Expect.InvalidAsync(V1.ErrorReason.GeometryInvalid, "polygon_wkt", () => CompareAsync(new() { PolygonWkt = "POLYGON((0 0, 1 1, 0 1, 1 0, 0 0))" }));
        await Expect.InvalidAsync(V1.ErrorReason.FieldMalformed, "boundary_date", () => CompareAsync(new() { Omradesatsing = "proveby-loftet", BoundaryDate = "2019" }));
        await Expect.InvalidAsync(V1.ErrorReason.FieldOutOfRange, "minimum_share", () => CompareAsync(With(Codes("05"), request => request.MinimumShare = 1.1)));
        await Expect.InvalidAsync(V1.ErrorReason.FieldOutOfRange, "minimum_share", () => CompareAsync(With(Codes("05"), request => request.MinimumShare = double.NaN)));
        await Expect.InvalidAsync(V1.ErrorReason.FieldOutOfRange, "confidence_level", () => CompareAsync(With(Codes("05"), request => request.ConfidenceLevel = 1)));
    }

    [Fact]
    public async Task An_area_that_leaves_nothing_to_compare_is_refused()
    {
        await Expect.InvalidAsync(V1.ErrorReason.FieldOutOfRange, "inside", () => CompareAsync(Codes("01", "02", "05", "06")));
        await Expect.InvalidAsync(V1.ErrorReason.FieldOutOfRange, "inside", () => CompareAsync(new() { PolygonWkt = "POLYGON((5 60, 6 60, 6 61, 5 60))" }));
        var small = await Expect.InvalidAsync(
            V1.ErrorReason.FieldOutOfRange, "inside", () => CompareAsync(new() { PolygonWkt = "POLYGON((0 0, 40 0, 40 100, 0 100, 0 0))", Srid = 25833 }));
        Assert.Contains("0.4", small.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_rest_can_be_that_of_another_zone_around()
    {
        var named = await CompareAsync(With(Codes("05"), request => request.RestOf = new() { ZoneSet = Sample.By, Code = "1" }));
        Assert.Equal(["01", "02", "06"], named.OutsideCodes);

        // 07 is linked to no kommune: alone inside, its rest is the whole zone set.
        var whole = await CompareAsync(Codes("07"));
        Assert.Equal((0, 4), (whole.RestOf.Count, whole.OutsideCodes.Count));
        await Expect.InvalidAsync(V1.ErrorReason.FieldOutOfRange, "rest_of", () => CompareAsync(With(Codes("07"), request => request.RestOf = new() { ZoneSet = Sample.By, Code = "1" })));
        await Expect.InvalidAsync(V1.ErrorReason.FieldRequired, "rest_of.code", () => CompareAsync(With(Codes("05"), request => request.RestOf = new() { ZoneSet = Sample.By })));
    }

    private static (double Value, double Numerator, double Denominator) Rate(V1.AreaNumber number) => (number.Value.Value, number.Counts.Numerator, number.Counts.Denominator);

    private static V1.CompareInsideOutsideRequest Codes(params string[] codes) => new() { ZoneSet = Sample.Kretser, Zones = new() { Codes = { codes } }, Indicators = { "low-income" } };

    private static V1.CompareInsideOutsideRequest With(V1.CompareInsideOutsideRequest request, Action<V1.CompareInsideOutsideRequest> change)
    {
        change(request);
        return request;
    }

    private Task<V1.CompareInsideOutsideResponse> CompareAsync(V1.CompareInsideOutsideRequest request)
    {
        if (request.InsideCase != V1.CompareInsideOutsideRequest.InsideOneofCase.Zones)
        {
            request.ZoneSet = Sample.Kretser;
            if (request.Indicators.Count == 0)
            {
                request.Indicators.Add("low-income");
            }
        }

        return sample.Grpc.CallAsync<V1.CompareInsideOutsideResponse>(request);
    }
}
