using System.Buffers.Binary;
using System.Xml.Linq;
using Bolyst.Service.Tests.Clients;
using Bolyst.Service.Tests.Gis;
using Bolyst.Service.Tests.Ogc;

namespace Bolyst.Service.Tests.Styles;

/// <summary>Legends of <see cref="Norge"/>, and pictures of the demo's for people to look at.</summary>
public class LegendTests(Norge norge, Elvsund elvsund)
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public async Task A_legend_says_all_that_a_printed_map_needs()
    {
        var (texts, svg) = await SvgAsync("/styles/ruter/indeks/legend.svg?classes=4");

        Assert.Equal(
            [
                "Indikator indeks", "poeng, 2020", "Ruter",
                "3 soner", "under 8,0", "3 soner", "8,0 – under 9,3", "3 soner", "9,3 – under 11,0", "4 soner", "11,0 eller mer",
                "Uten tall: 12 soner", "12 soner", "Skjult av hensyn til personvern",
                "Høyere tall peker mot vanskeligere levekår.",
                "Klasser: omtrent like mange soner i hver klasse", "Tallene beskriver sonen, ikke den enkelte som bor der.",
                "Kilde: Prøvekontoret (CC0)", "Grenser: Oppdikta (CC0)", "Datasettversjon 1",
            ],
            texts);
        Assert.Equal("Indikator indeks, poeng (2020)", svg.Root!.Element(Svg + "title")!.Value);
        Assert.Single(svg.Descendants(Svg + "pattern"));
    }

    [Theory]
    [InlineData("nb", "elvsund-grunnkrets-2018/unemployed")]
    [InlineData("en", "elvsund-levekarssone/population")]
    public async Task Legends_look_as_they_were_approved(string language, string field)
    {
        var served = await elvsund.ServedAsync();
        var drawn = Path.GetTempFileName();
        await File.WriteAllBytesAsync(drawn, await served.Http.GetByteArrayAsync(new Uri($"/styles/{field}/legend.png?method=jenks&lang={language}", UriKind.Relative)));
        await Picture.LooksLikeAsync("legend-" + language, drawn);
        File.Delete(drawn);
    }

    [Theory]
    [InlineData("", 720)]
    [InlineData("?scale=1", 360)]
    [InlineData("?scale=4", 1440)]
    public async Task As_png_it_is_as_fine_as_asked_for(string scale, int width)
    {
        using var answer = await norge.Http.GetAsync(new Uri("/styles/ruter/indeks/legend.png" + scale, UriKind.Relative));
        Assert.Equal("image/png", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(width, WidthOf(await answer.Content.ReadAsByteArrayAsync()));
    }

    [Fact]
    public async Task A_scale_that_is_too_large_is_refused()
    {
        var (status, detail) = await norge.FailAsync("/styles/ruter/indeks/legend.png?scale=5");
        Assert.Equal(400, status);
        Assert.Contains("Send 1 to 4", detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 8)]
    [InlineData("@2x", 16)]
    public async Task The_sprite_holds_every_pattern(string ending, int side)
    {
        var places = await norge.GetAsync($"/styles/sprite{ending}.json");
        using var picture = await norge.Http.GetAsync(new Uri($"/styles/sprite{ending}.png", UriKind.Relative));

        Assert.Equal(["dots", "diagonal", "cross", "horizontal", "vertical"], places.EnumerateObject().Select(place => place.Name));
        Assert.All(places.EnumerateObject().Index(), place => Assert.Equal((place.Index * side, side), (place.Item.Value.GetProperty("x").GetInt32(), place.Item.Value.GetProperty("width").GetInt32())));
        Assert.Equal(5 * side, WidthOf(await picture.Content.ReadAsByteArrayAsync()));
    }

    private async Task<(IReadOnlyList<string> Texts, XDocument Svg)> SvgAsync(string address)
    {
        using var answer = await norge.Http.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal("image/svg+xml", answer.Content.Headers.ContentType!.MediaType);
        var svg = XDocument.Parse(await answer.Content.ReadAsStringAsync());
        return ([.. svg.Descendants(Svg + "text").Select(text => text.Value)], svg);
    }

    /// <summary>The header of a PNG: the width stands in bytes 16 to 19.</summary>
    private static int WidthOf(byte[] png) => BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16));
}
