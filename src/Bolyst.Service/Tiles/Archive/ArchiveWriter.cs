using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Bolyst.Service.Tiles.Archive;

/// <summary>
/// Writes a PMTiles archive, version 3 (https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md): one file that any web server
/// serves and MapLibre and QGIS read. Tiles with equal bytes are kept once. The file appears when it is whole, or not at all.
/// </summary>
internal sealed class ArchiveWriter : IAsyncDisposable
{
    private const int HeaderBytes = 127;
    private const byte Gzip = 2;
    private const byte VectorTiles = 1;

    private readonly string path;
    private readonly FileStream tiles;
    private readonly List<ArchiveEntry> entries = [];
    private readonly Dictionary<(ulong, ulong), (ulong Offset, uint Length)> kept = [];
    private ulong tileCount;

    /// <param name="path">The file to write; one that is there is replaced.</param>
    public ArchiveWriter(string path)
    {
        this.path = path;
        // The directories stand before the tiles and are known last, so the tiles wait in a file of their own.
        tiles = new(path + ".tiles", FileMode.Create, FileAccess.ReadWrite, FileShare.None, bufferSize: 1 << 16, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
    }

    /// <summary>Bytes of tiles so far.</summary>
    public long Bytes => tiles.Position;

    /// <summary>Tiles so far, those with equal bytes counted each.</summary>
    public long Tiles => (long)tileCount;

    /// <summary>Adds a tile.</summary>
    /// <param name="id">Its number (<see cref="TileOrder"/>), higher than that of the tile before.</param>
    /// <param name="zipped">Its bytes, zipped; not empty.</param>
    /// <param name="cancellation">Gives up.</param>
    public async ValueTask AddAsync(ulong id, ReadOnlyMemory<byte> zipped, CancellationToken cancellation)
    {
        tileCount++;
        var hash = SHA256.HashData(zipped.Span);
        var key = (BinaryPrimitives.ReadUInt64LittleEndian(hash), BinaryPrimitives.ReadUInt64LittleEndian(hash.AsSpan(8)));
        if (!kept.TryGetValue(key, out var place))
        {
            kept[key] = place = ((ulong)tiles.Position, (uint)zipped.Length);
            await tiles.WriteAsync(zipped, cancellation);
        }

        if (entries.Count > 0 && entries[^1] is var last && last.Offset == place.Offset && last.Id + last.Run == id)
            entries[^1] = last with { Run = last.Run + 1 };
        else
            entries.Add(new(id, place.Offset, place.Length, Run: 1));
    }

    /// <summary>Puts the file together.</summary>
    /// <param name="metadata">Names, layers and whatever else readers may want to know.</param>
    /// <param name="extent">West, south, east and north in degrees.</param>
    /// <param name="maxZoom">The closest zoom.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task CompleteAsync(JsonObject metadata, IReadOnlyList<double> extent, int maxZoom, CancellationToken cancellation)
    {
        var (root, leaves) = ArchiveDirectory.Write(entries, HeaderBytes);
        var about = Zip(System.Text.Encoding.UTF8.GetBytes(metadata.ToJsonString()));
        var part = path + ".part";
        try
        {
            await using (var file = new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 1 << 16, FileOptions.Asynchronous))
            {
                await file.WriteAsync(Header(root.Length, about.Length, leaves.Length, extent, maxZoom), cancellation);
                await file.WriteAsync(root, cancellation);
                await file.WriteAsync(about, cancellation);
                await file.WriteAsync(leaves, cancellation);
                tiles.Position = 0;
                await tiles.CopyToAsync(file, cancellation);
            }

            File.Move(part, path, overwrite: true);
        }
        finally
        {
            File.Delete(part);
        }
    }

    public ValueTask DisposeAsync() => tiles.DisposeAsync();

    private byte[] Header(int root, int about, int leaves, IReadOnlyList<double> extent, int maxZoom)
    {
        using var bytes = new MemoryStream(HeaderBytes);
        using var header = new BinaryWriter(bytes);
        header.Write("PMTiles"u8);
        header.Write((byte)3);
        ulong at = HeaderBytes;
        foreach (var length in (ulong[])[(ulong)root, (ulong)about, (ulong)leaves, (ulong)tiles.Length])
        {
            header.Write(at);
            header.Write(length);
            at += length;
        }

        header.Write(tileCount);
        header.Write((ulong)entries.Count);
        header.Write((ulong)kept.Count);
        header.Write(true);
        header.Write(Gzip);
        header.Write(Gzip);
        header.Write(VectorTiles);
        header.Write((byte)0);
        header.Write((byte)maxZoom);
        foreach (var degrees in extent)
        {
            header.Write(Degrees(degrees));
        }

        header.Write((byte)0);
        header.Write(Degrees((extent[0] + extent[2]) / 2));
        header.Write(Degrees((extent[1] + extent[3]) / 2));
        return bytes.ToArray();
    }

    private static int Degrees(double degrees) => (int)Math.Round(degrees * 1e7);

    private static byte[] Zip(byte[] bytes)
    {
        using var zipped = new MemoryStream();
        using (var zip = new GZipStream(zipped, CompressionLevel.Optimal, leaveOpen: true))
        {
            zip.Write(bytes);
        }

        return zipped.ToArray();
    }
}
