using System.Buffers.Binary;
using Bolyst.Service.Downloads.Kept;
using Bolyst.Service.Layers;

namespace Bolyst.Service.Downloads.Formats;

/// <summary>
/// FlatGeobuf (version 3) with its spatial index. The header goes at once; the index, which stands before the features and says where each
/// begins, when all of them have been put aside.
/// </summary>
internal sealed record FlatGeobuf() : DownloadFormat("fgb", "application/flatgeobuf", "FlatGeobuf", FileType: null)
{
    private const int NodeSize = 16;

    private static ReadOnlySpan<byte> Magic => "fgb\u0003fgb\0"u8;

    // An outline takes more than in the database, and less than twice as much. A property takes at most 25 bytes beside its text, a feature with its box 256.
    public override SizeBounds Bounds(LayerAmount amount) => new(
        amount.OutlineBytes + amount.TextBytes + (sizeof(double) * amount.Numbers),
        (2 * amount.OutlineBytes) + amount.TextBytes + (amount.Features * ((25 * amount.Fields) + 256)) + SizeBounds.Documents);

    public override async Task WriteAsync(Download download, KeptFile file, CancellationToken cancellation)
    {
        await using var output = new KeptWriter(file);
        output.Write(Magic);
        output.Write(FlatGeobufHeader.Write(download, await download.AroundAsync(cancellation), await download.SystemAsync(cancellation), NodeSize).Span);
        output.Flush();
        await using var aside = file.Aside();
        var (features, boxes, edges) = (new FlatGeobufFeature(), new List<Box>(), new List<long> { 0 });
        await foreach (var shape in download.ShapesAsync(withOutline: true, cancellation))
        {
            aside.Write(features.Write(download.Layer.Fields, shape).Span);
            if (aside.Position > file.MostBytes)
                throw KeptWriter.TooLarge(file.MostBytes);
            boxes.Add(Box.Of(shape.Box));
            edges.Add(aside.Position);
        }

        if (boxes.Count == 0)
            return;
        await aside.FlushAsync(cancellation);
        var tree = PackedTree.Of(boxes, NodeSize);
        Index(output, tree, edges);
        foreach (var feature in tree.Order)
        {
            output.Copy(aside, edges[feature], edges[feature + 1], cancellation);
        }

        output.Flush();
    }

    /// <summary>Every box with a number: of a node the place of its first child, of a feature its distance from the first.</summary>
    /// <param name="output">Takes the index.</param>
    /// <param name="tree">The boxes.</param>
    /// <param name="edges">Where each feature begins, as they were put aside, and where the last ends.</param>
    private static void Index(Stream output, PackedTree tree, List<long> edges)
    {
        Span<byte> node = stackalloc byte[5 * sizeof(double)];
        var distance = 0L;
        for (var level = 0; level < tree.Levels.Count; level++)
        {
            for (var at = 0; at < tree.Levels[level].Count; at++)
            {
                var box = tree.Boxes[tree.Levels[level].Start + at];
                BinaryPrimitives.WriteDoubleLittleEndian(node, box.West);
                BinaryPrimitives.WriteDoubleLittleEndian(node[8..], box.South);
                BinaryPrimitives.WriteDoubleLittleEndian(node[16..], box.East);
                BinaryPrimitives.WriteDoubleLittleEndian(node[24..], box.North);
                if (level < tree.Levels.Count - 1)
                {
                    BinaryPrimitives.WriteInt64LittleEndian(node[32..], tree.Children(level, at).Start.Value);
                }
                else
                {
                    var feature = tree.Order[at];
                    BinaryPrimitives.WriteInt64LittleEndian(node[32..], distance);
                    distance += edges[feature + 1] - edges[feature];
                }

                output.Write(node);
            }
        }
    }
}
