using System.Text.RegularExpressions;
using Bolyst.Intake.Description;

namespace Bolyst.Intake.Fields;

/// <summary>
/// Takes the text out of rows that a <see cref="FieldDescription"/> describes. Bound once to a layout; tables and boundaries both use it,
/// so that a code means the same in both.
/// </summary>
public sealed class FieldExtractor
{
    private readonly FieldDescription description;
    private readonly int[] ordinals;
    private readonly Regex? pattern;
    private readonly IReadOnlyDictionary<string, string>? codeChanges;

    /// <param name="description">What to take.</param>
    /// <param name="layout">The fields of the rows to come.</param>
    /// <param name="codeChanges">Codes to read as others, after all else; null for texts that are no codes.</param>
    /// <exception cref="DescriptionException">The layout lacks a field.</exception>
    public FieldExtractor(FieldDescription description, FieldLayout layout, IReadOnlyDictionary<string, string>? codeChanges = null)
    {
        this.description = description;
        this.codeChanges = codeChanges;
        IReadOnlyList<string> fields = description.Fields ?? (description.Field is { } field ? [field] : []);
        ordinals = [.. fields.Select(f => layout.Require(f, description.At))];
        pattern = description.Pattern is { } text ? new Regex(text, RegexOptions.CultureInvariant, FieldDescription.PatternTimeout) : null;
    }

    /// <summary>The places of the fields it reads; empty for a fixed value.</summary>
    public IReadOnlyList<int> Ordinals => ordinals;

    /// <summary>The text of a row, or null where the fields are empty or the pattern does not match.</summary>
    /// <exception cref="DescriptionException">The pattern takes too long.</exception>
    public string? Extract(IFieldRow row) => ordinals.Length switch
    {
        0 => Finish(description.Value!),
        1 => Finish(row[ordinals[0]].Trim().ToString()),
        _ => Finish(Joined(row)),
    };

    private string Joined(IFieldRow row)
    {
        var parts = new string[ordinals.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = row[ordinals[i]].Trim().ToString();
        }

        // Nothing but separators is nothing.
        return Array.TrueForAll(parts, p => p.Length == 0) ? "" : string.Join(description.Join, parts);
    }

    private string? Finish(string text)
    {
        if (text.Length > 0 && pattern is not null)
        {
            text = Cut(text);
        }

        if (text.Length == 0)
        {
            return null;
        }

        text = description.Prefix + text.PadLeft(description.Pad ?? 0, '0');
        text = description.Map.GetValueOrDefault(text, text);
        return codeChanges?.GetValueOrDefault(text, text) ?? text;
    }

    private string Cut(string text)
    {
        try
        {
            var match = pattern!.Match(text);
            return !match.Success ? "" : match.Groups.Count > 1 ? match.Groups[1].Value : match.Value;
        }
        catch (RegexMatchTimeoutException)
        {
            throw new DescriptionException(description.At, $"The pattern '{description.Pattern}' takes more than {FieldDescription.PatternTimeout.TotalMilliseconds:0} ms on one text of {text.Length} characters. Write one without nested repetition.");
        }
    }
}
