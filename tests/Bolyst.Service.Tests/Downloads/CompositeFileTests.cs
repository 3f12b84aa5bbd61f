using System.Text.Json;
using Bolyst.Service.Tests.Serving;

namespace Bolyst.Service.Tests.Downloads;

/// <summary>A composite index by a definition in the address, as files: every cell is what IndexService.ComputeIndex answers.</summary>
public class CompositeFileTests(Sample sample)
{
    private const string Definition =
        """{"composite":{"key":"own-weighing","indicators":[{"indicator":"low-income","weight":2},{"indicator":"unemployed","weight":1}]}}""";

    private static readonly V1.CompositeQuery Query = new(V1.CompositeQuery.Parser.ParseJson(Definition)) { ZoneSet = Sample.Kretser, Periods = { "2020" } };

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    [InlineData("gpkg")]
    public async Task Every_cell_is_what_the_service_computes(string format)
    {
        var answer = await sample.Grpc.CallAsync<V1.ComputeIndexResponse>(new V1.ComputeIndexRequest { Query = Query, Classes = 10 });
        using var file = await Downloaded.GetAsync(sample.Served.Http, Address(format, Definition));
        var rows = (await file.RowsAsync()).ToDictionary(row => row.GetProperty("code").GetString()!);

        Assert.Equal(answer.Codes, rows.Keys.Order(StringComparer.Ordinal));
        var missing = answer.Missing.ToDictionary(score => score.Code, score => score.Reason.Code);
        Assert.Equal(["06", "07"], missing.Keys.Order(StringComparer.Ordinal));
        foreach (var (place, code) in answer.Codes.Index())
        {
            Assert.Equal(answer.Scores[place], Downloaded.Number(rows[code].GetProperty("composite")));
            Assert.Equal(answer.Ranks[place], Downloaded.Number(rows[code].GetProperty("composite_rank")));
            Assert.Equal(answer.Classes[place], Downloaded.Number(rows[code].GetProperty("composite_decile")));
            Assert.Equal(missing.ContainsKey(code) ? "input_missing" : "value", rows[code].GetProperty("composite_status").GetString());
        }
    }

    [Fact]
    public async Task The_archive_says_what_was_weighed_and_from_whom()
    {
        using var answer = await sample.Served.Http.GetAsync(new Uri("/download/" + Address("csv.zip", Definition), UriKind.Relative));
        Assert.True(answer.IsSuccessStatusCode);
        Assert.Equal($"{Sample.Kretser}_composite_2020_v2.csv.zip", answer.Content.Headers.ContentDisposition?.FileNameStar ?? answer.Content.Headers.ContentDisposition?.FileName);
        using var archive = new System.IO.Compression.ZipArchive(await answer.Content.ReadAsStreamAsync());
        using var readme = new StreamReader(archive.GetEntry("README.txt")!.Open());
        var text = await readme.ReadToEndAsync();
        foreach (var said in new[] { "Egen veiing (ikke offisiell)", "low-income", "own-weighing", "composite=" })
        {
            Assert.Contains(said, text, StringComparison.Ordinal);
        }

        using var sources = archive.GetEntry("sources.json")!.Open();
        Assert.Equal(2, (await JsonDocument.ParseAsync(sources)).RootElement.GetProperty("sources").GetArrayLength());
    }

    [Fact]
    public async Task A_definition_as_long_as_that_of_hundreds_of_indicators_fits_and_a_longer_one_is_told()
    {
        static string Long(int characters) => Definition.PadRight(characters);

        // Every space takes three characters of the address.
        using var fits = await sample.Served.Http.GetAsync(new Uri("/download/" + Address("csv", Long(20_000)), UriKind.Relative));
        Assert.Equal(200, (int)fits.StatusCode);

        using var refused = await sample.Served.Http.GetAsync(new Uri("/download/" + Address("csv", Long(32_001)), UriKind.Relative));
        Assert.Equal(400, (int)refused.StatusCode);
        Assert.Contains("has 32001 characters; an address has room for 32000", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", "no bolyst.v1.CompositeQuery")]
    [InlineData("{}", "composite.recipe")]
    [InlineData("""{"zoneSet":"krets-2019","ready":"imd-2019-style"}""", "stand in the address")]
    [InlineData("""{"composite":{"key":"own","indicators":[{"indicator":"immigrants"}]}}""", "immigrants")]
    [InlineData("""{"composite":{"key":"own","indicators":[{"indicator":"nothing"}]}}""", "nothing")]
    public async Task What_cannot_be_computed_is_told(string definition, string says)
    {
        using var answer = await sample.Served.Http.GetAsync(new Uri("/download/" + Address("csv", definition), UriKind.Relative));
        Assert.InRange((int)answer.StatusCode, 400, 409);
        Assert.Contains(says, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static string Address(string format, string definition) =>
        $"{Sample.Kretser}.{format}?indicators=none&indexes=none&period=2020&composite={Uri.EscapeDataString(definition)}";
}
