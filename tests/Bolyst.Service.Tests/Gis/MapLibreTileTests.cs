using System.Text.Json;
using Bolyst.Service.Tests.Clients;

namespace Bolyst.Service.Tests.Gis;

/// <summary>MapLibre in Chromium draws the demo from the address of its TileJSON alone.</summary>
public sealed class MapLibreTileTests(Elvsund elvsund) : IDisposable
{
    private const string ZoneSet = "elvsund-grunnkrets-2018";

    private readonly string picture = Path.GetTempFileName();

    public void Dispose() => File.Delete(picture);

    [Fact]
    public async Task Every_zone_is_drawn_with_its_number_or_its_reason_from_far_and_near()
    {
        var served = await elvsund.ServedAsync();
        var (exitCode, output, errors) = await ClientProcess.RunAsync(
            "node", "maplibre/tiles.mjs", new Uri(served.Http.BaseAddress!, $"/tiles/{ZoneSet}/tilejson.json").ToString(), picture, "persistent_low_income", "5", "7.5", "9", "10");
        Assert.True(exitCode == 0, errors);
        var seen = JsonDocument.Parse(output).RootElement;
        foreach (var fault in (string[])["errors", "failed", "elsewhere"])
            Assert.Empty(seen.GetProperty(fault).EnumerateArray());

        var expected = await GrpcLayer.ReadAsync(served.Grpc, ZoneSet);
        var field = expected.Fields.Single(field => field.Name == "persistent_low_income");
        Assert.Contains("suppressed", field.Statuses!);
        foreach (var zoom in seen.GetProperty("drawn").EnumerateObject())
        {
            var byId = zoom.Value.EnumerateObject().OrderBy(zone => int.Parse(zone.Name, System.Globalization.CultureInfo.InvariantCulture)).Select(zone => zone.Value).ToList();
            Assert.Equal(expected.Codes, byId.Select(zone => zone.GetProperty("code").GetString()));
            Assert.Equal(field.Numbers, byId.Select(zone => zone.GetProperty("number") is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : double.NaN));
            Assert.Equal(field.Statuses, byId.Select(zone => zone.GetProperty("status").GetString()));
        }

        // From far every zone is a point, near by none is.
        Assert.All(seen.GetProperty("drawn").GetProperty("5").EnumerateObject(), zone => Assert.True(zone.Value.GetProperty("point").GetBoolean()));
        Assert.All(seen.GetProperty("drawn").GetProperty("10").EnumerateObject(), zone => Assert.False(zone.Value.GetProperty("point").GetBoolean()));
        await Picture.LooksLikeAsync("maplibre-tiles", picture);
    }
}
