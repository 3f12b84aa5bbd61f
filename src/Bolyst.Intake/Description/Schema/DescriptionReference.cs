using System.Text;
using Bolyst.Intake.Description.Binding;

namespace Bolyst.Intake.Description.Schema;

/// <summary>The reference of all keys, as Markdown, made from the records that the loader binds to.</summary>
public static class DescriptionReference
{
    /// <summary>One section for each kind of block, with a table of its keys.</summary>
    public static string Write()
    {
        var docs = new XmlDocs(typeof(DeliveryDescription).Assembly);
        var text = new StringBuilder("""
            # Delivery description: every key

            Made from the records in `src/Bolyst.Intake`; a test keeps it true. The guide with examples is [delivery-guide.md](delivery-guide.md);
            for your editor there is [delivery.schema.json](delivery.schema.json). Keys in bold must be there.


            """);
        foreach (var type in DescriptionSchema.BlockTypes())
        {
            var keys = BlockKeys.Of(type);
            text.Append($"## {DescriptionSchema.Name(type)}\n\n{docs.Of(type)}\n\n| key | value | meaning |\n| --- | --- | --- |\n");
            foreach (var key in keys.All)
            {
                var name = key.IsRequired ? $"**{key.Name}**" : key.Name;
                text.Append($"| {name} | {Value(key.Property.PropertyType, key.MayBeSingle)} | {docs.Of(key.Property).Replace("|", "\\|", StringComparison.Ordinal)} |\n");
            }

            text.Append('\n');
        }

        return text.ToString().TrimEnd() + "\n";
    }

    private static string Value(Type declared, bool mayBeSingle)
    {
        var shape = ValueShape.Of(declared);
        return shape.Kind switch
        {
            ShapeKind.Text => "text",
            ShapeKind.Path => "file",
            ShapeKind.WholeNumber => "whole number",
            ShapeKind.Number => "number",
            ShapeKind.YesNo => "true or false",
            ShapeKind.Date => "date",
            ShapeKind.Choice => string.Join(", ", BlockBinder.Choices(shape.Type).Select(c => $"`{c}`")),
            ShapeKind.TextMap => $"text: {Value(shape.Type, false)}",
            ShapeKind.List => mayBeSingle ? $"{Value(shape.Type, false)}, or a list" : $"list of {Value(shape.Type, false)}",
            _ => Link(shape.Type),
        };
    }

    private static string Link(Type block)
    {
        var name = DescriptionSchema.Name(block);
        return $"[{name}](#{name.ToLowerInvariant().Replace(' ', '-')})";
    }
}
