using Bolyst.Intake.Description;

namespace Bolyst.Intake.Tests.Import;

public sealed class WaterImportTests : IAsyncLifetime
{
    private const string Yaml = "water: [{key: oslo-vann, files: [zones.geojson], name: namn, where: {field: nr, in: [301, 302]}}]\n";

    private ImportCase import = null!;

    public async ValueTask InitializeAsync() => import = await ImportCase.CreateAsync();

    public ValueTask DisposeAsync() => import.DisposeAsync();

    [Fact]
    public async Task Each_feature_is_a_surface_with_the_licence_and_the_source_of_the_delivery()
    {
        await import.PassAsync(Yaml);

        var surfaces = await import.Store.Features.ListWaterAsync();
        Assert.Equal([("oslo-vann", "Sone 1"), ("oslo-vann", "Sone 2")], surfaces.Select(surface => (surface.Key, surface.Name!)));
        Assert.All(surfaces, surface => Assert.Equal(("NLOD", "SSB"), (surface.Licence, surface.Source)));
        // Squares of 1000 m.
        Assert.All(surfaces, surface => Assert.Equal(1_000_000, surface.AreaM2, 1e-3));
    }

    [Fact]
    public async Task A_name_is_no_duty_and_water_may_have_a_licence_and_a_source_of_its_own()
    {
        await import.PassAsync("water: [{key: oslo-vann, files: [zones.geojson], licence: CC BY 4.0, source: Kartverket N50}]\n");

        var surfaces = await import.Store.Features.ListWaterAsync();
        Assert.Equal(4, surfaces.Count);
        Assert.All(surfaces, surface => Assert.Equal((null, "CC BY 4.0", "Kartverket N50"), (surface.Name, surface.Licence, surface.Source)));
    }

    [Theory]
    [InlineData("in: [301, 302]", "in: [9]", "is left: look at where")]
    [InlineData("name: namn", "name: navn", "navn")]
    [InlineData("[zones.geojson]", "[line.geojson]", "are no areas")]
    [InlineData("key: oslo-vann", "key: oslo-vann, crs: EPSG:4326", "degrees")]
    [InlineData("[zones.geojson]", "[text.geojson]", "text.geojson")]
    public async Task What_is_wrong_is_told_and_nothing_is_stored(string right, string wrong, string told)
    {
        import.Write("line.geojson", Feature("LineString", "[[260000, 6640000], [261000, 6640000]]"));
        import.Write("text.geojson", "no map");
        var fault = await import.FaultAsync(Yaml.Replace(right, wrong, StringComparison.Ordinal));

        Assert.Contains(told, fault.Message, StringComparison.Ordinal);
        Assert.Empty(await import.Store.Features.ListWaterAsync());
    }

    [Theory]
    [InlineData("water: [{key: Oslo vann, files: [zones.geojson]}]\n", "cannot be a key")]
    [InlineData("water: [{key: a, files: [zones.geojson]}, {key: a, files: [zones.geojson]}]\n", "The key 'a' is given in lines")]
    [InlineData("water: [{key: a, files: []}]\n", "Name at least one file")]
    public async Task A_description_that_cannot_be_is_refused(string yaml, string told)
    {
        var fault = await Assert.ThrowsAsync<DescriptionException>(() => import.ImportAsync(yaml));

        Assert.Contains(told, fault.Message, StringComparison.Ordinal);
    }

    private static string Feature(string type, string coordinates) => ImportCase.Collection(
        [$$$"""{"type": "Feature", "properties": {"nr": 301, "namn": "A"}, "geometry": {"type": "{{{type}}}", "coordinates": {{{coordinates}}}}}"""]);
}
