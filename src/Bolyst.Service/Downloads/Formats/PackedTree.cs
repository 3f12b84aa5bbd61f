namespace Bolyst.Service.Downloads.Formats;

/// <summary>
/// A tree of boxes in which every node but the last of its level is full (Kamel and Faloutsos, 1993): what FlatGeobuf calls a packed
/// Hilbert R-tree, and as good a one as SQLite keeps. Neighbours along Hilbert's curve share a node.
/// </summary>
internal sealed class PackedTree
{
    private const uint Side = 1 << 16;

    private readonly Box[] boxes;

    private PackedTree(int nodeSize, IReadOnlyList<int> order, IReadOnlyList<Level> levels)
    {
        (NodeSize, Order, Levels) = (nodeSize, order, levels);
        boxes = new Box[levels[^1].End];
        Array.Fill(boxes, Box.Empty);
    }

    /// <summary>A level of the tree.</summary>
    /// <param name="Start">Place of its first box among all.</param>
    /// <param name="Count">Its boxes.</param>
    public readonly record struct Level(int Start, int Count)
    {
        public int End => Start + Count;
    }

    /// <summary>Most boxes under one.</summary>
    public int NodeSize { get; }

    /// <summary>Which item stands at each place of the last level.</summary>
    public IReadOnlyList<int> Order { get; }

    /// <summary>The levels: the root alone in the first, the items in the last.</summary>
    public IReadOnlyList<Level> Levels { get; }

    /// <summary>Every box, level by level.</summary>
    public ReadOnlySpan<Box> Boxes => boxes;

    /// <summary>Packs items.</summary>
    /// <param name="items">Their boxes; at least one.</param>
    /// <param name="nodeSize">Most boxes under one; 2 or more.</param>
    public static PackedTree Of(IReadOnlyList<Box> items, int nodeSize)
    {
        var around = items.Aggregate(Box.Empty, (all, item) => all.Join(item));
        var along = items.Select(item => AlongCurve(item, around)).ToArray();
        var tree = new PackedTree(nodeSize, [.. Enumerable.Range(0, items.Count).OrderBy(item => along[item])], LevelsOf(items.Count, nodeSize));
        for (var place = 0; place < items.Count; place++)
        {
            tree.boxes[tree.Levels[^1].Start + place] = items[tree.Order[place]];
        }

        for (var level = tree.Levels.Count - 2; level >= 0; level--)
        {
            for (var node = 0; node < tree.Levels[level].Count; node++)
            {
                foreach (var child in tree.boxes.AsSpan(tree.Children(level, node)))
                {
                    ref var box = ref tree.boxes[tree.Levels[level].Start + node];
                    box = box.Join(child);
                }
            }
        }

        return tree;
    }

    /// <summary>How many boxes a tree has in all.</summary>
    /// <param name="items">How many of them are items.</param>
    /// <param name="nodeSize">Most boxes under one.</param>
    public static int CountOf(int items, int nodeSize) => LevelsOf(items, nodeSize)[^1].End;

    /// <summary>The places of the boxes under a node.</summary>
    /// <param name="level">Its level; not the last.</param>
    /// <param name="node">Its place in the level.</param>
    public Range Children(int level, int node)
    {
        var below = Levels[level + 1];
        var start = below.Start + (node * NodeSize);
        return start..Math.Min(start + NodeSize, below.End);
    }

    private static Level[] LevelsOf(int items, int nodeSize)
    {
        var counts = new Stack<int>([items]);
        do
        {
            counts.Push((counts.Peek() + nodeSize - 1) / nodeSize);
        }
        while (counts.Peek() > 1);

        var start = 0;
        return [.. counts.Select(count => new Level((start += count) - count, count))];
    }

    /// <summary>How far along Hilbert's curve the middle of a box lies; 0 for an empty one.</summary>
    private static uint AlongCurve(Box box, Box around)
    {
        if (box == Box.Empty)
            return 0;
        var (x, y) = (Place(box.West, box.East, around.West, around.East), Place(box.South, box.North, around.South, around.North));
        var along = 0u;
        for (var half = Side / 2; half > 0; half /= 2)
        {
            var (right, upper) = ((x & half) > 0, (y & half) > 0);
            along += half * half * (right ? upper ? 2u : 3u : upper ? 1u : 0u);
            if (upper)
                continue;
            if (right)
                (x, y) = (Side - 1 - x, Side - 1 - y);
            (x, y) = (y, x);
        }

        return along;
    }

    private static uint Place(double low, double high, double start, double end) =>
        end > start ? (uint)((((low + high) / 2) - start) / (end - start) * (Side - 1)) : 0;
}
