using Bolyst.Rpc;
using Bolyst.Service.Tests.Serving;
using Google.Protobuf;

namespace Bolyst.Service.Tests.Faults;

/// <summary>What every method does with requests that cannot be: the mechanisms they share.</summary>
public class RequestTests(Sample sample)
{
    [Fact]
    public async Task A_version_that_is_not_there_yet_is_not_found()
    {
        var fault = await Expect.NotFoundAsync(V1.ErrorReason.DatasetVersionNotFound, () => ListAsync(new() { AsOf = 3 }));

        Assert.Contains("the newest is 2", fault.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("page_size")]
    [InlineData("as_of")]
    public async Task Negative_numbers_are_refused(string field) => await Expect.InvalidAsync(
        V1.ErrorReason.FieldOutOfRange, field, () => ListAsync(field == "as_of" ? new() { AsOf = -1 } : new() { PageSize = -1 }));

    [Theory]
    [InlineData("not a token")]
    [InlineData("AAAA")]
    [InlineData("!")]
    public async Task A_token_of_no_page_is_refused(string token) =>
        await Expect.InvalidAsync(V1.ErrorReason.PageTokenInvalid, "page_token", () => ListAsync(new() { PageToken = token }));

    [Fact]
    public async Task A_token_belongs_to_its_request()
    {
        var token = (await ListAsync(new() { PageSize = 1 })).NextPageToken;

        await Expect.InvalidAsync(V1.ErrorReason.PageTokenInvalid, "page_token", () => ListAsync(new() { PageSize = 1, Level = "krets", PageToken = token }));
        Assert.Equal("krets-2019", (await ListAsync(new() { PageSize = 1, PageToken = token })).ZoneSets.Single().Key);
    }

    [Fact]
    public async Task A_text_that_no_text_can_be_is_refused()
    {
        IMessage[] requests =
        [
            new V1.GetOmradesatsingRequest { Key = "a\0" },
            new V1.GetZoneRequest { Zone = new() { ZoneSet = Sample.Kretser, Code = "0\0" } },
            new V1.CompareInsideOutsideRequest { ZoneSet = Sample.Kretser, Omradesatsing = "a\0", Indicators = { "low-income" } },
        ];
        foreach (var request in requests)
        {
            var fault = await Expect.FaultAsync(StatusCode.InvalidArgument, V1.ErrorReason.FieldMalformed, () => sample.Grpc.CallAsync<V1.GetZoneResponse>(request));
            Assert.Contains("NUL", fault.Detail, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_page_that_is_too_large_is_made_smaller() => Assert.Equal(3, (await ListAsync(new() { PageSize = int.MaxValue })).ZoneSets.Count);

    [Fact]
    public async Task Enum_values_of_a_later_contract_are_refused() => await Expect.InvalidAsync(
        V1.ErrorReason.FieldMalformed,
        "view",
        () => sample.Grpc.CallAsync<V1.GetZoneResponse>(new V1.GetZoneRequest { Zone = new() { ZoneSet = Sample.By, Code = "1" }, View = (V1.ZoneView)9 }));

    [Theory]
    [InlineData("", "01", "zone.zone_set")]
    [InlineData(Sample.Kretser, "", "zone.code")]
    public async Task A_zone_needs_both_its_parts(string zoneSet, string code, string field) => await Expect.InvalidAsync(
        V1.ErrorReason.FieldRequired, field, () => sample.Grpc.CallAsync<V1.GetZoneResponse>(new V1.GetZoneRequest { Zone = new() { ZoneSet = zoneSet, Code = code } }));

    [Fact]
    public async Task Zones_and_parents_that_are_not_there_are_named()
    {
        await Expect.NotFoundAsync(V1.ErrorReason.ZoneNotFound, () => sample.Grpc.CallAsync<V1.GetZoneResponse>(new V1.GetZoneRequest { Zone = new() { ZoneSet = Sample.By, Code = "01" } }));
        await Expect.NotFoundAsync(
            V1.ErrorReason.ZoneNotFound,
            () => sample.Grpc.CallAsync<V1.ListZonesResponse>(new V1.ListZonesRequest { ZoneSet = Sample.Kretser, Parent = new() { ZoneSet = Sample.By, Code = "2" } }));
        await Expect.NotFoundAsync(V1.ErrorReason.ZoneSetNotFound, () => sample.Grpc.StreamAsync<V1.StreamZonesResponse>(new V1.StreamZonesRequest { ZoneSet = "x" }));
        await Expect.InvalidAsync(V1.ErrorReason.FieldRequired, "zone_set", () => sample.Grpc.StreamAsync<V1.StreamZonesResponse>(new V1.StreamZonesRequest()));
    }

    private Task<V1.ListZoneSetsResponse> ListAsync(V1.ListZoneSetsRequest request) => sample.Grpc.CallAsync<V1.ListZoneSetsResponse>(request);
}
