using System.Text.Json;
using Bolyst.Service.Tests.Clients;
using Bolyst.Service.Tests.Downloads;
using Bolyst.Service.Tests.Ogc;

namespace Bolyst.Service.Tests.Styles;

/// <summary>MapServer, which reads SLD by code of its own, draws a download by the style of the service.</summary>
public class MapServerTests(Norge norge)
{
    [Fact]
    public async Task Every_zone_is_drawn_in_the_colour_of_its_class_and_one_without_a_number_in_none()
    {
        using var file = await Downloaded.GetAsync(norge.Http, "ruter.gpkg");
        var sld = file.Path + ".sld";
        await File.WriteAllBytesAsync(sld, await norge.Http.GetByteArrayAsync(new Uri("/styles/ruter/indeks/style.sld?classes=4", UriKind.Relative)));
        var classes = await norge.GetAsync("/styles/ruter/indeks/classes.json?classes=4");
        var breaks = classes.GetProperty("breaks").EnumerateArray().Select(limit => limit.GetDouble()).ToArray();
        var colours = classes.GetProperty("classes").EnumerateArray().Select(c => c.GetProperty("colour").GetString()).ToArray();

        var (exitCode, drawn, errors) = await ClientProcess.RunAsync("/usr/bin/python3", "mapserver/draw.py", file.Path, "ruter", sld);
        Assert.True(exitCode == 0, errors);

        // indeks of 01 to 12 is suppressed, of the others code / 2: norge's summary. MapServer does not know the mark of the lines, and fills
        // with their ink; that it must not do is take a zone without a number for one of the lowest class.
        var seen = JsonDocument.Parse(drawn).RootElement.EnumerateObject().OrderBy(zone => zone.Name, StringComparer.Ordinal).Select(zone => zone.Value.GetString()).ToArray();
        Assert.Equal(25, seen.Length);
        Assert.All(seen[..12], colour => Assert.DoesNotContain(colour, colours.Append("#ffffff")));
        Assert.Equal(Enumerable.Range(13, 13).Select(code => colours[breaks.Count(limit => code / 2.0 >= limit)]), seen[12..]);
    }
}
