using System.Text.Json;
using Bolyst.Service.Tests.Clients;
using Bolyst.Service.Tests.Serving;

namespace Bolyst.Service.Tests.Gis;

/// <summary>QGIS draws the demo by the styles of the service and counts the zones under every rule itself.</summary>
public sealed class QgisStyleTests(Elvsund elvsund) : IDisposable
{
    private const string Collection = "elvsund-grunnkrets-2018";
    private const string Style = $"/styles/{Collection}/unemployed/";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("bolyst-styles-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Rules_colours_and_patterns_are_those_of_the_classes()
    {
        var served = await elvsund.ServedAsync();
        var (qml, sld, picture) = (await SaveAsync(served, "style.qml"), await SaveAsync(served, "style.sld"), Path.Combine(folder.FullName, "seen.png"));
        var classes = JsonDocument.Parse(await served.Http.GetStringAsync(new Uri(Style + "classes.json", UriKind.Relative))).RootElement;

        var seen = await Qgis.RunAsync("styles.py", new Uri(served.Http.BaseAddress!, "/ogc").ToString(), Collection, qml, sld, picture);

        Assert.Empty(seen.GetProperty("warnings").EnumerateArray());
        foreach (var form in (string[])["qml", "sld"])
        {
            var (style, groups) = (seen.GetProperty(form), classes.GetProperty("without_number").EnumerateArray().ToList());
            Assert.True(style.GetProperty("loaded").GetBoolean(), style.GetProperty("message").GetString());
            Assert.Equal("RuleRenderer", style.GetProperty("renderer").GetString());
            var rules = style.GetProperty("rules").EnumerateArray().ToList();
            var expected = classes.GetProperty("classes").EnumerateArray().Concat(groups).ToList();
            Assert.Equal(Texts(expected, "text"), Texts(rules, "label"));
            Assert.Equal(expected.Select(entry => entry.GetProperty("zones").GetInt32()), rules.Select(rule => rule.GetProperty("zones").GetInt32()));
            Assert.Equal(
                Texts(classes.GetProperty("classes").EnumerateArray(), "colour"),
                rules.Take(rules.Count - groups.Count).Select(rule => Assert.Single(rule.GetProperty("fill").EnumerateArray()).GetProperty("colour").GetString()));
            Assert.Equal(form == "qml" ? PatternsOfQml : PatternsOfSld, rules.TakeLast(groups.Count).Select(rule => string.Join(" ", rule.GetProperty("fill").EnumerateArray().Skip(1).Select(Look))));
        }

        await Picture.LooksLikeAsync("qgis-styles", picture);
    }

    private static readonly string[] PatternsOfQml = ["PointPatternFill", "LinePatternFill 45", "LinePatternFill 45 LinePatternFill 135", "LinePatternFill 0"];

    private static readonly string[] PatternsOfSld = ["SimpleFill dense6", "LinePatternFill 45", "LinePatternFill 45 LinePatternFill 135", "SimpleFill horizontal"];

    private static string Look(JsonElement fill) => fill.GetProperty("kind").GetString()
        + (fill.TryGetProperty("angle", out var angle) ? $" {angle.GetDouble()}" : "")
        + (fill.TryGetProperty("brush", out var brush) ? $" {brush.GetString()}" : "");

    private static IEnumerable<string?> Texts(IEnumerable<JsonElement> elements, string name) => elements.Select(element => element.GetProperty(name).GetString());

    private async Task<string> SaveAsync(Served served, string name)
    {
        var path = Path.Combine(folder.FullName, name);
        await File.WriteAllTextAsync(path, await served.Http.GetStringAsync(new Uri(Style + name, UriKind.Relative)));
        return path;
    }
}
