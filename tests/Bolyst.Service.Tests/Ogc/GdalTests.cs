using System.Globalization;
using System.Text.RegularExpressions;
using Bolyst.Service.Tests.Clients;

namespace Bolyst.Service.Tests.Ogc;

/// <summary>GDAL's own programs over its OAPIF driver.</summary>
public class GdalTests(Norge norge)
{
    [Fact]
    public async Task Ogrinfo_lists_the_layers()
    {
        var info = await InfoAsync($"OAPIF:{norge.Root}");

        Assert.All(["steder", "ruter", "omradesatsing_grenser", "vann_flater"], layer => Assert.Contains(layer, info, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Ogrinfo_sees_types_and_counts_though_the_first_values_are_suppressed()
    {
        var info = await InfoAsync("-so", $"OAPIF:{norge.Root}/collections/ruter", "ruter");

        Assert.Contains("Geometry: Multi Polygon", info, StringComparison.Ordinal);
        Assert.Contains("Feature Count: 25", info, StringComparison.Ordinal);
        Assert.Matches(@"indeks: Real ", info);
        Assert.Matches(@"folketal: Real ", info);
        Assert.Matches(@"indeks_status: String ", info);
        Assert.Matches(@"valid_from: Date ", info);
    }

    [Fact]
    public async Task The_driver_for_all_of_OGC_API_reads_features_when_told_to()
    {
        // By itself it takes the tiles, whose tile matrix set GDAL 3.6 can read in the first version of that standard alone: docs/gis.md.
        var info = await InfoAsync("-so", "-oo", "API=ITEMS", $"OGCAPI:{norge.Root}/collections/ruter", "ruter");

        Assert.Contains("Feature Count: 25", info, StringComparison.Ordinal);
        Assert.Matches(@"indeks: Real ", info);
    }

    [Fact]
    public async Task Ogr2ogr_reads_every_feature_over_all_pages()
    {
        var (exitCode, csv, errors) = await ClientProcess.RunAsync(
            "ogr2ogr", "-f", "CSV", "/vsistdout/", "-oo", "PAGE_SIZE=7", "-select", "code,indeks", $"OAPIF:{norge.Root}/collections/ruter");

        Assert.True(exitCode == 0, errors);
        // A line of names, 25 zones; the index of 25 is 25 / 2.
        var lines = csv.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(26, lines.Length);
        Assert.Contains("\"25\",12.5", lines);
    }

    [Fact]
    public async Task A_spatial_filter_and_a_feature_id_go_to_the_service()
    {
        var inFinnmark = await InfoAsync("-spat", "29.9", "69.4", "30.1", "69.6", $"OAPIF:{norge.Root}/collections/steder", "steder");
        var second = await InfoAsync("-fid", "2", $"OAPIF:{norge.Root}/collections/steder", "steder");

        Assert.Equal("Finnmark", Name(inFinnmark));
        Assert.Equal("Finnmark", Name(second));

        static string Name(string info) => Regex.Match(info, @"name \(String\) = (?<name>.*)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["name"].Value;
    }

    [Fact]
    public async Task Areas_survive_the_round()
    {
        var (exitCode, csv, errors) = await ClientProcess.RunAsync(
            "ogr2ogr", "-f", "CSV", "/vsistdout/", "-t_srs", "EPSG:25833", "-lco", "GEOMETRY=AS_WKT", $"OAPIF:{norge.Root}/collections/steder", "steder");
        Assert.True(exitCode == 0, errors);
        var oslo = new NetTopologySuite.IO.WKTReader().Read(Regex.Match(csv, @"MULTIPOLYGON[^""]*", RegexOptions.None, TimeSpan.FromSeconds(1)).Value);

        Assert.Equal(1, oslo.Area / 1e6, 1e-6);
    }

    private static async Task<string> InfoAsync(params string[] arguments)
    {
        var (exitCode, output, errors) = await ClientProcess.RunAsync("ogrinfo", ["-ro", .. arguments]);
        Assert.True(exitCode == 0 && !errors.Contains("ERROR", StringComparison.Ordinal), string.Create(CultureInfo.InvariantCulture, $"exit {exitCode}\n{output}\n{errors}"));
        return output;
    }
}
