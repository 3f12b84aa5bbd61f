using System.Globalization;
using Bolyst.Intake.Fields;
using Bolyst.Intake.Tables;

namespace Bolyst.Intake.Observations;

/// <summary>
/// Remembers what each text of a field, or of several together, came to. Zone codes, periods and categories recur in millions of rows:
/// cutting, padding, mapping and looking up is done once for each different text.
/// </summary>
internal sealed class FieldMemo<T>(FieldExtractor extractor, Func<string?, T> resolve, int maxTexts)
{
    // Joins the raw texts of several fields into one key; it cannot stand in a text field of a delivery.
    private const char Separator = '\u001F';

    private readonly Dictionary<string, T> known = new(StringComparer.Ordinal);
    private char[] joined = new char[256];

    public T Of(TableReader row)
    {
        var raw = Raw(row);
        var lookup = known.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(raw, out var found))
        {
            return found;
        }

        if (known.Count >= maxTexts)
        {
            throw new DeliveryFileException(row.Layout.Source, row.Line, null, string.Create(CultureInfo.InvariantCulture, $"More than {maxTexts:N0} different texts stand where a zone, a period or a category should. Is it the right field?"));
        }

        return known[raw.ToString()] = resolve(extractor.Extract(row));
    }

    private ReadOnlySpan<char> Raw(TableReader row)
    {
        var ordinals = extractor.Ordinals;
        if (ordinals.Count == 1)
        {
            return row[ordinals[0]];
        }

        var length = 0;
        foreach (var ordinal in ordinals)
        {
            var text = row[ordinal];
            if (length + text.Length + 1 > joined.Length)
            {
                Array.Resize(ref joined, (length + text.Length + 1) * 2);
            }

            text.CopyTo(joined.AsSpan(length));
            length += text.Length;
            joined[length++] = Separator;
        }

        return joined.AsSpan(0, length);
    }
}
