using System.Text.Json;

namespace Bolyst.Service.Tests.Ogc;

/// <summary>OGC API Features part 2: coordinate reference systems. Expected corners: gdaltransform -s_srs EPSG:25833 -t_srs (system).</summary>
public class CrsTests(Norge norge)
{
    private const string Epsg = "http://www.opengis.net/def/crs/EPSG/0/";
    private const string Crs84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";
    private const string Steder = "/ogc/collections/steder/items";

    [Theory]
    [InlineData(Crs84, 10.7427147, 59.9096050, 29.9590323, 69.4862392, 1e-6)]
    [InlineData(Epsg + "4326", 59.9096050, 10.7427147, 69.4862392, 29.9590323, 1e-6)]
    [InlineData(Epsg + "4258", 59.9096050, 10.7427147, 69.4862392, 29.9590323, 1e-6)]
    [InlineData(Epsg + "25832", 597462.171, 6642626.779, 1305774.402, 7848555.867, 0.002)]
    [InlineData(Epsg + "25833", 262000, 6649000, 1080000, 7780000, 0)]
    [InlineData(Epsg + "3857", 1195873.528, 8379639.868, 3335024.223, 10903523.063, 0.002)]
    public async Task Coordinates_stand_in_the_order_of_their_system(string crs, double oslo1, double oslo2, double finnmark1, double finnmark2, double tolerance)
    {
        using var answer = await norge.Http.GetAsync(new Uri($"{Steder}?crs={Uri.EscapeDataString(crs)}", UriKind.Relative));
        var features = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("features");

        Assert.Equal($"<{crs}>", answer.Headers.GetValues("Content-Crs").Single());
        AssertHolds(features[0], oslo1, oslo2, tolerance);
        AssertHolds(features[1], finnmark1, finnmark2, tolerance);
    }

    [Theory]
    [InlineData(Crs84, "29.95,69.48,29.97,69.49", "2")]
    [InlineData(Crs84, "10.74,59.90,0,10.75,59.92,100", "1")]
    [InlineData(Crs84, "-180,-90,180,90", "1,2")]
    [InlineData(Crs84, "29,-90,10,90", "2")]
    [InlineData(Crs84, "100,0,120,10", "")]
    [InlineData(Epsg + "4326", "69.48,29.95,69.49,29.97", "2")]
    [InlineData(Epsg + "4258", "59.90,10.74,59.92,10.75", "1")]
    [InlineData(Epsg + "25832", "597500,6642600,597600,6642700", "1")]
    [InlineData(Epsg + "25832", "-1e9,-1e9,1e9,1e9", "1,2")]
    [InlineData(Epsg + "25833", "1080999,7780999,1090000,7790000", "2")]
    [InlineData(Epsg + "25833", "1081001,7781001,1090000,7790000", "")]
    [InlineData(Epsg + "3857", "-20037508,-20037508,20037508,20037508", "1,2")]
    public async Task A_box_finds_what_it_meets(string crs, string bbox, string codes) =>
        Assert.Equal(codes, string.Join(',', Norge.Codes(await norge.GetAsync($"{Steder}?bbox={bbox}&bbox-crs={Uri.EscapeDataString(crs)}"))));

    [Fact]
    public async Task A_collection_says_what_it_is_stored_in_and_served_in()
    {
        var collection = await norge.GetAsync("/ogc/collections/steder");

        Assert.Equal(Epsg + "25833", collection.GetProperty("storageCrs").GetString());
        Assert.Equal(
            [Crs84, Epsg + "4326", Epsg + "4258", Epsg + "25832", Epsg + "25833", Epsg + "3857"], collection.GetProperty("crs").EnumerateArray().Select(crs => crs.GetString()!));
    }

    [Fact]
    public async Task A_box_that_runs_backwards_is_refused_where_nothing_goes_round()
    {
        var fault = await norge.FailAsync($"{Steder}?bbox=9,1,1,2&bbox-crs={Uri.EscapeDataString(Epsg + "25833")}");

        Assert.Contains("western edge lies east", fault.Detail, StringComparison.Ordinal);
    }

    private static void AssertHolds(JsonElement feature, double first, double second, double tolerance) => Assert.Contains(
        feature.GetProperty("geometry").GetProperty("coordinates")[0][0].EnumerateArray(),
        corner => Math.Abs(corner[0].GetDouble() - first) <= tolerance && Math.Abs(corner[1].GetDouble() - second) <= tolerance);
}
