namespace Bolyst.Intake.Describing;

/// <summary>Writes texts so that YAML reads them as the same texts.</summary>
internal static class YamlText
{
    private const string PlainSigns = "_-.æøåÆØÅ";

    /// <summary>Bare where that is plainly safe, else in double quotes.</summary>
    public static string Quote(string text)
    {
        var isPlain = text.Length > 0 && char.IsLetter(text[0]) && text.All(c => char.IsAsciiLetterOrDigit(c) || PlainSigns.Contains(c, StringComparison.Ordinal));
        return isPlain ? text : '"' + string.Concat(text.Select(Escape)) + '"';
    }

    /// <summary>A key of small letters, digits and hyphens.</summary>
    public static string Key(string text)
    {
        var plain = text.ToLowerInvariant().Replace("æ", "ae", StringComparison.Ordinal).Replace("ø", "o", StringComparison.Ordinal).Replace("å", "a", StringComparison.Ordinal);
        var key = string.Join('-', new string([.. plain.Select(c => char.IsAsciiLetterOrDigit(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return key.Length == 0 ? "unnamed" : key[..Math.Min(key.Length, 100)];
    }

    /// <summary>A text for a comment, on one line.</summary>
    public static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));

    private static string Escape(char c) => c switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        _ when char.IsControl(c) || c is '\uFEFF' or '\u2028' or '\u2029' or '\u0085' => FormattableString.Invariant($"\\u{(int)c:X4}"),
        _ => c.ToString(),
    };
}
