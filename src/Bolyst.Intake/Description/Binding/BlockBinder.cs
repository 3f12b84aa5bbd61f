using System.Collections;
using System.Globalization;
using System.Text.Json;
using Bolyst.Intake.Description.Yaml;

namespace Bolyst.Intake.Description.Binding;

/// <summary>
/// Lays YAML into description records. Collects every error with its place instead of stopping at the first:
/// a value that cannot be used is reported and left at its default, and the caller throws once the whole file has been seen.
/// </summary>
internal sealed class BlockBinder(string file, PathRules paths)
{
    private readonly List<DescriptionError> errors = [];

    /// <summary>Every error so far, in the order of the file.</summary>
    public IReadOnlyList<DescriptionError> Errors => [.. errors.OrderBy(e => e.At.Line).ThenBy(e => e.At.Column)];

    public object? Bind(Type declared, DescriptionNode node, string path, bool mayBeSingle = false)
    {
        if (node is ScalarNode { IsAbsent: true })
        {
            return Fail(node, path, "The key has no value: give one, or take the key away.");
        }

        var shape = ValueShape.Of(declared);
        return shape.Kind switch
        {
            ShapeKind.List => BindList(shape.Type, node, path, mayBeSingle),
            ShapeKind.TextMap => BindMap(shape.Type, node, path),
            ShapeKind.Block => BindBlock(shape.Type, node, path),
            _ when node is ScalarNode scalar => BindScalar(shape, scalar, path),
            _ => Fail(node, path, $"Expected {Expected(shape)}, found {node.Kind}."),
        };
    }

    public object? BindBlock(Type type, DescriptionNode node, string path)
    {
        var keys = BlockKeys.Of(type);
        if (node is not MapNode map)
        {
            if (keys.Shorthand is not { } only || node is not ScalarNode)
            {
                return Fail(node, path, $"Expected a block with the keys {string.Join(", ", keys.All.Select(k => k.Name))}; found {node.Kind}.");
            }

            map = new MapNode([new MapEntry(new ScalarNode(only.Name, true, node.Line, node.Column), node)], node.Line, node.Column);
        }

        var block = (DescriptionBlock)Activator.CreateInstance(type)!;
        typeof(DescriptionBlock).GetProperty(nameof(DescriptionBlock.At))!.SetValue(block, Position(node, path));
        var errorsBefore = errors.Count;
        foreach (var entry in map.Entries)
        {
            var entryPath = Join(path, entry.Key.Text);
            if (!keys.ByName.TryGetValue(entry.Key.Text, out var key))
            {
                Fail(entry.Key, entryPath, $"Unknown key '{entry.Key.Text}'.{Suggestion.For(entry.Key.Text, keys.ByName.Keys)}");
            }
            else if (Bind(key.Property.PropertyType, entry.Value, entryPath, key.MayBeSingle) is { } value)
            {
                key.Property.SetValue(block, value);
            }
        }

        foreach (var missing in keys.All.Where(k => k.IsRequired && !map.Entries.Any(e => e.Key.Text == k.Name)))
        {
            Fail(node, path, $"The key '{missing.Name}' is missing.");
        }

        // A block whose keys are wrong would only give consequential faults.
        if (errors.Count == errorsBefore)
        {
            foreach (var fault in block.Check())
            {
                var entry = map.Entries.FirstOrDefault(e => e.Key.Text == fault.Key);
                Fail(entry?.Key ?? node, fault.Key is null ? path : Join(path, fault.Key), fault.Message);
            }
        }

        return block;
    }

    private IList BindList(Type element, DescriptionNode node, string path, bool mayBeSingle)
    {
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(element))!;
        var items = node switch
        {
            ListNode many => many.Items,
            _ when mayBeSingle => [node],
            _ => null,
        };
        if (items is null)
        {
            Fail(node, path, $"Expected a list, found {node.Kind}. Write each element on its own line after '- '.");
            return list;
        }

        for (var i = 0; i < items.Count; i++)
        {
            var itemPath = node is ListNode ? $"{path}[{i.ToString(CultureInfo.InvariantCulture)}]" : path;
            if (Bind(element, items[i], itemPath) is { } value)
            {
                list.Add(value);
            }
        }

        return list;
    }

    private IDictionary? BindMap(Type value, DescriptionNode node, string path)
    {
        if (node is not MapNode map)
        {
            Fail(node, path, $"Expected a block of 'text: value' lines, found {node.Kind}.");
            return null;
        }

        var dictionary = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(typeof(string), value))!;
        foreach (var entry in map.Entries)
        {
            if (Bind(value, entry.Value, Join(path, entry.Key.Text)) is { } bound)
            {
                dictionary[entry.Key.Text] = bound;
            }
        }

        return dictionary;
    }

    private object? BindScalar(ValueShape shape, ScalarNode node, string path)
    {
        var text = node.Text;
        object? value = shape.Kind switch
        {
            ShapeKind.Text => text,
            ShapeKind.WholeNumber when shape.Type == typeof(int) && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
            ShapeKind.WholeNumber when shape.Type == typeof(long) && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
            ShapeKind.Number when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) => number,
            ShapeKind.YesNo when text is "true" or "false" => text == "true",
            ShapeKind.Date when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) => date,
            ShapeKind.Choice => Array.Find(Enum.GetValuesAsUnderlyingType(shape.Type).Cast<object>().ToArray(), v => ChoiceName(shape.Type, v) == text) is { } choice ? Enum.ToObject(shape.Type, choice) : null,
            _ => null,
        };
        if (shape.Kind == ShapeKind.Path)
        {
            return paths.TryResolve(text, out var resolved, out var fault) ? resolved : Fail(node, path, fault);
        }

        var hint = shape.Kind == ShapeKind.Choice ? Suggestion.For(text, Choices(shape.Type)) : "";
        return value ?? Fail(node, path, $"Expected {Expected(shape)}, found {node.Kind}.{hint}");
    }

    public static IEnumerable<string> Choices(Type choice) => Enum.GetNames(choice).Select(JsonNamingPolicy.CamelCase.ConvertName);

    private static string ChoiceName(Type choice, object value) => JsonNamingPolicy.CamelCase.ConvertName(Enum.GetName(choice, value)!);

    private static string Expected(ValueShape shape) => shape.Kind switch
    {
        ShapeKind.WholeNumber => "a whole number",
        ShapeKind.Number => "a number with '.' as decimal mark",
        ShapeKind.YesNo => "true or false",
        ShapeKind.Date => "a date such as 2024-01-31",
        ShapeKind.Choice => $"one of {string.Join(", ", Choices(shape.Type))}",
        ShapeKind.Path => "a file name",
        _ => "text",
    };

    private object? Fail(DescriptionNode node, string path, string message)
    {
        errors.Add(new DescriptionError(Position(node, path), message));
        return null;
    }

    private SourcePosition Position(DescriptionNode node, string path) => new(file, node.Line, node.Column, path);

    private static string Join(string path, string key) => path.Length == 0 ? key : $"{path}.{key}";
}
