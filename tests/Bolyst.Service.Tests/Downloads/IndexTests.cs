using Bolyst.Service.Tests.Clients;
using Bolyst.Service.Tests.Gis;
using Bolyst.Service.Tests.Styles;

namespace Bolyst.Service.Tests.Downloads;

/// <summary>An index in files, by hand from what <see cref="Byen"/> says: unemployed / 4 of the average, zones 7 and 8 without an input.</summary>
public class IndexTests(Byen byen) : IClassFixture<Byen>
{
    [Theory]
    [InlineData("gpkg")]
    [InlineData("fgb")]
    [InlineData("geojson")]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public async Task An_index_has_its_number_its_rank_and_its_reasons(string format)
    {
        using var file = await Downloaded.GetAsync(byen.Http, "byen." + format);
        var rows = (await file.RowsAsync()).OrderBy(row => row.GetProperty("code").GetString(), StringComparer.Ordinal).ToArray();

        double[] relative = [0.25, 0.5, 0.75, 1.25, 1.5, 1.75];
        Assert.Equal(relative, Column("_relative").Take(6).Select(number => Math.Round(number, 12)));
        Assert.Equal([6, 5, 4, 3, 2, 1], Column("_rank").Take(6));
        Assert.All(Column("").Skip(6).Concat(Column("_rank").Skip(6)).Concat(Column("_relative").Skip(6)), number => Assert.Equal(double.NaN, number));
        Assert.Equal(
            [.. Enumerable.Repeat("value", 6), "input_missing", "input_missing"], rows.Select(row => row.GetProperty("inntektssystem_product_status").GetString()));

        IEnumerable<double> Column(string suffix) => rows.Select(row => Downloaded.Number(row.GetProperty("inntektssystem_product" + suffix)));
    }

    [Theory]
    [InlineData("gpkg")]
    [InlineData("fgb")]
    public async Task A_column_that_is_hidden_everywhere_still_holds_numbers(string format)
    {
        using var file = await Downloaded.GetAsync(byen.Http, "byen." + format);
        var (exitCode, info, errors) = await ClientProcess.RunAsync("ogrinfo", "-ro", "-so", file.Path, "byen");

        Assert.True(exitCode == 0, errors);
        Assert.Matches("hidden: Real ", info);
    }

    [Fact]
    public async Task QGIS_draws_the_index_before_its_inputs()
    {
        using var file = await Downloaded.GetAsync(byen.Http, "byen.gpkg?lang=nn");
        var seen = await Qgis.RunAsync("file.py", file.Path, "byen");

        Assert.Contains("ikkje kontrollert mot Grønt hefte", seen.GetProperty("rules")[0].GetString(), StringComparison.Ordinal);
        Assert.Equal(6, seen.GetProperty("styles").GetArrayLength());
    }

    [Fact]
    public async Task The_README_never_calls_the_index_official()
    {
        using var archive = new System.IO.Compression.ZipArchive(await byen.Http.GetStreamAsync(new Uri("/download/byen.csv.zip?lang=en", UriKind.Relative)));
        using var reader = new StreamReader(archive.Entries[0].Open());
        var readme = await reader.ReadToEndAsync();

        Assert.Contains("not verified against Grønt hefte", readme, StringComparison.Ordinal);
        Assert.Contains("Never call a result the official opphopingsindeks", readme, StringComparison.Ordinal);
        Assert.Contains("input_missing: ", readme, StringComparison.Ordinal);
    }
}
