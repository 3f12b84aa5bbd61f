using System.IO.Compression;

namespace Bolyst.Service.Tiles.Archive;

/// <summary>A run of tiles in an archive, or a leaf directory.</summary>
/// <param name="Id">Number of the first tile.</param>
/// <param name="Offset">Where the bytes begin, from the start of the tiles or of the leaf directories.</param>
/// <param name="Length">How many bytes.</param>
/// <param name="Run">How many tiles one after another have these bytes; 0 for a leaf directory.</param>
internal readonly record struct ArchiveEntry(ulong Id, ulong Offset, uint Length, uint Run);

/// <summary>Directories of a PMTiles archive: columns of variable-length numbers, zipped.</summary>
internal static class ArchiveDirectory
{
    /// <summary>Readers fetch this many bytes first; header and root must lie in them.</summary>
    private const int FirstFetch = 16_384;

    private const int SmallestLeaf = 4096;

    /// <summary>The root directory, and the leaf directories that it points to where it would be too large alone.</summary>
    /// <param name="entries">All entries, by id; at least one.</param>
    /// <param name="headerBytes">Bytes of the header.</param>
    public static (byte[] Root, byte[] Leaves) Write(IReadOnlyList<ArchiveEntry> entries, int headerBytes)
    {
        var root = Pack(entries);
        var leaves = Array.Empty<byte>();
        for (var leafSize = SmallestLeaf; root.Length + headerBytes > FirstFetch; leafSize *= 2)
        {
            (root, leaves) = Split(entries, leafSize);
        }

        return (root, leaves);
    }

    private static (byte[] Root, byte[] Leaves) Split(IReadOnlyList<ArchiveEntry> entries, int leafSize)
    {
        using var leaves = new MemoryStream();
        var pointers = new List<ArchiveEntry>();
        foreach (var chunk in entries.Chunk(leafSize))
        {
            var leaf = Pack(chunk);
            pointers.Add(new(chunk[0].Id, (ulong)leaves.Length, (uint)leaf.Length, Run: 0));
            leaves.Write(leaf);
        }

        return (Pack(pointers), leaves.ToArray());
    }

    private static byte[] Pack(IReadOnlyList<ArchiveEntry> entries)
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        using (var numbers = new BinaryWriter(zip))
        {
            Write((ulong)entries.Count);
            for (var i = 0; i < entries.Count; i++)
            {
                Write(entries[i].Id - (i == 0 ? 0 : entries[i - 1].Id));
            }

            foreach (var entry in entries)
            {
                Write(entry.Run);
            }

            foreach (var entry in entries)
            {
                Write(entry.Length);
            }

            for (var i = 0; i < entries.Count; i++)
            {
                // 0 says that the bytes follow those of the entry before.
                Write(i > 0 && entries[i].Offset == entries[i - 1].Offset + entries[i - 1].Length ? 0 : entries[i].Offset + 1);
            }

            void Write(ulong number) => numbers.Write7BitEncodedInt64((long)number);
        }

        return packed.ToArray();
    }
}
