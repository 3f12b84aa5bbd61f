using System.Text.Json;
using Bolyst.Intake.Description;
using Bolyst.Intake.Fields;

namespace Bolyst.Intake.Tables.Json;

/// <summary>
/// Reads an array of objects. Fields inside objects get dotted names; arrays inside rows (coordinates) are passed over.
/// The file is read twice: the first pass learns the field names, since an object may lack what another has.
/// </summary>
internal sealed class JsonTableReader : TableReader
{
    private readonly TabularFileDescription description;
    private readonly IntakeLimits limits;
    private readonly Dictionary<string, int> ordinals = new(StringComparer.Ordinal);
    private readonly JsonTokens tokens;
    private readonly string?[] values;
    private long row;

    public JsonTableReader(TabularFileDescription description, IntakeLimits limits)
    {
        this.description = description;
        this.limits = limits;
        using (var first = Open())
        {
            while (ReadRow(first, (name, _) => ordinals.TryAdd(name, ordinals.Count)))
            {
                if (ordinals.Count > limits.MaxFields)
                {
                    throw Fault($"The objects have more than {limits.MaxFields} different fields.");
                }
            }
        }

        row = 0;
        Layout = new FieldLayout(description.File.Name, [.. ordinals.Keys]);
        values = new string?[ordinals.Count];
        tokens = Open();
    }

    public override FieldLayout Layout { get; }

    public override long Line => row;

    public override long BytesRead => tokens.BytesRead;

    public override ReadOnlySpan<char> this[int ordinal] => values[ordinal];

    public override bool Read()
    {
        Array.Clear(values);
        return ReadRow(tokens, (name, text) => values[ordinals[name]] = text);
    }

    protected override void Dispose(bool disposing) => tokens.Dispose();

    private JsonTokens Open()
    {
        var opened = new JsonTokens(description.File.FullPath, description.File.Name, limits.MaxLineLength);
        opened.Next();
        foreach (var key in description.Rows?.Split('.') ?? [])
        {
            GoTo(opened, key);
        }

        return opened.Type == JsonTokenType.StartArray
            ? opened
            : throw new DescriptionException(description.At, description.Rows is null
                ? $"{description.File} is a JSON object with {string.Join(", ", Names(opened).Take(20).Select(n => $"'{n}'"))}. Say with rows: which of them is the array of objects."
                : $"'{description.Rows}' in {description.File} is no array.");
    }

    private void GoTo(JsonTokens opened, string key)
    {
        var names = new List<string>();
        if (opened.Type == JsonTokenType.StartObject)
        {
            foreach (var name in Names(opened))
            {
                if (name == key)
                {
                    return;
                }

                names.Add(name);
            }
        }

        throw new DescriptionException(description.At, $"{description.File} has no '{key}' of '{description.Rows}'. There is: {string.Join(", ", names.Take(20))}.");
    }

    // The names in the object just opened, with the reader at each one's value.
    private static IEnumerable<string> Names(JsonTokens opened)
    {
        while (opened.Next() && opened.Type == JsonTokenType.PropertyName)
        {
            var name = opened.Text!;
            opened.Next();
            yield return name;
            opened.SkipValue();
        }
    }

    private bool ReadRow(JsonTokens source, Action<string, string?> found)
    {
        if (!source.Next() || source.Type == JsonTokenType.EndArray)
        {
            return false;
        }

        row++;
        if (source.Type != JsonTokenType.StartObject)
        {
            throw Fault($"Element {row} of the array is {source.Type}, not an object.");
        }

        ReadObject(source, "", found);
        return true;
    }

    private static void ReadObject(JsonTokens source, string prefix, Action<string, string?> found)
    {
        while (source.Next() && source.Type == JsonTokenType.PropertyName)
        {
            var name = prefix + source.Text;
            source.Next();
            switch (source.Type)
            {
                case JsonTokenType.StartObject:
                    ReadObject(source, name + ".", found);
                    break;
                case JsonTokenType.StartArray:
                    source.SkipValue();
                    break;
                default:
                    found(name, source.Text);
                    break;
            }
        }
    }

    private DeliveryFileException Fault(string fault) => new(description.File.Name, row, null, fault);
}
