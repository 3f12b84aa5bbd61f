using System.Globalization;
using System.Text.Json;
using Bolyst.Service.Tests.Clients;
using Bolyst.Service.Tests.Serving;
using Npgsql;

namespace Bolyst.Service.Tests.Gis;

/// <summary>
/// GDAL 3.6 carries the demo from each door into files of its own: every number, reason and area arrives. Areas are beside
/// <c>ST_Area</c> of what is stored.
/// </summary>
public sealed class GdalRoundTripTests(Elvsund elvsund) : IDisposable
{
    private const string ZoneSet = "elvsund-grunnkrets-2018";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("bolyst-gdal-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("GPKG", "gpkg")]
    [InlineData("FlatGeobuf", "fgb")]
    public async Task Features_go_into_files(string driver, string extension)
    {
        var served = await elvsund.ServedAsync();
        var file = Path.Combine(folder.FullName, "zones." + extension);
        await RunAsync("ogr2ogr", "-f", driver, file, "-t_srs", "EPSG:25833", "-nln", "zones", $"OAPIF:{served.Http.BaseAddress}ogc/collections/{ZoneSet}", ZoneSet);

        Holds(await GrpcLayer.ReadAsync(served.Grpc, ZoneSet), await RowsAsync(file));
        await HasAreasAsync(served, file, "zones");
    }

    [Theory]
    [InlineData("gpkg")]
    [InlineData("fgb")]
    public async Task Downloads_have_the_areas_of_the_store(string extension)
    {
        var served = await elvsund.ServedAsync();
        await HasAreasAsync(served, $"/vsicurl/{served.Http.BaseAddress}download/{ZoneSet}.{extension}", ZoneSet);
    }

    [Fact]
    public async Task Tiles_of_a_zoom_are_read_over_HTTP_by_their_TileJSON()
    {
        var served = await elvsund.ServedAsync();
        var file = Path.Combine(folder.FullName, "tiles.gpkg");
        var tiles = $"{served.Http.BaseAddress}tiles/{ZoneSet}";
        await RunAsync("ogr2ogr", "-f", "GPKG", file, "-oo", "TILE_EXTENSION=mvt", "-oo", $"METADATA_FILE={tiles}/tilejson.json", $"MVT:{tiles}/10", ZoneSet);

        Holds(await GrpcLayer.ReadAsync(served.Grpc, ZoneSet), await RowsAsync(file));
    }

    // Longitude 5.32 to 5.58, latitude 65.47 to 65.58: column 263, row 131 at zoom 9 hold all of the demo.
    [Fact]
    public async Task A_tile_is_read_as_a_file()
    {
        var served = await elvsund.ServedAsync();
        var (tile, file) = (Path.Combine(folder.FullName, "131.mvt"), Path.Combine(folder.FullName, "tile.gpkg"));
        await File.WriteAllBytesAsync(tile, await served.Http.GetByteArrayAsync(new Uri($"/tiles/{ZoneSet}/9/263/131.mvt", UriKind.Relative)));
        await RunAsync("ogr2ogr", "-f", "GPKG", file, "MVT:" + tile, ZoneSet);

        Holds(await GrpcLayer.ReadAsync(served.Grpc, ZoneSet), await RowsAsync(file));
    }

    private static void Holds(GrpcLayer expected, JsonElement[] rows)
    {
        var byCode = rows.ToLookup(row => row.GetProperty("code").GetString()!, StringComparer.Ordinal);
        Assert.Equal(expected.Codes, byCode.Select(zone => zone.Key).Order(StringComparer.Ordinal));
        foreach (var field in expected.Fields)
        {
            for (var zone = 0; zone < expected.Codes.Count; zone++)
            {
                // A zone that lies in several tiles is there several times.
                Assert.All(byCode[expected.Codes[zone]], row =>
                {
                    Assert.Equal(field.Numbers[zone], row.TryGetProperty(field.Name, out var number) && number.ValueKind == JsonValueKind.Number ? number.GetDouble() : double.NaN);
                    Assert.Equal(field.Statuses?[zone], field.Statuses is null ? null : row.GetProperty(field.Name + "_status").GetString());
                });
            }
        }
    }

    private static async Task HasAreasAsync(Served served, string file, string layer)
    {
        var csv = await RunAsync("ogr2ogr", "-f", "CSV", "/vsistdout/", "-dialect", "OGRSQL", "-sql", $"SELECT code, OGR_GEOM_AREA AS area FROM \"{layer}\"", file);
        var areas = csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(',')).ToDictionary(
            cells => cells[0].Trim('"'), cells => double.Parse(cells[1].Trim('"'), CultureInfo.InvariantCulture), StringComparer.Ordinal);

        await using var store = NpgsqlDataSource.Create(served.ConnectionString);
        await using var command = store.CreateCommand(
            "SELECT g.code::text, ST_Area(g.geom) FROM bolyst.zone_generation g JOIN bolyst.zone_set s USING (zone_set_id) WHERE s.key = $1");
        command.Parameters.Add(new() { Value = ZoneSet });
        await using var rows = await command.ExecuteReaderAsync();
        var stored = 0;
        for (; await rows.ReadAsync(); stored++)
            Assert.Equal(1, areas[rows.GetString(0)] / rows.GetDouble(1), 1e-6);
        Assert.Equal(stored, areas.Count);
    }

    private static async Task<JsonElement[]> RowsAsync(string file) =>
        [.. JsonDocument.Parse(await RunAsync("/usr/bin/python3", "downloads/read.py", file)).RootElement.EnumerateArray()];

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        var (exitCode, output, errors) = await ClientProcess.RunAsync(program, arguments);
        Assert.True(exitCode == 0 && !errors.Contains("ERROR", StringComparison.Ordinal), output + errors);
        return output;
    }
}
