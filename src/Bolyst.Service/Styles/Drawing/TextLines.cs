namespace Bolyst.Service.Styles.Drawing;

/// <summary>
/// Breaks text into lines by a guess of its width. SVG has no lines of its own, and the fonts of the reader are not known here; the guess
/// is for wide ones (DejaVu Sans, Verdana), so that lines end early rather than outside the picture.
/// </summary>
internal static class TextLines
{
    private const double NarrowEm = 0.33;
    private const double HalfEm = 0.42;
    private const double UsualEm = 0.62;
    private const double WideEm = 0.95;

    /// <summary>The width of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="size">Font size in pixels.</param>
    public static double Width(string text, double size) => text.Sum(letter => letter switch
    {
        'i' or 'j' or 'l' or 'I' or ' ' or '\u00a0' or '.' or ',' or ':' or ';' or '\'' => NarrowEm,
        't' or 'f' or 'r' or '(' or ')' or '-' => HalfEm,
        'm' or 'w' or 'M' or 'W' or 'æ' or 'Æ' or '%' => WideEm,
        _ => UsualEm,
    }) * size;

    /// <summary>Lines no wider than a limit; a word that is wider stands alone.</summary>
    public static IEnumerable<string> Wrap(string text, double size, double limit)
    {
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && Width(longer, size) > limit)
            {
                yield return line;
                line = word;
            }
            else
            {
                line = longer;
            }
        }

        if (line.Length > 0)
            yield return line;
    }
}
