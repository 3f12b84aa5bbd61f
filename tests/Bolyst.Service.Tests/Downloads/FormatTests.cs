using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Bolyst.Service.Tests.Clients;
using Bolyst.Service.Tests.Gis;
using Bolyst.Service.Tests.Ogc;
using Bolyst.Service.Tests.Serving;

namespace Bolyst.Service.Tests.Downloads;

/// <summary>Each format as other programs read it.</summary>
public class FormatTests(Norge norge, Sample sample, Files files, Elvsund elvsund)
{
    public static TheoryData<string> Formats { get; } = ["gpkg", "fgb", "geojson", "csv", "xlsx"];

    [Theory]
    [InlineData("gpkg")]
    [InlineData("fgb")]
    public async Task Columns_have_their_types_though_the_first_values_are_suppressed(string format)
    {
        using var file = await Downloaded.GetAsync(norge.Http, "ruter." + format);
        var info = await InfoAsync("-so", file.Path, "ruter");

        Assert.Contains("Geometry: Multi Polygon", info, StringComparison.Ordinal);
        Assert.Contains("Feature Count: 25", info, StringComparison.Ordinal);
        Assert.Contains("ID[\"EPSG\",25833]", info, StringComparison.Ordinal);
        // The rows of squares: norge's summary.
        Assert.Contains("Extent: (262000.000000, 6649000.000000) - (262500.000000, 6649500.000000)", info, StringComparison.Ordinal);
        Assert.Matches("indeks: Real ", info);
        Assert.Matches("folketal: Real ", info);
        Assert.Matches("indeks_status: String ", info);
        Assert.Matches(format == "gpkg" ? "valid_from: Date " : "valid_from: (Date|DateTime) ", info);
    }

    [Theory]
    [InlineData("/vsicurl/{0}/ruter.gpkg")]
    [InlineData("/vsicurl/{0}/ruter.fgb")]
    [InlineData("/vsicurl/{0}/ruter.geojson")]
    [InlineData("/vsicurl/{0}/ruter.csv")]
    [InlineData("/vsicurl/{0}/ruter.xlsx")]
    [InlineData("/vsizip/{{/vsicurl/{0}/ruter.gpkg.zip}}/ruter_2020_v1.gpkg")]
    [InlineData("/vsizip/{{/vsicurl/{0}/ruter.fgb.zip}}/ruter_2020_v1.fgb")]
    [InlineData("/vsizip/{{/vsicurl/{0}/ruter.geojson.zip}}/ruter_2020_v1.geojson")]
    public async Task GDAL_opens_it_by_its_address(string template)
    {
        var info = await InfoAsync("-so", "-al", string.Format(CultureInfo.InvariantCulture, template, new Uri(norge.Http.BaseAddress!, "/download")));

        Assert.Contains("Feature Count: 25", info, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ruter")]
    [InlineData("steder")]
    [InlineData("omradesatsing_grenser")]
    [InlineData("vann_flater")]
    public async Task GDAL_s_validator_of_GeoPackages_finds_no_fault(string layer)
    {
        using var file = await Downloaded.GetAsync(norge.Http, layer + ".gpkg");
        var (exitCode, output, errors) = await ClientProcess.RunAsync("/usr/bin/python3", "-m", "osgeo_utils.samples.validate_gpkg", "-k", "--extra", "--warning-as-error", file.Path);

        Assert.Equal((0, "", ""), (exitCode, output, errors));
    }

    [Theory]
    [InlineData("steder.gpkg")]
    [InlineData("steder.fgb")]
    [InlineData("steder.geojson")]
    [InlineData("steder.gpkg?crs=http://www.opengis.net/def/crs/EPSG/0/25832")]
    [InlineData("steder.gpkg?crs=http://www.opengis.net/def/crs/EPSG/0/3857")]
    [InlineData("steder.gpkg?crs=http://www.opengis.net/def/crs/EPSG/0/4258")]
    [InlineData("steder.fgb?crs=http://www.opengis.net/def/crs/EPSG/0/4326")]
    [InlineData("steder.fgb?crs=http://www.opengis.net/def/crs/OGC/1.3/CRS84")]
    public async Task Areas_are_those_of_the_store(string address)
    {
        using var file = await Downloaded.GetAsync(norge.Http, address);
        var (exitCode, csv, errors) = await ClientProcess.RunAsync(
            "ogr2ogr", "-f", "CSV", "/vsistdout/", "-t_srs", "EPSG:25833", "-lco", "GEOMETRY=AS_WKT", "-lco", "SEPARATOR=SEMICOLON", file.Path, "steder");
        Assert.True(exitCode == 0, errors);
        var outlines = Regex.Matches(csv, @"MULTIPOLYGON[^;""\n]*", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(match => new NetTopologySuite.IO.WKTReader().Read(match.Value)).ToArray();

        // Two squares of 1 km, one in Oslo and one in Finnmark; the third place has no outline.
        Assert.Equal(2, outlines.Length);
        Assert.All(outlines, outline => Assert.Equal(1, outline.Area / 1e6, 1e-6));
        Assert.Contains(outlines, outline => Math.Abs(outline.EnvelopeInternal.MinX - 262_000) < 0.01 && Math.Abs(outline.EnvelopeInternal.MinY - 6_649_000) < 0.01);
    }

    [Theory]
    [InlineData("gpkg")]
    [InlineData("fgb")]
    public async Task The_index_finds_what_lies_there(string format)
    {
        var served = await elvsund.ServedAsync();
        var sets = (await served.Grpc.CallAsync<V1.ListZoneSetsResponse>(new V1.ListZoneSetsRequest())).ZoneSets;
        // The demo's country has numbers alone: there is nothing to look for.
        foreach (var set in sets.Where(set => !string.Equals(set.Key, "havlandet", StringComparison.Ordinal)))
        {
            using var indexed = await Downloaded.GetAsync(served.Http, $"{set.Key}.{format}?crs=http://www.opengis.net/def/crs/OGC/1.3/CRS84&indexes=none");
            using var plain = await Downloaded.GetAsync(served.Http, $"{set.Key}.geojson?indexes=none");
            var extent = Regex.Matches(await InfoAsync("-so", "-al", plain.Path), @"(?<=Extent: .*)\d+\.\d+", RegexOptions.None, TimeSpan.FromSeconds(1))
                .Select(edge => double.Parse(edge.Value, CultureInfo.InvariantCulture)).ToArray();
            var (wide, high) = (extent[2] - extent[0], extent[3] - extent[1]);
            foreach (var (x, y) in ((double X, double Y)[])[(0, 0), (0.4, 0.3), (0.7, 0.7)])
            {
                string[] box = [.. new[] { extent[0] + (x * wide), extent[1] + (y * high), extent[0] + ((x + 0.3) * wide), extent[1] + ((y + 0.3) * high) }.Select(edge => edge.ToString("R", CultureInfo.InvariantCulture))];
                var there = await CodesAsync(plain.Path, box);
                Assert.Equal(there, await CodesAsync(indexed.Path, box));
            }
        }

        static async Task<string[]> CodesAsync(string path, string[] box) =>
            [.. Regex.Matches(await InfoAsync(["-al", "-geom=NO", "-spat", .. box, path]), @"(?<=code \(String\) = ).*", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(match => match.Value).Order(StringComparer.Ordinal)];
    }

    [Theory]
    [InlineData("gpkg")]
    [InlineData("fgb")]
    public async Task A_feature_without_an_outline_is_there_too(string format)
    {
        using var file = await Downloaded.GetAsync(norge.Http, "steder." + format);

        Assert.Equal(3, (await file.RowsAsync()).Length);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Every_number_and_status_is_the_one_that_gRPC_gives(string format)
    {
        await SameAsync(sample.Served, Sample.Kretser, format, asOf: 1);
        await SameAsync(sample.Served, Sample.Kretser, format, asOf: 2);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Every_number_and_status_of_the_demo_is_the_one_that_gRPC_gives(string format)
    {
        var served = await elvsund.ServedAsync();
        foreach (var set in (await served.Grpc.CallAsync<V1.ListZoneSetsResponse>(new V1.ListZoneSetsRequest())).ZoneSets)
            await SameAsync(served, set.Key, format, asOf: 1);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Hostile_names_stay_text_and_every_digit_survives(string format)
    {
        using var file = await Downloaded.GetAsync(files.Http, "stygge." + format);
        var rows = (await file.RowsAsync()).OrderBy(row => row.GetProperty("code").GetString(), StringComparer.Ordinal).ToArray();

        var expected = Files.Names.Select(name => format switch
        {
            "csv" when "=+-@".Contains(name[0], StringComparison.Ordinal) => "'" + name,
            // XML cannot hold a bell, and reads a carriage return with its line feed as one.
            "xlsx" => name.Replace('\u0007', '\uFFFD').Replace('\r', '\uFFFD'),
            _ => name,
        });
        Assert.Equal(expected, rows.Select(row => row.GetProperty("name").GetString()));
        Assert.Equal([0.1 + 0.2, -1.5, 1e21, 5e-324, 3], rows.Select(row => Downloaded.Number(row.GetProperty("fid_geom"))));
    }

    [Fact]
    public async Task A_GeoPackage_holds_titles_README_and_sources_and_finds_by_place()
    {
        using var file = await Downloaded.GetAsync(norge.Http, "ruter.gpkg");
        var titles = await SqlAsync("SELECT column_name, name FROM gpkg_data_columns");
        var metadata = await SqlAsync("SELECT mime_type, substr(metadata, 1, 5) AS start FROM gpkg_metadata");
        // The rtree and the features agree, and the database is whole.
        var index = await SqlAsync("SELECT count(*) AS n FROM rtree_ruter_geom i JOIN ruter r ON r.fid = i.id WHERE i.minx >= 262000 AND i.maxx <= 262101");
        var whole = await SqlAsync("PRAGMA integrity_check");

        Assert.Contains("indeks,Indikator indeks", titles, StringComparison.Ordinal);
        Assert.Contains("indeks_status,Indikator indeks: status", titles, StringComparison.Ordinal);
        Assert.Contains("text/plain,Ruter", metadata, StringComparison.Ordinal);
        Assert.Contains("application/json,", metadata, StringComparison.Ordinal);
        Assert.Contains("text/turtle,@pref", metadata, StringComparison.Ordinal);
        Assert.Contains("\n5", index, StringComparison.Ordinal);
        Assert.Contains("ok", whole, StringComparison.Ordinal);
        Assert.Contains("ok", await SqlAsync("SELECT rtreecheck('rtree_ruter_geom') AS index_is"), StringComparison.Ordinal);

        async Task<string> SqlAsync(string sql)
        {
            var (exitCode, csv, errors) = await ClientProcess.RunAsync("ogr2ogr", "-f", "CSV", "/vsistdout/", "-lco", "STRING_QUOTING=IF_NEEDED", "-sql", sql, file.Path);
            Assert.True(exitCode == 0, errors);
            return csv;
        }
    }

    [Fact]
    public async Task QGIS_draws_a_GeoPackage_by_the_style_inside()
    {
        using var file = await Downloaded.GetAsync(norge.Http, "ruter.gpkg?lang=en");
        var seen = await Qgis.RunAsync("file.py", file.Path, "ruter");

        Assert.Equal(25, seen.GetProperty("features").GetInt32());
        Assert.Equal("EPSG:25833", seen.GetProperty("crs").GetString());
        Assert.Equal("Real", seen.GetProperty("types").GetProperty("indeks").GetString());
        Assert.Equal("Date", seen.GetProperty("types").GetProperty("valid_from").GetString());
        Assert.Equal("RuleRenderer", seen.GetProperty("renderer").GetString());
        // The first measure by key, since the sample has no index: all of its zones have a number.
        Assert.Equal("Indikator folketal, number (2020)", seen.GetProperty("rules")[0].GetString());
        Assert.Equal(["folketal", "indeks"], seen.GetProperty("styles").EnumerateArray().Select(style => style.GetString()).Order());
        Assert.Empty(seen.GetProperty("warnings").EnumerateArray());
    }

    [Fact]
    public async Task Boundaries_of_omradesatsinger_are_a_layer_too()
    {
        using var file = await Downloaded.GetAsync(norge.Http, "omradesatsing_grenser.gpkg");
        var row = Assert.Single(await file.RowsAsync());

        Assert.Equal("loftet", row.GetProperty("key").GetString());
        Assert.Equal(40_000, row.GetProperty("area_m2").GetDouble(), 1e-6);
        Assert.Contains("Extent: (262000.000000, 6649000.000000) - (262200.000000, 6649200.000000)", await InfoAsync("-so", "-al", file.Path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tables_have_a_point_inside_the_outline()
    {
        using var file = await Downloaded.GetAsync(norge.Http, "ruter.csv");
        var first = (await file.RowsAsync())[0];

        Assert.InRange(double.Parse(first.GetProperty("point_east").GetString()!, CultureInfo.InvariantCulture), 262_000.001, 262_099.999);
        Assert.InRange(double.Parse(first.GetProperty("point_north").GetString()!, CultureInfo.InvariantCulture), 6_649_000.001, 6_649_099.999);
    }

    [Fact]
    public async Task A_workbook_tells_of_its_columns_and_sources()
    {
        using var file = await Downloaded.GetAsync(norge.Http, "ruter.xlsx?lang=en");
        var columns = await file.RowsAsync("columns");
        var source = Assert.Single(await file.RowsAsync("sources"));
        var row = (await file.RowsAsync())[0];

        var indeks = columns.Single(column => column.GetProperty("Column").GetString() == "indeks");
        Assert.Equal("points", indeks.GetProperty("Unit").GetString());
        Assert.Equal("2020", indeks.GetProperty("Period").GetString());
        Assert.Equal("Definisjon", indeks.GetProperty("Definition").GetString());
        Assert.Equal("CC0", source.GetProperty("Licence").GetString());
        Assert.Equal("2020-01-01", row.GetProperty("valid_from").GetString());
    }

    private static async Task SameAsync(Served served, string zoneSet, string format, long asOf)
    {
        var indicators = (await served.Grpc.CallAsync<V1.ListIndicatorsResponse>(new V1.ListIndicatorsRequest { ZoneSet = zoneSet, AsOf = asOf })).Indicators;
        using var file = await Downloaded.GetAsync(served.Http, string.Create(CultureInfo.InvariantCulture, $"{zoneSet}.{format}?as_of={asOf}"));
        var rows = (await file.RowsAsync()).OrderBy(row => row.GetProperty("code").GetString(), StringComparer.Ordinal).ToArray();
        foreach (var indicator in indicators)
        {
            var asked = new V1.GetIndicatorValuesRequest { ZoneSet = zoneSet, AsOf = asOf, Selections = { new V1.IndicatorSelection { Indicator = indicator.Key } } };
            var expected = await served.Grpc.CallAsync<V1.GetIndicatorValuesResponse>(asked);
            var (column, name) = (expected.Columns[0], indicator.Key.Replace('-', '_'));

            Assert.Equal(expected.Codes, rows.Select(row => row.GetProperty("code").GetString()));
            Assert.Equal(column.Values, rows.Select(row => Downloaded.Number(row.GetProperty(name))));
            Assert.Equal(
                column.Statuses.Select(status => JsonNamingPolicy.SnakeCaseLower.ConvertName(status.ToString())), rows.Select(row => row.GetProperty(name + "_status").GetString()));
        }
    }

    private static async Task<string> InfoAsync(params string[] arguments)
    {
        var (exitCode, output, errors) = await ClientProcess.RunAsync("ogrinfo", ["-ro", .. arguments]);
        Assert.True(exitCode == 0 && !errors.Contains("ERROR", StringComparison.Ordinal), string.Create(CultureInfo.InvariantCulture, $"exit {exitCode}\n{output}\n{errors}"));
        return output;
    }
}
