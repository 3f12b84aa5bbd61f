using Bolyst.Intake.Boundaries;
using Bolyst.Intake.Description;

namespace Bolyst.Intake.Tests.Boundaries;

public sealed class BoundaryFormatTests : IDisposable
{
    private readonly BoundaryFiles files = new();

    public BoundaryFormatTests() => files.Write(
        "zones.geojson",
        BoundaryFiles.Collection(
            BoundaryFiles.Feature("\"0301\"", "Grünerløkka", BoundaryFiles.Square(0, 0, 100)),
            BoundaryFiles.Feature("\"0302\"", "Sagene", BoundaryFiles.Square(100, 0, 100))));

    public void Dispose() => files.Dispose();

    [Theory]
    [InlineData("z.geojson", "GeoJSON", "EPSG:4258")]
    [InlineData("z.gpkg", "GPKG", "EPSG:25832")]
    [InlineData("z.shp", "ESRI Shapefile", "EPSG:25832")]
    [InlineData("z.fgb", "FlatGeobuf", "EPSG:3857")]
    [InlineData("z.gml", "GML", "EPSG:4326")]
    [InlineData("z.gpkg", "GPKG", "EPSG:3006")]
    public async Task Every_format_and_reference_system_gives_the_same_zones(string name, string driver, string crs)
    {
        string[] options = driver == "ESRI Shapefile" ? ["-lco", "ENCODING=ISO-8859-1"] : [];
        files.Convert("zones.geojson", name, ["-f", driver, "-t_srs", crs, .. options]);
        var zones = await files.ReadAsync(name);
        Assert.Equal(["0301", "0302"], zones.Select(zone => zone.Code));
        Assert.Equal("Grünerløkka", zones[0].Name);
        Assert.All(zones, zone => Assert.Equal(25833, zone.Outline!.SRID));
        // 100 m x 100 m; GeoJSON carries 7 decimals of a degree, about a centimetre.
        Assert.All(zones, zone => Assert.Equal(10_000, zone.Outline!.Area, 3.0));
        Assert.Empty(files.Report.Faults);
    }

    [Fact]
    public async Task A_file_in_the_stored_reference_system_keeps_its_coordinates_to_the_last_bit()
    {
        const double x = 262_000.123456789;
        files.Write("exact.geojson", BoundaryFiles.Collection(BoundaryFiles.Feature("\"1\"", "A", BoundaryFiles.Square(0.123456789, 0, 10))));
        var zone = Assert.Single(await files.ReadAsync("exact.geojson"));
        Assert.Contains(zone.Outline!.Coordinates, coordinate => coordinate.X == x);
    }

    [Fact]
    public async Task Topojson_never_says_its_reference_system_and_needs_to_be_told()
    {
        // Two squares of about a kilometre that share an arc.
        files.Write("t.json", """
            {"type":"Topology","objects":{"zones":{"type":"GeometryCollection","geometries":[
              {"type":"Polygon","arcs":[[0,1]],"properties":{"code":"0301","name":"A"}},
              {"type":"Polygon","arcs":[[2,-1]],"properties":{"code":"0302","name":"B"}},
              {"type":null,"properties":{"code":"0303","name":"C"}}]}},
             "arcs":[[[10.71,59.90],[10.71,59.91]],[[10.71,59.91],[10.70,59.91],[10.70,59.90],[10.71,59.90]],
                     [[10.71,59.90],[10.72,59.90],[10.72,59.91],[10.71,59.91]]]}
            """);
        var fault = await files.FaultAsync("t.json");
        Assert.Equal(FindingKind.Unreadable, fault.Kind);
        Assert.Contains("t.json", fault.Message, StringComparison.Ordinal);
        Assert.Contains("crs: EPSG:4326", fault.Message, StringComparison.Ordinal);

        using var told = new BoundaryFiles();
        told.Write("t.json", await File.ReadAllTextAsync(Path.Combine(files.Folder, "t.json")));
        var zones = await told.ReadAsync(told.Describe("t.json") with { Crs = "EPSG:4326", OnNullGeometry = NullGeometry.Keep });
        Assert.Equal(["0301", "0302", "0303"], zones.Select(zone => zone.Code));
        Assert.Null(zones[2].Outline);
        Assert.Equal(["0303"], told.Report.Of(FindingKind.DroppedByReader).Single().Codes);
        Assert.Equal([3], told.Report.Of(FindingKind.NoArea).Single().Features);
    }

    [Fact]
    public async Task Several_files_make_one_zone_set()
    {
        files.Write("more.geojson", BoundaryFiles.Collection(BoundaryFiles.Feature("\"0303\"", "St. Hanshaugen", BoundaryFiles.Square(200, 0, 100))));
        var zones = await files.ReadAsync("zones.geojson", "more.geojson");
        Assert.Equal(["0301", "0302", "0303"], zones.Select(zone => zone.Code));
    }

    [Fact]
    public async Task A_file_of_several_layers_asks_for_one()
    {
        files.Convert("zones.geojson", "l.gpkg", "-f", "GPKG", "-nln", "first");
        files.Convert("zones.geojson", "l.gpkg", "-f", "GPKG", "-nln", "second", "-update");
        var fault = await files.FaultAsync("l.gpkg");
        Assert.Contains("'first', 'second'", fault.Message, StringComparison.Ordinal);
        using var again = new BoundaryFiles();
        File.Copy(Path.Combine(files.Folder, "l.gpkg"), Path.Combine(again.Folder, "l.gpkg"));
        Assert.Equal(2, (await again.ReadAsync(again.Describe("l.gpkg") with { Layer = "second" })).Count);
    }

    [Fact]
    public async Task A_shapefile_without_a_cpg_takes_the_encoding_it_is_told()
    {
        files.Convert("zones.geojson", "s.shp", "-f", "ESRI Shapefile", "-lco", "ENCODING=CP1252");
        File.Delete(Path.Combine(files.Folder, "s.cpg"));
        var zones = await files.ReadAsync(files.Describe("s.shp") with { Encoding = TextEncoding.Windows1252 });
        Assert.Equal("Grünerløkka", zones[0].Name);
    }

    [Fact]
    public async Task Codes_stored_as_numbers_get_their_zeros_back()
    {
        files.Write("n.geojson", BoundaryFiles.Collection(BoundaryFiles.Feature("301", "Oslo", BoundaryFiles.Square(0, 0, 10)), BoundaryFiles.Feature("1103010001", "LKS", BoundaryFiles.Square(10, 0, 10))));
        var zones = await files.ReadAsync(files.Describe("n.geojson") with { Code = new FieldDescription { Field = "code", Pad = 4 } });
        Assert.Equal(["0301", "1103010001"], zones.Select(zone => zone.Code));
    }

    [Fact]
    public async Task A_code_and_a_name_can_be_cut_out_of_one_field_and_features_filtered()
    {
        files.Write("c.geojson", BoundaryFiles.Collection(
            BoundaryFiles.Feature("\"x\"", "030101 Sentrum", BoundaryFiles.Square(0, 0, 10)), BoundaryFiles.Feature("\"y\"", "460101 Arna", BoundaryFiles.Square(10, 0, 10))));
        var zones = await files.ReadAsync(files.Describe("c.geojson") with
        {
            Code = new FieldDescription { Field = "name", Pattern = @"^(\d+)" },
            Name = new FieldDescription { Field = "name", Pattern = @"^\d+ (.*)$" },
            Where = [new FilterDescription { Field = "name", StartsWith = "0301" }],
        });
        var zone = Assert.Single(zones);
        Assert.Equal(("030101", "Sentrum"), (zone.Code, zone.Name));
        Assert.Equal(["460101"], files.Report.Of(FindingKind.FilteredOut).Single().Codes);
    }

    [Fact]
    public async Task Border_lines_among_the_polygons_are_passed_over_by_type()
    {
        const string line = """{"type":"LineString","coordinates":[[262000,6649000],[262100,6649000]]}""";
        files.Write("mix.geojson", BoundaryFiles.Collection(BoundaryFiles.Feature("\"1\"", "A", BoundaryFiles.Square(0, 0, 10)), BoundaryFiles.Feature("null", "border", line)));
        var zones = await files.ReadAsync(files.Describe("mix.geojson") with { SkipGeometryTypes = ["LineString"] });
        Assert.Equal("1", Assert.Single(zones).Code);
        Assert.Equal([2], files.Report.Of(FindingKind.SkippedGeometryType).Single().Features);
    }

    [Fact]
    public async Task Several_features_of_one_code_become_one_zone_when_told()
    {
        files.Write("d.geojson", BoundaryFiles.Collection(
            BoundaryFiles.Feature("\"1\"", "A", BoundaryFiles.Square(0, 0, 10)),
            BoundaryFiles.Feature("\"1\"", "B", BoundaryFiles.Square(10, 0, 10)),
            BoundaryFiles.Feature("\"1\"", "A", BoundaryFiles.Square(50, 0, 10))));
        var zone = Assert.Single(await files.ReadAsync(files.Describe("d.geojson") with { DissolveByCode = true }));
        Assert.Equal(300, zone.Outline!.Area, 1e-6);
        Assert.Equal((2, 3, "A"), (zone.Outline.NumGeometries, zone.PartCount, zone.Name));
        Assert.Single(files.Report.Of(FindingKind.NameConflict));
    }
}
