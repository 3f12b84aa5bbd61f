using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Bolyst.Intake.Boundaries;
using Bolyst.Intake.Boundaries.Gdal;

namespace Bolyst.Intake.Tests.Boundaries;

public sealed class GdalProgramTests : IDisposable
{
    private readonly BoundaryFiles files = new();

    public void Dispose() => files.Dispose();

    [Theory]
    [InlineData("PG:dbname=postgres")]
    [InlineData("GeoJSON:x.geojson")]
    [InlineData("; touch pwned #.geojson")]
    [InlineData("$(touch pwned).geojson")]
    [InlineData("-f.geojson")]
    [InlineData("Grünerløkka sør.geojson")]
    [InlineData("line\nbreak.geojson")]
    [InlineData("zones.shz")]
    public async Task A_name_is_only_a_name(string name)
    {
        files.Write(name, BoundaryFiles.Collection(BoundaryFiles.Feature("\"1\"", "A", BoundaryFiles.Square(0, 0, 10))));
        Assert.Single(await files.ReadAsync(name));
        Assert.Equal([name], Directory.GetFileSystemEntries(files.Folder).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Texts_with_tabs_breaks_and_backslashes_come_through_whole()
    {
        files.Write("t.geojson", BoundaryFiles.Collection(BoundaryFiles.Feature("\"\\\\N\"", "a\\tb\\\\c\\nd\\\"e\\rf,æøå", BoundaryFiles.Square(0, 0, 10)), BoundaryFiles.Feature("\"\\\\.\"", "x\\\\", BoundaryFiles.Square(10, 0, 10))));
        var zones = await files.ReadAsync("t.geojson");
        Assert.Equal([("\\.", "x\\"), ("\\N", "a\tb\\c\nd\"e\rf,æøå")], zones.Select(zone => (zone.Code, zone.Name)));
    }

    [Fact]
    public async Task A_file_that_makes_more_output_than_allowed_is_refused()
    {
        files.Write("big.geojson", BoundaryFiles.Collection([.. Enumerable.Range(0, 200).Select(i => BoundaryFiles.Feature($"\"{i}\"", "A", BoundaryFiles.Square(10 * i, 0, 10)))]));
        var fault = await files.FaultAsync(files.Describe("big.geojson"), new GdalSettings { OutputBytes = 10_000 });
        Assert.Contains("OutputBytes", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_larger_than_allowed_is_refused()
    {
        files.Write("big.geojson", BoundaryFiles.Collection(BoundaryFiles.Feature("\"1\"", "A", BoundaryFiles.Square(0, 0, 10))));
        var fault = await files.FaultAsync(files.Describe("big.geojson"), new GdalSettings { InputBytes = 100 });
        Assert.Contains("InputBytes", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_needs_more_memory_than_allowed_is_told_so()
    {
        files.Write("m.geojson", BoundaryFiles.Collection(BoundaryFiles.Feature("\"1\"", "A", BoundaryFiles.Square(0, 0, 10))));
        var fault = await files.FaultAsync(files.Describe("m.geojson"), new GdalSettings { MemoryBytes = 30L << 20 });
        Assert.Equal(FindingKind.Unreadable, fault.Kind);
    }

    [Fact]
    public async Task A_program_that_takes_too_long_is_ended()
    {
        var program = new GdalProgram(new GdalSettings { TimeLimit = TimeSpan.FromMilliseconds(200) });
        var exception = await Assert.ThrowsAsync<GdalException>(() => program.RunAsync("sleep", ["60.25"], null, ReadAll, CancellationToken.None));
        Assert.Contains("TimeLimit", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("sleep 60.25", Processes(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelling_ends_the_program()
    {
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new GdalProgram(new GdalSettings()).RunAsync("sleep", ["60.75"], null, ReadAll, cancel.Token));
        Assert.DoesNotContain("sleep 60.75", Processes(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_is_not_installed_says_what_to_install()
    {
        var exception = await Assert.ThrowsAsync<GdalException>(() => new GdalProgram(new GdalSettings()).RunAsync("ogr2nothing", [], null, ReadAll, CancellationToken.None));
        Assert.Contains("apt-get install gdal-bin", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_sees_nothing_of_our_environment()
    {
        var environment = await new GdalProgram(new GdalSettings()).RunAsync("env", [], null, ReadAll, CancellationToken.None);
        Assert.DoesNotContain("BOLYST", environment, StringComparison.Ordinal);
        Assert.DoesNotContain("HOME=", environment, StringComparison.Ordinal);
        Assert.Contains("PROJ_NETWORK=OFF", environment, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_schema_named_in_a_gml_file_is_not_fetched()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/zones.xsd");
        files.Write("zones.geojson", BoundaryFiles.Collection(BoundaryFiles.Feature("\"0301\"", "A", BoundaryFiles.Square(0, 0, 10))));
        files.Convert("zones.geojson", "plain.gml", "-f", "GML", "-dsco", "XSISCHEMA=OFF");
        var gml = (await File.ReadAllTextAsync(Path.Combine(files.Folder, "plain.gml")))
            .Replace("xmlns:gml=", $"xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"http://ogr.maptools.org/ {address}\" xmlns:gml=", StringComparison.Ordinal);
        files.Write("zones.gml", gml);
        Assert.Equal("0301", Assert.Single(await files.ReadAsync("zones.gml")).Code);
        Assert.False(listener.Pending());
    }

    [Fact]
    public async Task Reading_leaves_nothing_beside_the_files()
    {
        files.Write("zones.geojson", BoundaryFiles.Collection(BoundaryFiles.Feature("\"1\"", "A", BoundaryFiles.Square(0, 0, 10))));
        files.Convert("zones.geojson", "zones.gml", "-f", "GML", "-dsco", "XSISCHEMA=OFF");
        var before = Directory.GetFileSystemEntries(files.Folder);
        await files.ReadAsync("zones.gml");
        Assert.Equal(before.Order(StringComparer.Ordinal), Directory.GetFileSystemEntries(files.Folder).Order(StringComparer.Ordinal));
    }

    private static async Task<string> ReadAll(Stream output, CancellationToken ct) => await new StreamReader(output).ReadToEndAsync(ct);

    private static string Processes() => string.Join('\n', Process.GetProcesses().Select(process => CommandLine(process.Id)));

    private static string CommandLine(int id)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/cmdline").Replace('\0', ' ');
        }
        catch (IOException)
        {
            return ""; // It ended in the meantime.
        }
    }
}
