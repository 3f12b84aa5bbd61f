using System.Globalization;
using System.Text;

namespace Bolyst.Service.Metadata.Rdf;

/// <summary>Writes RDF 1.1 Turtle (https://www.w3.org/TR/turtle/).</summary>
internal static class Turtle
{
    public const string MediaType = "text/turtle";

    public static string Write(IEnumerable<RdfNode> nodes)
    {
        var text = new StringBuilder();
        foreach (var (prefix, address) in Vocabulary.Prefixes)
        {
            text.Append("@prefix ").Append(prefix).Append(": <").Append(address).Append("> .\n");
        }

        var named = new Queue<RdfNode>(nodes);
        var written = new HashSet<string>(StringComparer.Ordinal);
        while (named.TryDequeue(out var node))
        {
            if (!written.Add(node.Address!))
                continue;
            text.Append('\n');
            Iri(text, node.Address!);
            Body(text, node, named, indent: 1);
            text.Append(" .\n");
        }

        return text.ToString();
    }

    private static void Body(StringBuilder text, RdfNode node, Queue<RdfNode> named, int indent)
    {
        text.Append(" a ").Append(node.Type);
        foreach (var (property, value) in node.Properties)
        {
            text.Append(" ;\n").Append(' ', 4 * indent).Append(property).Append(' ');
            switch (value)
            {
                case Iri iri:
                    Iri(text, iri.Address);
                    break;
                case Literal literal:
                    Literal(text, literal);
                    break;
                case RdfNode { Address: { } address } other:
                    // A resource with a name is written by itself.
                    named.Enqueue(other);
                    Iri(text, address);
                    break;
                case RdfNode part:
                    text.Append('[');
                    Body(text, part, named, indent + 1);
                    text.Append(" ]");
                    break;
            }
        }
    }

    private static void Literal(StringBuilder text, Literal literal)
    {
        text.Append('"');
        foreach (var letter in literal.Text)
        {
            _ = letter switch
            {
                '"' or '\\' => text.Append('\\').Append(letter),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                < ' ' => Escaped(text, letter),
                _ => text.Append(letter),
            };
        }

        text.Append('"');
        if (literal.Language is { } language)
            text.Append('@').Append(language);
        else if (literal.Type is { } type)
            text.Append("^^").Append(type);
    }

    private static void Iri(StringBuilder text, string address)
    {
        text.Append('<');
        foreach (var letter in address)
        {
            _ = letter <= ' ' || "<>\"{}|^`\\".Contains(letter, StringComparison.Ordinal) ? Escaped(text, letter) : text.Append(letter);
        }

        text.Append('>');
    }

    private static StringBuilder Escaped(StringBuilder text, char letter) => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:X4}");
}
