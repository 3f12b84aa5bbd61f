using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bolyst.Intake.Description.Binding;

namespace Bolyst.Intake.Description.Schema;

/// <summary>The JSON Schema of delivery descriptions, for editors that complete and check YAML as it is typed.</summary>
public static partial class DescriptionSchema
{
    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The schema (JSON Schema draft 2020-12), made from the records that the loader binds to.</summary>
    public static string Write()
    {
        var docs = new XmlDocs(typeof(DeliveryDescription).Assembly);
        var definitions = new JsonObject();
        foreach (var type in BlockTypes())
        {
            definitions[Name(type)] = Block(type, docs);
        }

        var root = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "Bolyst delivery description",
            ["$ref"] = $"#/$defs/{Name(typeof(DeliveryDescription))}",
            ["$defs"] = definitions,
        };
        return root.ToJsonString(Layout) + "\n";
    }

    /// <summary>Every block type, the whole description first, each before the blocks inside it.</summary>
    internal static IReadOnlyList<Type> BlockTypes()
    {
        var found = new List<Type>();
        Visit(typeof(DeliveryDescription));
        return found;

        void Visit(Type type)
        {
            if (found.Contains(type))
            {
                return;
            }

            found.Add(type);
            foreach (var key in BlockKeys.Of(type).All)
            {
                for (var shape = ValueShape.Of(key.Property.PropertyType); ; shape = ValueShape.Of(shape.Type))
                {
                    if (shape.Kind == ShapeKind.Block)
                    {
                        Visit(shape.Type);
                    }

                    if (shape.Kind is not (ShapeKind.List or ShapeKind.TextMap))
                    {
                        break;
                    }
                }
            }
        }
    }

    /// <summary>A block's name in schema and reference: the record's name without "Description", in words.</summary>
    internal static string Name(Type type)
    {
        var name = type == typeof(DeliveryDescription) ? "Delivery description" : WordStart().Replace(type.Name.Replace("Description", "", StringComparison.Ordinal), " $0").TrimStart();
        return name[..1] + name[1..].ToLowerInvariant();
    }

    private static JsonObject Block(Type type, XmlDocs docs)
    {
        var keys = BlockKeys.Of(type);
        var properties = new JsonObject();
        foreach (var key in keys.All)
        {
            var value = Value(key.Property.PropertyType, key.MayBeSingle);
            value["description"] = docs.Of(key.Property);
            properties[key.Name] = value;
        }

        var block = new JsonObject { ["type"] = "object", ["additionalProperties"] = false, ["properties"] = properties };
        if (keys.All.Where(k => k.IsRequired).Select(k => (JsonNode)k.Name).ToArray() is { Length: > 0 } required)
        {
            block["required"] = new JsonArray(required);
        }

        // Codes and names are often bare numbers in YAML; the loader takes them as text.
        JsonObject whole = keys.Shorthand is null ? block : new() { ["anyOf"] = new JsonArray(Scalar(), block) };
        whole["description"] = docs.Of(type);
        return whole;
    }

    private static JsonObject Value(Type declared, bool mayBeSingle)
    {
        var shape = ValueShape.Of(declared);
        return shape.Kind switch
        {
            ShapeKind.Text or ShapeKind.Path => Scalar(),
            ShapeKind.WholeNumber => new JsonObject { ["type"] = "integer" },
            ShapeKind.Number => new JsonObject { ["type"] = "number" },
            ShapeKind.YesNo => new JsonObject { ["type"] = "boolean" },
            ShapeKind.Date => new JsonObject { ["type"] = "string", ["format"] = "date" },
            ShapeKind.Choice => new JsonObject { ["enum"] = new JsonArray([.. BlockBinder.Choices(shape.Type).Select(c => (JsonNode)c)]) },
            ShapeKind.Block => new JsonObject { ["$ref"] = $"#/$defs/{Name(shape.Type)}" },
            ShapeKind.TextMap => new JsonObject { ["type"] = "object", ["additionalProperties"] = Value(shape.Type, false) },
            _ when mayBeSingle => new JsonObject { ["anyOf"] = new JsonArray(Value(shape.Type, false), List(shape)) },
            _ => List(shape),
        };
    }

    private static JsonObject List(ValueShape shape) => new() { ["type"] = "array", ["items"] = Value(shape.Type, false) };

    private static JsonObject Scalar() => new() { ["type"] = new JsonArray("string", "number", "boolean") };

    [GeneratedRegex("[A-Z]", RegexOptions.None, 1000)]
    private static partial Regex WordStart();
}
