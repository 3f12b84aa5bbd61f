using System.Text.Json;
using Bolyst.Service.Tests.Clients;
using NetTopologySuite.Geometries;

namespace Bolyst.Service.Tests.Gis;

/// <summary>QGIS 3.22 draws and identifies the demo's zones from vector tiles.</summary>
public sealed class QgisTileTests(Elvsund elvsund) : IDisposable
{
    private const string ZoneSet = "elvsund-grunnkrets-2018";

    // Of the window, in metres; QGIS looks half of one around a click, and simplifying moves a border by less.
    private const double Pixel = 40;

    private readonly string picture = Path.GetTempFileName();

    public void Dispose() => File.Delete(picture);

    [Fact]
    public async Task A_click_tells_the_zone_that_lies_there_and_its_numbers()
    {
        var served = await elvsund.ServedAsync();
        var seen = await Qgis.RunAsync("tiles.py", new Uri(served.Http.BaseAddress!, $"/tiles/{ZoneSet}/tilejson.json").ToString(), picture);

        Assert.Empty(seen.GetProperty("warnings").EnumerateArray());
        await Picture.LooksLikeAsync("qgis-tiles", picture);
        var values = await GrpcLayer.ReadAsync(served.Grpc, ZoneSet);
        var zones = await ZonesAsync(served.Http);
        Assert.Contains(seen.GetProperty("clicks").EnumerateArray(), click => click.GetProperty("hits").GetArrayLength() == 1);
        Assert.All(seen.GetProperty("clicks").EnumerateArray(), click =>
        {
            var place = new Point(click.GetProperty("x").GetDouble(), click.GetProperty("y").GetDouble());
            var hits = click.GetProperty("hits").EnumerateArray().ToDictionary(hit => hit.GetProperty("code").GetString()!, StringComparer.Ordinal);
            Assert.Subset(CodesAt(zones, place.Buffer(Pixel)), hits.Keys.ToHashSet(StringComparer.Ordinal));
            Assert.Superset(CodesAt(zones, place).Where(code => zones[code].Boundary.Distance(place) > Pixel).ToHashSet(StringComparer.Ordinal), hits.Keys.ToHashSet(StringComparer.Ordinal));
            Assert.All(hits, hit => Assert.All(values.Fields, field => Assert.Equal(
                field.Numbers[values.Codes.ToList().IndexOf(hit.Key)],
                hit.Value.TryGetProperty(field.Name, out var number) && number.ValueKind == JsonValueKind.Number ? number.GetDouble() : double.NaN)));
        });
    }

    private static HashSet<string> CodesAt(Dictionary<string, Geometry> zones, Geometry place) =>
        zones.Where(zone => zone.Value.Intersects(place)).Select(zone => zone.Key).ToHashSet(StringComparer.Ordinal);

    private static async Task<Dictionary<string, Geometry>> ZonesAsync(HttpClient http)
    {
        var items = JsonDocument.Parse(await http.GetStringAsync(new Uri(
            $"/ogc/collections/{ZoneSet}/items?limit=10000&indicators=none&indexes=none&crs=http://www.opengis.net/def/crs/EPSG/0/25833", UriKind.Relative))).RootElement;
        return items.GetProperty("features").EnumerateArray().ToDictionary(
            feature => feature.GetProperty("properties").GetProperty("code").GetString()!,
            Geometry (feature) => Tiles.ShownCoverage.OutlineOf(feature),
            StringComparer.Ordinal);
    }
}
