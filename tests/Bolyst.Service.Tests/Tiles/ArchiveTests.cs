using System.Buffers.Binary;
using System.IO.Compression;
using System.Text.Json;
using Bolyst.Service.Tests.Clients;
using Bolyst.Service.Tiles.Archive;
using Bolyst.Store;

namespace Bolyst.Service.Tests.Tiles;

/// <summary>PMTiles archives, read by the reader of their authors (tests/clients/pmtiles).</summary>
public class ArchiveTests
{
    [Theory]

    // https://github.com/protomaps/PMTiles, js/test/v3.test.ts: "zxy to tile id" and "tile id to zxy".
    [InlineData(0, 0, 0, 0)]
    [InlineData(1, 0, 0, 1)]
    [InlineData(1, 0, 1, 2)]
    [InlineData(1, 1, 1, 3)]
    [InlineData(1, 1, 0, 4)]
    [InlineData(2, 0, 0, 5)]
    [InlineData(12, 3423, 1763, 19078479)]
    public void Tiles_are_numbered_along_the_Hilbert_curve(int zoom, int column, int row, ulong id) => Assert.Equal(id, TileOrder.IdOf(new(zoom, column, row)));

    [Fact]
    public void Every_tile_has_a_number_of_its_own_and_its_neighbour_on_the_curve_touches_it()
    {
        var curve = Enumerable.Range(0, 64).SelectMany(x => Enumerable.Range(0, 64).Select(y => new TileKey(6, x, y))).OrderBy(TileOrder.IdOf).ToList();

        Assert.Equal(Enumerable.Range(0, 4096).Select(i => 1365ul + (ulong)i), curve.Select(TileOrder.IdOf));
        Assert.All(curve.Zip(curve.Skip(1)), pair => Assert.Equal(1, Math.Abs(pair.First.Column - pair.Second.Column) + Math.Abs(pair.First.Row - pair.Second.Row)));
    }

    [Fact]
    public async Task A_directory_too_large_for_the_first_fetch_has_leaves_and_equal_tiles_are_kept_once()
    {
        var path = Path.Combine(Path.GetTempPath(), $"bolyst-{Guid.NewGuid():N}.pmtiles");
        try
        {
            await using (var archive = new ArchiveWriter(path))
            {
                // Of the 65 536 tiles of zoom 8 the first 20 000 are alike, and of the others every second one is missing.
                for (var i = 0; i < 65_536; i++)
                {
                    if (i < 20_000 || i % 2 == 0)
                        await archive.AddAsync(21_845ul + (ulong)i, Zipped(i < 20_000 ? -1 : i), TestContext.Current.CancellationToken);
                }

                await archive.CompleteAsync(new() { ["name"] = "prøve" }, [-180, -85, 180, 85], 8, TestContext.Current.CancellationToken);
            }

            var known = Enumerable.Range(0, 256).SelectMany(x => Enumerable.Range(0, 256).Select(y => new TileKey(8, x, y))).ToDictionary(tile => (int)(TileOrder.IdOf(tile) - 21_845));
            int[] asked = [0, 19_999, 20_000, 20_001, 43_210, 65_534, 65_535];
            var (exitCode, output, errors) = await ClientProcess.RunAsync(
                "node", ["pmtiles/read.mjs", path, .. asked.Select(i => FormattableString.Invariant($"8/{known[i].Column}/{known[i].Row}"))]);
            Assert.True(exitCode == 0, errors);
            var read = JsonDocument.Parse(output).RootElement;

            Assert.Equal([-1, -1, 20_000, null, 43_210, 65_534, null], read.GetProperty("tiles").EnumerateArray().Select(tile => tile.GetString() is { } bytes ? BinaryPrimitives.ReadInt32LittleEndian(Convert.FromBase64String(bytes)) : (int?)null));
            var header = read.GetProperty("header");

            // 20 000 alike in one run; 22 768 of the others, each its own.
            Assert.Equal((42_768, 22_769, 22_769), (header.GetProperty("numAddressedTiles").GetInt32(), header.GetProperty("numTileEntries").GetInt32(), header.GetProperty("numTileContents").GetInt32()));
            Assert.InRange(header.GetProperty("rootDirectoryLength").GetInt32(), 1, 16_384 - 127);
            Assert.NotEqual(0, header.GetProperty("leafDirectoryLength").GetInt32());
            Assert.Equal("prøve", read.GetProperty("metadata").GetProperty("name").GetString());
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>A number and noise of changing length behind it: directories of equal lengths would shrink to nothing.</summary>
    private static byte[] Zipped(int number)
    {
        var noise = new Random(number);
        var bytes = new byte[noise.Next(4, 400)];
        noise.NextBytes(bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
        using var zipped = new MemoryStream();
        using (var zip = new GZipStream(zipped, CompressionLevel.Fastest, leaveOpen: true))
        {
            zip.Write(bytes);
        }

        return zipped.ToArray();
    }
}
