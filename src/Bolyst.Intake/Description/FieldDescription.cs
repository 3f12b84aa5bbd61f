using System.Text.RegularExpressions;

namespace Bolyst.Intake.Description;

/// <summary>
/// A text taken out of a row or a feature: from one field or several joined, or a fixed value; then cut by a pattern, padded, prefixed and
/// mapped, in that order. A bare text is the field's name. Fields inside objects are written with dots: properties.kommunenummer.
/// </summary>
[Shorthand(nameof(Field))]
public sealed record FieldDescription : DescriptionBlock
{
    /// <summary>How long a pattern may work on one text before the import stops.</summary>
    public static readonly TimeSpan PatternTimeout = TimeSpan.FromMilliseconds(250);

    /// <summary>The field's name.</summary>
    public string? Field { get; init; }

    /// <summary>Several fields, joined in this order.</summary>
    public IReadOnlyList<string>? Fields { get; init; }

    /// <summary>What stands between joined fields. Default: nothing.</summary>
    public string Join { get; init; } = "";

    /// <summary>A fixed text, the same for every row.</summary>
    public string? Value { get; init; }

    /// <summary>A regular expression (.NET): the text of its first group is kept, or of the whole match where it has no group. No match: no text.</summary>
    public string? Pattern { get; init; }

    /// <summary>Pad with leading zeros to this many characters, 1 to 40.</summary>
    public int? Pad { get; init; }

    /// <summary>A text to put in front, after padding.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>Texts to read as others, after all else. A text that is not listed stays as it is.</summary>
    public IReadOnlyDictionary<string, string> Map { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <inheritdoc/>
    protected internal override IEnumerable<BlockFault> Check()
    {
        var sources = (Field is null ? 0 : 1) + (Fields is null ? 0 : 1) + (Value is null ? 0 : 1);
        if (sources != 1)
        {
            yield return new BlockFault(null, "Give one of field, fields and value.");
        }

        if (Fields is { Count: 0 })
        {
            yield return new BlockFault("fields", "Name at least one field.");
        }

        if (Pad is < 1 or > 40)
        {
            yield return new BlockFault("pad", "Pad to between 1 and 40 characters.");
        }

        if (Pattern is not null && PatternFault(Pattern) is { } fault)
        {
            yield return new BlockFault("pattern", fault);
        }
    }

    /// <summary>Why a regular expression cannot be used, or null.</summary>
    internal static string? PatternFault(string pattern)
    {
        try
        {
            _ = new Regex(pattern, RegexOptions.CultureInvariant, PatternTimeout);
            return null;
        }
        catch (ArgumentException e)
        {
            return $"This is not a regular expression: {e.Message}";
        }
    }
}
