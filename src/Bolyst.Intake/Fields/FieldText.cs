using System.Text.RegularExpressions;

namespace Bolyst.Intake.Fields;

/// <summary>
/// How a text (a code, a name) is taken out of a row: from one or several fields, joined, cut out by a pattern, led by a prefix, padded with zeros.
/// The one mechanism for features of a boundary file and rows of a table.
/// </summary>
public sealed record FieldText
{
    /// <summary>The fields that make up the text, in order. At least one.</summary>
    public required IReadOnlyList<string> Fields { get; init; }

    /// <summary>Stands between the fields' texts. Default: nothing.</summary>
    public string Separator { get; init; } = "";

    /// <summary>
    /// A .NET regular expression that cuts the text out of the joined fields: the first group, or the whole match where there is none.
    /// A row that does not match has no text. Default: all of it.
    /// </summary>
    public string? Pattern { get; init; }

    /// <summary>Put before the text, after the pattern and before the padding; for files that leave out the kommune's own number. Default: nothing.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>Zeros are put in front until the text has this many characters: codes stored as numbers lost theirs. Default: none.</summary>
    public int Pad { get; init; }

    /// <summary>The text of one field as it stands.</summary>
    public static FieldText Of(string field) => new() { Fields = [field] };

    /// <summary>Finds the fields among a file's columns, once, so that reading a row is no search.</summary>
    /// <exception cref="FieldNotFoundException">A field is not among the columns.</exception>
    public BoundFieldText Bind(IReadOnlyList<string> columns) =>
        new(this, [.. Fields.Select(field => Columns.IndexOf(columns, field))], Pattern is null ? null : Columns.Compile(Pattern));
}

/// <summary>A <see cref="FieldText"/> whose fields have been found among a file's columns.</summary>
public sealed class BoundFieldText
{
    private readonly FieldText source;
    private readonly int[] columns;
    private readonly Regex? pattern;

    internal BoundFieldText(FieldText source, int[] columns, Regex? pattern)
    {
        this.source = source;
        this.columns = columns;
        this.pattern = pattern;
    }

    /// <summary>The text of a row, or null where its fields are empty or the pattern does not match.</summary>
    public string? Read(IReadOnlyList<string?> row)
    {
        var text = columns.Length == 1
            ? row[columns[0]]?.Trim()
            : string.Join(source.Separator, columns.Select(column => row[column]?.Trim()));
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (pattern is not null)
        {
            var match = pattern.Match(text);
            if (!match.Success)
            {
                return null;
            }

            text = match.Groups.Count > 1 ? match.Groups[1].Value : match.Value;
        }

        return (source.Prefix + text).PadLeft(source.Pad, '0');
    }
}
