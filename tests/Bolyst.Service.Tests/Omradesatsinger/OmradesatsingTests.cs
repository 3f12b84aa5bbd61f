using Bolyst.Service.Tests.Serving;
using NetTopologySuite.IO;

namespace Bolyst.Service.Tests.Omradesatsinger;

public class OmradesatsingTests(Sample sample)
{
    [Theory]

    // Active per year by the periods of Meld. St. 28 (2022-2023), Boks 6.1, first and last year counted.
    [InlineData(1996, 0)]
    [InlineData(2000, 1)]
    [InlineData(2013, 3)]
    [InlineData(2018, 6)]
    [InlineData(2023, 5)]
    [InlineData(2030, 1)]
    [InlineData(2031, 0)]
    public async Task The_satsingar_of_the_melding_are_active_in_their_years(int year, int count)
    {
        var answer = await ListAsync(new() { ActiveIn = year });

        Assert.Equal(count, answer.Omradesatsinger.Count(satsing => satsing.Key != "proveby-loftet"));
    }

    [Fact]
    public async Task Fourteen_are_shipped_and_three_of_them_are_only_announced()
    {
        var shipped = (await ListAsync(new())).Omradesatsinger.Where(satsing => satsing.Key != "proveby-loftet").ToList();

        Assert.Equal(14, shipped.Count);
        Assert.Equal(3, shipped.Count(satsing => satsing is { StartYear: 0, Status: V1.OmradesatsingStatus.Announced }));
    }

    [Theory]
    [InlineData("Drammen", 2)]
    [InlineData("drammen", 2)]
    [InlineData("9999", 1)]
    public async Task They_are_found_by_kommune(string kommune, int count) => Assert.Equal(count, (await ListAsync(new() { Kommune = kommune })).Omradesatsinger.Count);

    [Fact]
    public async Task Shipped_ones_have_no_invented_boundary()
    {
        var fjell = (await ListAsync(new() { Kommune = "Drammen", ActiveIn = 2014 })).Omradesatsinger.Single();
        var answer = await GetAsync(new() { Key = fjell.Key, View = V1.ZoneView.Full });

        Assert.Empty(answer.Boundaries);
        Assert.Equal((2014, 2020), (answer.Omradesatsing.StartYear, answer.Omradesatsing.EndYear));
    }

    [Fact]
    public async Task A_delivered_boundary_says_that_it_is_a_proxy()
    {
        var answer = await GetAsync(new() { Key = "proveby-loftet", View = V1.ZoneView.Full });
        var boundary = answer.Boundaries.Single();

        Assert.False(boundary.Official);
        Assert.Equal(("2019-01-01", "", 10_000.0, 1L), (boundary.ValidFrom, boundary.ValidTo, boundary.AreaM2, boundary.SourceDelivery));
        Assert.True(new WKBReader().Read(boundary.Geometry.Wkb.ToByteArray()).EqualsTopologically(Sample.Square(150)));
        Assert.Equal(["Løftet", "oppvekst"], [answer.Omradesatsing.Aliases.Single(), answer.Omradesatsing.Delprogram.Single()]);
    }

    [Fact]
    public async Task Outlines_come_only_when_asked_for() => Assert.Null((await GetAsync(new() { Key = "proveby-loftet" })).Boundaries.Single().Geometry);

    [Fact]
    public async Task Wrong_requests_are_refused()
    {
        await Expect.NotFoundAsync(V1.ErrorReason.OmradesatsingNotFound, () => GetAsync(new() { Key = "x" }));
        await Expect.InvalidAsync(V1.ErrorReason.FieldRequired, "key", () => GetAsync(new()));
        await Expect.InvalidAsync(V1.ErrorReason.FieldOutOfRange, "active_in", () => ListAsync(new() { ActiveIn = -1 }));
    }

    private Task<V1.ListOmradesatsingerResponse> ListAsync(V1.ListOmradesatsingerRequest request) => sample.Grpc.CallAsync<V1.ListOmradesatsingerResponse>(request);

    private Task<V1.GetOmradesatsingResponse> GetAsync(V1.GetOmradesatsingRequest request) => sample.Grpc.CallAsync<V1.GetOmradesatsingResponse>(request);
}
