using System.Text;

namespace Bolyst.Service.Ogc.Filters;

/// <summary>
/// A pattern of LIKE: <c>%</c> for any text, <c>_</c> for one character, <c>\</c> before either for itself. At a difference it goes back to the last <c>%</c>
/// alone, so that no pattern takes longer than the text times its own length.
/// </summary>
internal sealed class LikePattern
{
    private readonly List<Part> parts = [];

    public LikePattern(string pattern)
    {
        var escaped = false;
        foreach (var letter in pattern.EnumerateRunes())
        {
            if (!escaped && letter.Value == '\\')
            {
                escaped = true;
                continue;
            }

            parts.Add(new(letter, Any: !escaped && letter.Value is '%' or '_', Many: !escaped && letter.Value == '%'));
            escaped = false;
        }

        // At the end there is nothing that it could stand before.
        if (escaped)
            parts.Add(new(new('\\'), Any: false, Many: false));
    }

    /// <summary>True when the whole text follows the pattern.</summary>
    public bool Matches(string text)
    {
        Rune[] letters = [.. text.EnumerateRunes()];
        var (at, part, many, from) = (0, 0, -1, 0);
        while (at < letters.Length)
        {
            if (part < parts.Count && parts[part].Many)
            {
                (many, from) = (part++, at);
            }
            else if (part < parts.Count && (parts[part].Any || parts[part].Letter == letters[at]))
            {
                (part, at) = (part + 1, at + 1);
            }
            else if (many >= 0)
            {
                // One letter more for the last %, and on from there.
                (part, at) = (many + 1, ++from);
            }
            else
            {
                return false;
            }
        }

        return parts.Skip(part).All(left => left.Many);
    }

    /// <summary>A part of a pattern: a letter, any letter, or any number of any letters.</summary>
    private readonly record struct Part(Rune Letter, bool Any, bool Many);
}
