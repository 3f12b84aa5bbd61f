using System.Globalization;
using System.Text.Json;
using Bolyst.Service.Tests.Downloads;
using Bolyst.Service.Tests.Serving;
using Bolyst.Service.Tiles.Mvt;

namespace Bolyst.Service.Tests.Gis;

/// <summary>
/// A number is the same whichever door it leaves by, to the last bit, and so is the reason where there is none: every indicator and index
/// of the demo, for every zone set, in every period that it offers.
/// </summary>
public class SameNumbersTests(Elvsund elvsund, Sample sample)
{
    public static TheoryData<string> ZoneSets { get; } = ["elvsund-grunnkrets-2012", "elvsund-grunnkrets-2018", "elvsund-levekarssone", "elvsund-bydel", "elvsund-kommune"];

    [Theory]
    [MemberData(nameof(ZoneSets))]
    public async Task Features_tiles_and_downloads_hold_what_gRPC_gives(string zoneSet)
    {
        var served = await elvsund.ServedAsync();
        var coverage = await served.Grpc.CallAsync<V1.GetCoverageResponse>(new V1.GetCoverageRequest { ZoneSet = zoneSet });
        string[] periods = ["", .. coverage.Periods.Select(there => there.Period).Distinct(StringComparer.Ordinal)];
        Assert.True(periods.Length > 6);
        foreach (var period in periods)
        {
            await EveryDoorAsync(served, zoneSet, period, asOf: 0);
        }

        Assert.Contains((await GrpcLayer.ReadAsync(served.Grpc, zoneSet)).Fields, field => field.Name == "levekar_product_rank");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public Task An_older_dataset_version_is_the_same_by_every_door_too(long asOf) => EveryDoorAsync(sample.Served, Sample.Kretser, "", asOf);

    [Theory]
    [InlineData("gpkg")]
    [InlineData("fgb")]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public async Task Files_hold_it_as_other_programs_read_them(string format)
    {
        const string ZoneSet = "elvsund-grunnkrets-2018";
        var served = await elvsund.ServedAsync();
        using var file = await Downloaded.GetAsync(served.Http, $"{ZoneSet}.{format}");

        Same(await GrpcLayer.ReadAsync(served.Grpc, ZoneSet), await file.RowsAsync());
    }

    private static async Task EveryDoorAsync(Served served, string zoneSet, string period, long asOf)
    {
        var expected = await GrpcLayer.ReadAsync(served.Grpc, zoneSet, period, asOf);
        var asked = FormattableString.Invariant($"period={period}&as_of={asOf}");
        Same(expected, await FeaturesAsync(served, $"/ogc/collections/{zoneSet}/items?sortby=code&limit=10000&{asked}"));
        Same(expected, await FeaturesAsync(served, $"/download/{zoneSet}.geojson?{asked}"));
        Same(expected, await TileAsync(served, $"/tiles/{zoneSet}/0/0/0.mvt?{asked}"));
    }

    private static void Same(GrpcLayer expected, IEnumerable<JsonElement> rows)
    {
        var byCode = rows.OrderBy(row => row.GetProperty("code").GetString(), StringComparer.Ordinal).ToList();
        Assert.Equal(expected.Codes, byCode.Select(row => row.GetProperty("code").GetString()));
        foreach (var field in expected.Fields)
        {
            Assert.Equal(field.Numbers, byCode.Select(row => Number(row, field.Name)));
            if (field.Statuses is not null)
                Assert.Equal(field.Statuses, byCode.Select(row => row.GetProperty(field.Name + "_status").GetString()));
        }
    }

    /// <summary>A number that is null, not there, or an empty cell of a table of text, is missing.</summary>
    private static double Number(JsonElement row, string name) => !row.TryGetProperty(name, out var cell) ? double.NaN : cell switch
    {
        { ValueKind: JsonValueKind.Number } => cell.GetDouble(),
        { ValueKind: JsonValueKind.String } when cell.GetString() is { Length: > 0 } text => double.Parse(text, CultureInfo.InvariantCulture),
        _ => double.NaN,
    };

    private static async Task<IEnumerable<JsonElement>> FeaturesAsync(Served served, string address) =>
        JsonDocument.Parse(await served.Http.GetStringAsync(new Uri(address, UriKind.Relative))).RootElement
            .GetProperty("features").EnumerateArray().Select(feature => feature.GetProperty("properties"));

    private static async Task<IEnumerable<JsonElement>> TileAsync(Served served, string address)
    {
        var layer = Assert.Single(Tile.Parser.ParseFrom(await served.Http.GetByteArrayAsync(new Uri(address, UriKind.Relative))).Layers);
        return layer.Features.Select(feature => JsonSerializer.SerializeToElement(feature.Tags.Chunk(2).ToDictionary(
            tag => layer.Keys[(int)tag[0]],
            object (tag) => layer.Values[(int)tag[1]] is { HasDoubleValue: true } number ? number.DoubleValue : layer.Values[(int)tag[1]].StringValue,
            StringComparer.Ordinal)));
    }
}
