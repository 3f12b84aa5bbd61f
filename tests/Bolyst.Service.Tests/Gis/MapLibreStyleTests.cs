using System.Text.Json;
using Bolyst.Service.Tests.Clients;
using Bolyst.Service.Tests.Serving;

namespace Bolyst.Service.Tests.Gis;

/// <summary>MapLibre draws the demo in Chromium by the style of the service, and its own specification finds no fault with it.</summary>
public sealed class MapLibreStyleTests(Elvsund elvsund) : IDisposable
{
    private const string Field = "/styles/elvsund-grunnkrets-2018/unemployed/";

    private readonly string picture = Path.GetTempFileName();

    public void Dispose() => File.Delete(picture);

    [Fact]
    public async Task Every_zone_is_drawn_in_its_class_or_its_pattern_and_nothing_comes_from_elsewhere()
    {
        var served = await elvsund.ServedAsync();
        var classes = JsonDocument.Parse(await served.Http.GetStringAsync(new Uri(Field + "classes.json", UriKind.Relative))).RootElement;

        var seen = await DrawAsync(served, "style.json", []);

        Assert.Empty(seen.GetProperty("errors").EnumerateArray());
        Assert.Empty(seen.GetProperty("failed").EnumerateArray());
        Assert.Empty(seen.GetProperty("elsewhere").EnumerateArray());
        var zones = seen.GetProperty("zones");
        Assert.Equal(classes.GetProperty("zones_with_number").GetInt32(), zones.GetProperty("with-number").GetInt32());
        Assert.Equal(classes.GetProperty("zones_without_number").GetInt32(), zones.GetProperty("without-number").GetInt32());
        await Picture.LooksLikeAsync("maplibre-style", picture);
    }

    [Fact]
    public async Task Names_are_written_without_glyphs_from_elsewhere()
    {
        var seen = await DrawAsync(await elvsund.ServedAsync(), "style.json?method=jenks", ["13"]);

        Assert.Empty(seen.GetProperty("errors").EnumerateArray());
        Assert.Empty(seen.GetProperty("elsewhere").EnumerateArray());
        Assert.InRange(seen.GetProperty("zones").GetProperty("names").GetInt32(), 5, 180);
    }

    [Theory]
    [InlineData("style.json")]
    [InlineData("style.json?method=jenks&classes=9&lang=en&palette=cividis")]
    [InlineData("style.json?breaks=3")]
    public async Task The_specification_finds_no_fault(string style)
    {
        var served = await elvsund.ServedAsync();
        var (exitCode, faults, errors) = await ClientProcess.RunAsync("node", "maplibre/validate.mjs", new Uri(served.Http.BaseAddress!, Field + style).ToString());

        Assert.True(exitCode == 0, errors);
        Assert.Empty(faults);
    }

    private async Task<JsonElement> DrawAsync(Served served, string style, string[] zoom)
    {
        var (exitCode, output, errors) = await ClientProcess.RunAsync("node", ["maplibre/draw.mjs", new Uri(served.Http.BaseAddress!, Field + style).ToString(), picture, .. zoom]);
        Assert.True(exitCode == 0, errors);
        return JsonDocument.Parse(output).RootElement;
    }
}
