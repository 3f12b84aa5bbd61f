using System.Globalization;
using Bolyst.Service.Tests.Serving;
using Bolyst.Store;
using Bolyst.Store.Model;
using Bolyst.Testing;
using NetTopologySuite.Geometries;

namespace Bolyst.Service.Tests.Downloads;

/// <summary>
/// Memory does not grow with the layer: a service whose heap may not hold the outlines makes every format of them. Memory is what decides,
/// never time.
/// <code>
/// smaa         3 zones
/// vann_flater  600 squares of 4 001 vertices, which are not simplified for tiles: 38 MB of outlines, 58 MB as text
/// </code>
/// </summary>
public sealed class MemoryTests
{
    private const int Surfaces = 600;
    private const int Megabyte = 1 << 20;

    /// <summary>
    /// As much as the process may grow by: the rest of its heap, 32 MB, and what libraries written in C hold of one file at a time; the outlines of the whole
    /// layer beside that heap, 38 MB, would be more.
    /// </summary>
    private const long MostGrowth = 60 * Megabyte;

    private static readonly string[] Formats = ["gpkg", "fgb", "geojson", "csv", "xlsx", "gpkg.zip"];

    [Fact]
    public async Task It_is_flat_for_every_format()
    {
        await using var database = await TestDatabase.CreateAsync();
        await FillAsync(database.ConnectionString);
        // 64 MB, half of which the service takes before it makes a file.
        using var service = await ServiceProcess.StartAsync(
            database.ConnectionString, ("DOTNET_gcServer", "0"), ("DOTNET_GCgen0size", "0x400000"), ("DOTNET_GCHeapHardLimit", "0x4000000"));
        foreach (var format in Formats)
        {
            await DownloadAsync(service.Http, "smaa." + format);
        }

        var before = service.PeakBytes;
        long bytes = 0;
        foreach (var format in Formats)
        {
            bytes = Math.Max(bytes, await DownloadAsync(service.Http, "vann_flater." + format));
        }

        Assert.True(bytes > 50 * Megabyte, $"The largest file is {bytes} bytes.");
        Assert.True(service.PeakBytes - before < MostGrowth, $"From {before / Megabyte} MB to {service.PeakBytes / Megabyte} MB.");
    }

    private static async Task<long> DownloadAsync(HttpClient http, string file)
    {
        await using var body = await http.GetStreamAsync(new Uri("/download/" + file, UriKind.Relative));
        var (buffer, bytes) = (new byte[1 << 16], 0L);
        while (await body.ReadAsync(buffer) is var read and > 0)
        {
            bytes += read;
        }

        return bytes;
    }

    private static async Task FillAsync(string connectionString)
    {
        await using var store = await BolystStore.OpenAsync(connectionString, new());
        await using var session = await store.BeginImportAsync(new("minne", new("Minne"), "Prøvekontoret", "CC0", null, null, null, "delivery:", [], "sha-minne"));
        await session.AddZoneSetAsync(
            new("smaa", "rute", new("Små"), new DateOnly(2020, 1, 1), null, IsPartition: false, "CC0", "Oppdikta"),
            [.. Enumerable.Range(0, 3).Select(n => new ZoneRow(n.ToString(CultureInfo.InvariantCulture), "Rute", Square(2_000 * n, cuts: 1)))]);
        await session.AddWaterAsync(new("vann", "CC0", "Oppdikta"), [.. Enumerable.Range(0, Surfaces).Select(n => new WaterSurface(null, Square(2_000 * n, cuts: 1_000)))]);
        await session.CommitAsync("{}");
    }

    /// <summary>A square of 1 km with each edge cut into as many parts.</summary>
    private static Polygon Square(double x, int cuts)
    {
        Coordinate[] corners = [new(x, 0), new(x + 1_000, 0), new(x + 1_000, 1_000), new(x, 1_000), new(x, 0)];
        var ring = corners.Zip(corners.Skip(1)).SelectMany(edge => Enumerable.Range(0, cuts).Select(n => new Coordinate(
            edge.First.X + ((edge.Second.X - edge.First.X) * n / cuts), edge.First.Y + ((edge.Second.Y - edge.First.Y) * n / cuts))));
        return new(new LinearRing([.. ring, corners[0]])) { SRID = 25833 };
    }
}
