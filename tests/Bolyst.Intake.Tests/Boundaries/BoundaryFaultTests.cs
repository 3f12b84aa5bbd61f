using System.IO.Compression;
using Bolyst.Intake.Boundaries;
using Bolyst.Intake.Description;

namespace Bolyst.Intake.Tests.Boundaries;

public sealed class BoundaryFaultTests : IDisposable
{
    private readonly BoundaryFiles files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public async Task Truncated_json_names_the_file_and_the_line()
    {
        var whole = BoundaryFiles.Collection(BoundaryFiles.Feature("\"1\"", "A", BoundaryFiles.Square(0, 0, 10)), BoundaryFiles.Feature("\"2\"", "B", BoundaryFiles.Square(10, 0, 10)));
        files.Write("cut.geojson", whole[..^40]);
        var fault = await files.FaultAsync("cut.geojson");
        Assert.Equal(FindingKind.Unreadable, fault.Kind);
        Assert.StartsWith("cut.geojson:2: ", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"type\":\"Feature\"}", "FeatureCollection")]
    [InlineData("{\"a\":1}", "without a 'type'")]
    [InlineData("kommune;navn\n0301;Oslo\n", "none of the formats")]
    [InlineData("<html></html>", "none of the formats")]
    [InlineData("", "empty")]
    public async Task A_file_that_holds_no_outlines_is_refused(string text, string expected)
    {
        files.Write("f.json", text);
        var fault = await files.FaultAsync("f.json");
        Assert.Contains("f.json", fault.Message, StringComparison.Ordinal);
        Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_is_no_file()
    {
        Directory.CreateDirectory(Path.Combine(files.Folder, "zones.gdb"));
        Assert.Contains("zones.gdb: It is a folder", (await files.FaultAsync("zones.gdb")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zones.shp", "ESRI Shapefile")]
    [InlineData("zones.gpkg", "GPKG")]
    [InlineData("zones.fgb", "FlatGeobuf")]
    [InlineData("zones.gml", "GML")]
    public async Task A_file_cut_in_the_middle_is_refused_by_name(string name, string driver)
    {
        files.Write("whole.geojson", BoundaryFiles.Collection([.. Enumerable.Range(0, 500).Select(i => BoundaryFiles.Feature($"\"{i}\"", "A", BoundaryFiles.Square(10 * i, 0, 10)))]));
        files.Convert("whole.geojson", name, "-f", driver);
        var bytes = await File.ReadAllBytesAsync(Path.Combine(files.Folder, name));
        files.Write(name, bytes[..(bytes.Length / 2)]);
        var fault = await files.FaultAsync(name);
        Assert.Equal((FindingKind.Unreadable, name), (fault.Kind, fault.File));
    }

    [Fact]
    public async Task Two_features_with_one_code_are_named_with_their_places()
    {
        files.Write("d.geojson", BoundaryFiles.Collection(
            BoundaryFiles.Feature("\"7\"", "A", BoundaryFiles.Square(0, 0, 10)), BoundaryFiles.Feature("\"8\"", "B", BoundaryFiles.Square(10, 0, 10)), BoundaryFiles.Feature("\"7\"", "C", BoundaryFiles.Square(20, 0, 10))));
        var fault = await files.FaultAsync("d.geojson");
        Assert.Equal(FindingKind.DuplicateCode, fault.Kind);
        Assert.Equal(["7"], fault.Codes);
        Assert.Equal([1, 3], fault.Features);
        Assert.Contains("dissolveByCode", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("""{"type":"Polygon","coordinates":[]}""")]
    [InlineData("""{"type":"Polygon","coordinates":[[[262000,6649000],[262010,6649000],[262000,6649000]]]}""")]
    [InlineData("""{"type":"Polygon","coordinates":[[[262000,6649000],[262010,6649010],[262020,6649020],[262000,6649000]]]}""")]
    public async Task A_zone_without_area_is_refused_with_its_code(string geometry)
    {
        files.Write("z.geojson", BoundaryFiles.Collection(BoundaryFiles.Feature("\"1\"", "A", BoundaryFiles.Square(0, 0, 10)), BoundaryFiles.Feature("\"2\"", "B", geometry)));
        var fault = await files.FaultAsync("z.geojson");
        Assert.Equal((FindingKind.NoArea, "z.geojson"), (fault.Kind, fault.File));
        Assert.Equal(["2"], fault.Codes);
        Assert.Equal([2], fault.Features);

        using var skipping = new BoundaryFiles();
        File.Copy(Path.Combine(files.Folder, "z.geojson"), Path.Combine(skipping.Folder, "z.geojson"));
        Assert.Equal("1", Assert.Single(await skipping.ReadAsync(skipping.Describe("z.geojson") with { OnNullGeometry = NullGeometry.Skip })).Code);
        Assert.Equal(["2"], skipping.Report.Of(FindingKind.NoArea).Single().Codes);
        Assert.Empty(skipping.Report.Faults);
    }

    [Theory]
    [InlineData("urn:ogc:def:crs:OGC:1.3:CRS84", 262_000, 6_649_000, "degrees", "feature 2 (code 2)")]
    [InlineData("urn:ogc:def:crs:EPSG::25833", 1e300, 6_649_000, "metres", "feature 2 (code 2)")]
    [InlineData("urn:ogc:def:crs:OGC:1.3:CRS84", 10.7, 1e300, "degrees", "feature 2 (code 2)")]
    public async Task Coordinates_that_cannot_be_are_named(string crs, double x, double y, string unit, string named)
    {
        var first = unit == "degrees" ? SquareAt(10.7, 59.9, 0.01) : SquareAt(262_000, 6_649_000, 10);
        files.Write("x.geojson", BoundaryFiles.CollectionIn(crs, BoundaryFiles.Feature("\"1\"", "A", first), BoundaryFiles.Feature("\"2\"", "B", SquareAt(x, y, y * 1e-6))));
        var fault = await files.FaultAsync("x.geojson");
        Assert.Contains(named, fault.Message, StringComparison.Ordinal);
        Assert.Contains(unit, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Degrees_in_a_reference_system_of_metres_are_named()
    {
        files.Write("x.geojson", BoundaryFiles.Collection(BoundaryFiles.Feature("\"1\"", "A", SquareAt(10.7, 59.9, 0.01))));
        Assert.Contains("look like degrees", (await files.FaultAsync("x.geojson")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Latitude_before_longitude_is_named()
    {
        files.Write("x.geojson", BoundaryFiles.CollectionIn("urn:ogc:def:crs:OGC:1.3:CRS84", BoundaryFiles.Feature("\"1\"", "A", SquareAt(59.9, 10.7, 0.01))));
        var fault = await files.FaultAsync("x.geojson");
        Assert.Equal(FindingKind.ImpossibleCoordinates, fault.Kind);
        Assert.Equal(["1"], fault.Codes);
    }

    [Theory]
    [InlineData("EPSG:1", "EPSG:1")]
    [InlineData("/etc/passwd", "AUTHORITY:CODE")]
    [InlineData("http://example.org/crs", "AUTHORITY:CODE")]
    public async Task A_reference_system_that_does_not_exist_is_named(string crs, string expected)
    {
        files.Write("x.geojson", BoundaryFiles.Collection(BoundaryFiles.Feature("\"1\"", "A", BoundaryFiles.Square(0, 0, 10))));
        Assert.Contains(expected, (await files.FaultAsync(files.Describe("x.geojson") with { Crs = crs })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_that_nobody_asked_to_skip_are_refused()
    {
        const string line = """{"type":"LineString","coordinates":[[262000,6649000],[262100,6649000]]}""";
        files.Write("x.geojson", BoundaryFiles.Collection(BoundaryFiles.Feature("\"1\"", "A", BoundaryFiles.Square(0, 0, 10)), BoundaryFiles.Feature("\"2\"", "B", line)));
        var fault = await files.FaultAsync("x.geojson");
        Assert.Equal((FindingKind.NotAnArea, "2"), (fault.Kind, fault.Codes.Single()));
    }

    [Fact]
    public async Task A_filter_that_keeps_nothing_is_named()
    {
        files.Write("x.geojson", BoundaryFiles.Collection(BoundaryFiles.Feature("\"1\"", "A", BoundaryFiles.Square(0, 0, 10))));
        var fault = await files.FaultAsync(files.Describe("x.geojson") with { Where = [new FilterDescription { Field = "code", EqualTo = "2" }] });
        Assert.Equal(FindingKind.NothingLeft, fault.Kind);
    }

    [Fact]
    public async Task A_feature_without_a_code_is_named_by_its_place()
    {
        files.Write("x.geojson", BoundaryFiles.Collection(BoundaryFiles.Feature("\"1\"", "A", BoundaryFiles.Square(0, 0, 10)), BoundaryFiles.Feature("null", "B", BoundaryFiles.Square(10, 0, 10))));
        var fault = await files.FaultAsync("x.geojson");
        Assert.Equal(FindingKind.NoCode, fault.Kind);
        Assert.Equal([2], fault.Features);
    }

    [Fact]
    public async Task A_field_that_is_not_there_is_named_with_those_that_are()
    {
        files.Write("x.geojson", BoundaryFiles.Collection(BoundaryFiles.Feature("\"1\"", "A", BoundaryFiles.Square(0, 0, 10))));
        var exception = await Assert.ThrowsAsync<DescriptionException>(() => files.ReadAsync(files.Describe("x.geojson") with { Code = new FieldDescription { Field = "kode" } }));
        Assert.Contains("kode", exception.Message, StringComparison.Ordinal);
        Assert.Contains("x.geojson", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_faults_of_all_files_are_told_at_once()
    {
        files.Write("a.geojson", "{");
        files.Write("b.geojson", BoundaryFiles.Collection(BoundaryFiles.Feature("\"1\"", "A", "null")));
        await files.ReadAsync("a.geojson", "b.geojson");
        Assert.Equal([FindingKind.Unreadable, FindingKind.NoArea], files.Report.Faults.Select(fault => fault.Kind));
    }

    [Fact]
    public async Task An_archive_is_refused_whatever_it_is_called()
    {
        var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            // A thousand to one: what a zip bomb does at scale.
            using var entry = archive.CreateEntry("zones.shp").Open();
            entry.Write(new byte[10_000_000]);
        }

        foreach (var name in new[] { "b.zip", "b.shz", "b.shp.zip", "b.gpkg", "b.geojson" })
        {
            using var each = new BoundaryFiles();
            each.Write(name, zip.ToArray());
            Assert.Contains("archive", (await each.FaultAsync(name)).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_invalid_outline_with_one_reading_is_repaired_and_reported()
    {
        // A bow tie: two triangles of 10 x 5 / 2 that meet in a point.
        files.Write("bow.geojson", BoundaryFiles.Collection(BoundaryFiles.Feature(
            "\"1\"", "A", BoundaryFiles.Polygon($"[[{BoundaryFiles.Point(0, 0)},{BoundaryFiles.Point(10, 10)},{BoundaryFiles.Point(10, 0)},{BoundaryFiles.Point(0, 10)},{BoundaryFiles.Point(0, 0)}]]"))));
        var zone = Assert.Single(await files.ReadAsync("bow.geojson"));
        Assert.True(zone.Outline!.IsValid);
        Assert.Equal(50, zone.Outline.Area, 1e-6);
        Assert.Equal(["1"], files.Report.Of(FindingKind.Repaired).Single().Codes);
        Assert.Empty(files.Report.Faults);
    }

    [Fact]
    public async Task An_invalid_outline_with_two_readings_is_refused()
    {
        // A hole that lies half outside its outer ring: cut off, or an island?
        files.Write("hole.geojson", BoundaryFiles.Collection(BoundaryFiles.Feature("\"1\"", "A", BoundaryFiles.Polygon(
            $"[[{BoundaryFiles.Point(0, 0)},{BoundaryFiles.Point(10, 0)},{BoundaryFiles.Point(10, 10)},{BoundaryFiles.Point(0, 10)},{BoundaryFiles.Point(0, 0)}],"
            + $"[{BoundaryFiles.Point(8, 2)},{BoundaryFiles.Point(12, 2)},{BoundaryFiles.Point(12, 4)},{BoundaryFiles.Point(8, 4)},{BoundaryFiles.Point(8, 2)}]]"))));
        var fault = await files.FaultAsync("hole.geojson");
        Assert.Equal(FindingKind.Ambiguous, fault.Kind);
        // The 2 x 2 that stick out.
        Assert.Equal(4, fault.Area!.Value, 1e-6);
    }

    private static string SquareAt(double x, double y, double size) => FormattableString.Invariant(
        $$"""{"type":"Polygon","coordinates":[[[{{x}},{{y}}],[{{x + size}},{{y}}],[{{x + size}},{{y + size}}],[{{x}},{{y}}]]]}""");
}
