using System.Text.Json;
using Bolyst.Service.Tests.Ogc;
using Bolyst.Service.Tests.Serving;

namespace Bolyst.Service.Tests.Styles;

/// <summary>Classes for maps, counted by hand from what <see cref="Sample"/> and <see cref="Norge"/> say of their zones.</summary>
public class ClassesTests(Norge norge, Sample sample)
{
    [Fact]
    public async Task Classes_say_breaks_counts_colours_and_why_zones_have_no_number()
    {
        // 13 to 25, halved: 6.5 7 7.5 | 8 8.5 9 | 9.5 10 10.5 | 11 11.5 12 12.5. Of 13 ranks, ceil(4 rank / 13) is 1 for 1-3, 2 for 4-6, 3 for 7-9.
        // The roundest number above 7.5 and not above 8 is 8; above 9 and not above 9.5, with one decimal, 9.3 is nearest to 9.25.
        var answer = await norge.GetAsync("/styles/ruter/indeks/classes.json?classes=4");

        Assert.Equal(
            ("ruter", "indeks", "indeks_status", "Indikator indeks", "points", "poeng", "quantile", "YlOrBr", "higher_is_worse"),
            (Text(answer, "zone_set"), Text(answer, "field"), Text(answer, "status_field"), Text(answer, "title"), Text(answer, "unit"), Text(answer, "unit_text"), Text(answer, "method"), Text(answer, "palette"), Text(answer, "reading")));
        Assert.Equal([8, 9.3, 11], Numbers(answer, "breaks"));
        Assert.Equal([3, 3, 3, 4], Of(answer, "classes", "zones").Select(zones => zones.GetInt32()));
        Assert.Equal(["under 8,0", "8,0 – under 9,3", "9,3 – under 11,0", "11,0 eller mer"], Of(answer, "classes", "text").Select(text => text.GetString()));
        // ColorBrewer's YlOrBr of four.
        Assert.Equal(["#ffffd4", "#fed98e", "#fe9929", "#cc4c02"], Of(answer, "classes", "colour").Select(colour => colour.GetString()));
        Assert.Equal((13, 12), (answer.GetProperty("zones_with_number").GetInt32(), answer.GetProperty("zones_without_number").GetInt32()));
        Assert.Equal(
            [("dots", 0), ("diagonal", 12), ("cross", 0), ("horizontal", 0)],
            answer.GetProperty("without_number").EnumerateArray().Select(group => (group.GetProperty("pattern").GetString()!, group.GetProperty("zones").GetInt32())));
        Assert.Equal("Skjult av hensyn til personvern", Text(answer.GetProperty("without_number")[1], "text"));
        Assert.Equal("2020", answer.GetProperty("periods")[0].GetString());
        Assert.Equal("Prøvekontoret (CC0)", Text(answer.GetProperty("sources")[0], "text"));
    }

    [Fact]
    public async Task Counts_are_written_as_whole_numbers()
    {
        // 100 to 2 500 by hundreds: nine below 1 000, ten below 2 000.
        var answer = await norge.GetAsync("/styles/ruter/folketal/classes.json?breaks=1000,2000&lang=en");

        Assert.Equal(["under 1,000", "1,000–1,999", "2,000 or more"], Of(answer, "classes", "text").Select(text => text.GetString()));
        Assert.Equal([9, 10, 6], Of(answer, "classes", "zones").Select(zones => zones.GetInt32()));
        Assert.Equal(("fixed", "number"), (Text(answer, "method"), Text(answer, "unit_text")));
    }

    [Theory]
    [InlineData("nb", "Høyere tall peker mot vanskeligere levekår.", "prosent")]
    [InlineData("nn", "Høgare tal peikar mot vanskelegare levekår.", "prosent")]
    [InlineData("en", "Higher numbers point to harder living conditions.", "percent")]
    public async Task Words_come_in_three_languages(string language, string direction, string unit)
    {
        var answer = await GetAsync($"/styles/{Sample.Kretser}/low_income/classes.json?lang={language}");

        Assert.Equal((language, direction, unit), (Text(answer, "lang"), Text(answer, "reading_text"), Text(answer, "unit_text")));
    }

    [Fact]
    public async Task Fewer_numbers_than_classes_make_fewer_classes()
    {
        // The second delivery says 20 for 01; 02 has 5 and 05 has 20. Between 5 and 20 the roundest number is 10.
        var answer = await GetAsync($"/styles/{Sample.Kretser}/low_income/classes.json?method=jenks&classes=9");

        Assert.Equal([10], Numbers(answer, "breaks"));
        Assert.Equal([1, 2], Of(answer, "classes", "zones").Select(zones => zones.GetInt32()));
        Assert.Equal(2, answer.GetProperty("dataset_version").GetInt32());
    }

    [Fact]
    public async Task An_older_version_and_another_period_have_classes_of_their_own()
    {
        // Version 1: 10, 5 and 20.
        var first = await GetAsync($"/styles/{Sample.Kretser}/low_income/classes.json?as_of=1");
        Assert.Equal([10, 20], Numbers(first, "breaks"));
        Assert.EndsWith("tilejson.json?indicators=low-income&indexes=none&as_of=1", first.GetProperty("links").GetProperty("tilejson").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/styles/nowhere/indeks/classes.json", 404, "nowhere")]
    [InlineData("/styles/ruter/nothing/classes.json", 404, "nothing")]
    [InlineData("/styles/ruter/code/classes.json", 404, "code")]
    [InlineData("/styles/steder/indeks/classes.json", 404, "Zone set 'steder' has no numbers of 'indeks'. It has none for any period.")]
    [InlineData("/styles/ruter/indeks/classes.json?period=1066", 404, "1066")]
    [InlineData("/styles/ruter/indeks/classes.json?as_of=99", 404, "99")]
    [InlineData("/styles/ruter/indeks/classes.json?method=best", 400, "quantile, jenks or fixed")]
    [InlineData("/styles/ruter/indeks/classes.json?classes=2", 400, "3 to 9")]
    [InlineData("/styles/ruter/indeks/classes.json?classes=10", 400, "3 to 9")]
    [InlineData("/styles/ruter/indeks/classes.json?method=fixed", 400, "breaks")]
    [InlineData("/styles/ruter/indeks/classes.json?method=jenks&breaks=1", 400, "method=fixed")]
    [InlineData("/styles/ruter/indeks/classes.json?breaks=1,x", 400, "'x', which is not a number")]
    [InlineData("/styles/ruter/indeks/classes.json?breaks=1,NaN", 400, "not a number")]
    [InlineData("/styles/ruter/indeks/classes.json?breaks=2,1", 400, "must rise")]
    [InlineData("/styles/ruter/indeks/classes.json?breaks=1,2,3,4,5,6,7,8,9", 400, "more than 8")]
    [InlineData("/styles/ruter/indeks/classes.json?breaks=1,2&classes=4", 400, "2 breaks make 3 classes")]
    [InlineData("/styles/ruter/indeks/classes.json?palette=RdYlGn", 400, "YlOrBr")]
    [InlineData("/styles/ruter/indeks/classes.json?palette=PuOr", 400, "no")]
    [InlineData("/styles/ruter/indeks/classes.json?lang=sv", 400, "nb, nn or en")]
    [InlineData("/styles/ruter/indeks/classes.json?colour=red", 400, "is no parameter here")]
    public async Task A_wrong_request_is_told_what_is_wrong(string address, int status, string says)
    {
        var (got, detail) = await norge.FailAsync(address);
        Assert.Equal(status, got);
        Assert.Contains(says, detail, StringComparison.Ordinal);
        Assert.DoesNotContain(" at Bolyst.", detail, StringComparison.Ordinal);
    }

    private async Task<JsonElement> GetAsync(string address) =>
        JsonDocument.Parse(await sample.Served.Http.GetStringAsync(new Uri(address, UriKind.Relative))).RootElement;

    [Theory]
    [InlineData("/styles/ruter/indeks/classes.json")]
    [InlineData("/styles/ruter/indeks/style.json")]
    [InlineData("/styles/ruter/indeks/style.qml")]
    [InlineData("/styles/ruter/indeks/style.sld")]
    [InlineData("/styles/ruter/indeks/legend.svg")]
    [InlineData("/dcat/ruter")]
    public async Task Documents_travel_compressed_to_who_can_unpack_them(string path)
    {
        using var packed = await norge.SendAsync(path, "Accept-Encoding", "gzip");
        using var plain = await norge.SendAsync(path, "Accept-Encoding", "identity");
        await using var unpacked = new System.IO.Compression.GZipStream(await packed.Content.ReadAsStreamAsync(), System.IO.Compression.CompressionMode.Decompress);
        using var reader = new StreamReader(unpacked);

        Assert.Equal(["gzip"], packed.Content.Headers.ContentEncoding);
        Assert.Contains("Accept-Encoding", packed.Headers.Vary);
        Assert.Empty(plain.Content.Headers.ContentEncoding);
        Assert.Equal(await plain.Content.ReadAsStringAsync(), await reader.ReadToEndAsync());
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private static IEnumerable<double> Numbers(JsonElement element, string name) => element.GetProperty(name).EnumerateArray().Select(number => number.GetDouble());

    private static IEnumerable<JsonElement> Of(JsonElement element, string list, string name) => element.GetProperty(list).EnumerateArray().Select(item => item.GetProperty(name));
}
