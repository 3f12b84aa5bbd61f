using System.Text.Json;
using System.Xml.Linq;
using Bolyst.Service.Tests.Clients;

namespace Bolyst.Service.Tests.Styles;

/// <summary>An index, its rank and its relation to the average, by hand from what <see cref="Byen"/> says.</summary>
public class IndexStyleTests(Byen byen) : IClassFixture<Byen>
{
    private const string Index = "/styles/byen/inntektssystem_product";

    [Fact]
    public async Task An_index_beside_its_average_has_a_break_there_and_colours_on_two_sides()
    {
        // 0.25 0.5 0.75 | 1.25 1.5 1.75, each side in three classes.
        var answer = await GetAsync(Index + "_relative/classes.json?lang=en");

        Assert.Equal(1, answer.GetProperty("middle").GetDouble());
        Assert.Equal([0.4, 0.6, 1, 1.4, 1.6], answer.GetProperty("breaks").EnumerateArray().Select(limit => limit.GetDouble()));
        Assert.Equal("PuOr", answer.GetProperty("palette").GetString());
        // ColorBrewer's PuOr of six, from violet.
        Assert.Equal(["#542788", "#998ec3", "#d8daeb", "#fee0b6", "#f1a340", "#b35806"], Colours(answer));
        Assert.Equal("Higher numbers point to harder living conditions. Colours tell below from above the average.", answer.GetProperty("reading_text").GetString());
        Assert.Equal("average = 1", answer.GetProperty("unit_text").GetString());
    }

    [Theory]
    [InlineData("?breaks=0.5,1.5", new[] { "#b2abd2", "#f7f7f7", "#fdb863" })]
    [InlineData("?breaks=1", new[] { "#b2abd2", "#fdb863" })]
    [InlineData("?palette=YlOrBr&breaks=1", new[] { "#fff7bc", "#d95f0e" })]
    public async Task Given_breaks_are_coloured_by_their_side_of_the_middle(string query, string[] colours) =>
        Assert.Equal(colours, Colours(await GetAsync(Index + "_relative/classes.json" + query)));

    [Fact]
    public async Task The_first_rank_is_the_darkest()
    {
        var answer = await GetAsync(Index + "_rank/classes.json?classes=3");

        Assert.Equal("first_is_highest", answer.GetProperty("reading").GetString());
        Assert.Equal(["#d95f0e", "#fec44f", "#fff7bc"], Colours(answer));
        Assert.Equal(["under 3", "3–4", "5 eller mer"], answer.GetProperty("classes").EnumerateArray().Select(c => c.GetProperty("text").GetString()));
    }

    [Fact]
    public async Task A_missing_input_has_the_pattern_of_missing_numbers()
    {
        var answer = await GetAsync(Index + "/classes.json?lang=nn");

        Assert.Equal([("dots", 2), ("vertical", 0)], answer.GetProperty("without_number").EnumerateArray().Select(group => (group.GetProperty("pattern").GetString()!, group.GetProperty("zones").GetInt32())));
        Assert.Equal("Eit tal som indeksen treng, manglar eller er skjult", answer.GetProperty("without_number")[0].GetProperty("text").GetString());
        // Each input has its table; the delivery is the same.
        Assert.Equal(["Prøvekontoret <&>, 08764 (CC0)"], answer.GetProperty("sources").EnumerateArray().Select(source => source.GetProperty("text").GetString()));
        Assert.Contains("ikkje kontrollert mot Grønt hefte", answer.GetProperty("title").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Delivered_text_stays_text_in_every_form()
    {
        foreach (var form in (string[])["style.qml", "style.sld", "legend.svg"])
        {
            var document = XDocument.Parse(await byen.Http.GetStringAsync(new Uri("/styles/byen/unemployed/" + form, UriKind.Relative)));
            Assert.Contains("Indikator <&> unemployed", string.Concat(document.Descendants().SelectMany(element => element.Attributes().Select(a => a.Value).Append(element.Value))), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("classes.json", "\"classes\":[]")]
    [InlineData("classes.json?breaks=5", "\"zones\":0")]
    [InlineData("legend.svg", "8 soner")]
    [InlineData("legend.svg?breaks=5", "0 soner")]
    [InlineData("style.qml", "diagonal")]
    [InlineData("style.sld", "horline")]
    [InlineData("style.json", "\"diagonal\"")]
    public async Task A_field_that_is_hidden_everywhere_has_patterns_alone(string form, string says) =>
        Assert.Contains(says, await byen.Http.GetStringAsync(new Uri("/styles/byen/hidden/" + form, UriKind.Relative)), StringComparison.Ordinal);

    [Fact]
    public async Task A_neutral_number_has_colours_of_its_own()
    {
        var answer = await GetAsync("/styles/byen/population/classes.json");

        // All zones have 1 000: one class.
        Assert.Equal(("neutral", "BuPu", "1\u00a0000"), (answer.GetProperty("reading").GetString(), answer.GetProperty("palette").GetString(), answer.GetProperty("classes")[0].GetProperty("text").GetString()));
        Assert.Equal("Verken høye eller lave tall er bedre.", answer.GetProperty("reading_text").GetString());
    }

    [Theory]
    [InlineData("inntektssystem_product_relative/style.json")]
    [InlineData("hidden/style.json")]
    [InlineData("hidden/style.json?breaks=5")]
    public async Task Maplibre_finds_no_fault_with_the_style(string style)
    {
        var (exitCode, faults, errors) = await ClientProcess.RunAsync("node", "maplibre/validate.mjs", new Uri(byen.Http.BaseAddress!, "/styles/byen/" + style).ToString());
        Assert.True(exitCode == 0, errors);
        Assert.Empty(faults);
    }

    [Fact]
    public async Task What_has_not_changed_is_not_sent_again()
    {
        var address = new Uri("/styles/byen/unemployed/legend.png", UriKind.Relative);
        using var first = await byen.Http.GetAsync(address);
        using var again = new HttpRequestMessage(HttpMethod.Get, address);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var answer = await byen.Http.SendAsync(again);
        Assert.Equal(System.Net.HttpStatusCode.NotModified, answer.StatusCode);
    }

    private async Task<JsonElement> GetAsync(string address) => JsonDocument.Parse(await byen.Http.GetStringAsync(new Uri(address, UriKind.Relative))).RootElement;

    private static IEnumerable<string?> Colours(JsonElement answer) => answer.GetProperty("classes").EnumerateArray().Select(c => c.GetProperty("colour").GetString());
}
