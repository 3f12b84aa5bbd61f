using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Bolyst.Intake.Description.Yaml;

/// <summary>
/// Reads one YAML document into nodes that know their place. YamlDotNet parses; its own object mapping is not used because it
/// does not tell which key an error belongs to. Anchors and aliases are refused: a description needs none, and they can be made to explode.
/// </summary>
internal static class YamlTree
{
    private const int MaxDepth = 32;

    public static DescriptionNode Parse(string text, string file)
    {
        var parser = new Parser(new StringReader(text));
        try
        {
            parser.Consume<StreamStart>();
            if (parser.Accept<StreamEnd>(out _))
            {
                throw Error(file, 1, 1, "The description is empty. It begins with a 'delivery:' block.");
            }

            parser.Consume<DocumentStart>();
            var root = ReadNode(parser, file, 0);
            parser.Consume<DocumentEnd>();
            if (parser.TryConsume<DocumentStart>(out var second))
            {
                throw Error(file, Line(second), Column(second), "A description is one YAML document; a second one begins here.");
            }

            return root;
        }
        catch (YamlException e)
        {
            throw Error(file, (int)e.Start.Line, (int)e.Start.Column, $"This is not YAML: {e.Message}");
        }
    }

    private static DescriptionNode ReadNode(Parser parser, string file, int depth)
    {
        if (parser.Current is NodeEvent { Anchor.IsEmpty: false } or AnchorAlias)
        {
            throw Error(file, Line(parser.Current), Column(parser.Current), "Anchors and aliases (& and *) are not used in descriptions: write the value out, or quote it if it is text.");
        }

        if (depth > MaxDepth)
        {
            throw Error(file, Line(parser.Current!), Column(parser.Current!), $"Blocks are nested more than {MaxDepth.ToString(CultureInfo.InvariantCulture)} deep.");
        }

        return parser.Current switch
        {
            Scalar => ReadScalar(parser),
            SequenceStart => ReadList(parser, file, depth),
            _ => ReadMap(parser, file, depth),
        };
    }

    private static ScalarNode ReadScalar(Parser parser)
    {
        var scalar = parser.Consume<Scalar>();
        return new ScalarNode(scalar.Value, scalar.Style == ScalarStyle.Plain, Line(scalar), Column(scalar));
    }

    private static ListNode ReadList(Parser parser, string file, int depth)
    {
        var start = parser.Consume<SequenceStart>();
        var items = new List<DescriptionNode>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(ReadNode(parser, file, depth + 1));
        }

        return new ListNode(items, Line(start), Column(start));
    }

    private static MapNode ReadMap(Parser parser, string file, int depth)
    {
        var start = parser.Consume<MappingStart>();
        var entries = new List<MapEntry>();
        var seen = new Dictionary<string, ScalarNode>(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = ReadNode(parser, file, depth + 1) as ScalarNode
                ?? throw Error(file, Line(start), Column(start), "A key is plain text; a list or a block stands where a key should.");
            if (!seen.TryAdd(key.Text, key))
            {
                throw Error(file, key.Line, key.Column, string.Create(CultureInfo.InvariantCulture, $"The key '{key.Text}' stands here and in line {seen[key.Text].Line}: keep one."));
            }

            entries.Add(new MapEntry(key, ReadNode(parser, file, depth + 1)));
        }

        return new MapNode(entries, Line(start), Column(start));
    }

    private static DescriptionException Error(string file, int line, int column, string message) =>
        new(new SourcePosition(file, line, column, ""), message);

    private static int Line(ParsingEvent e) => (int)e.Start.Line;

    private static int Column(ParsingEvent e) => (int)e.Start.Column;
}
