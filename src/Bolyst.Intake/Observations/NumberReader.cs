using System.Globalization;
using Bolyst.Intake.Description;
using Bolyst.Statistics;

namespace Bolyst.Intake.Observations;

/// <summary>Reads numbers as a table writes them, and the marks that stand in their place.</summary>
internal sealed class NumberReader(DecimalMark decimalMark, ThousandsMark thousands, Markers markers)
{
    private const int MaxLength = 64;
    private const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>Reads a number or a mark.</summary>
    /// <param name="text">The field.</param>
    /// <param name="part">What stands there.</param>
    /// <param name="fault">Why it is neither.</param>
    public bool TryRead(ReadOnlySpan<char> text, out Part part, out string? fault)
    {
        text = text.Trim();
        fault = null;
        if (markers.TryGet(text, out var status))
        {
            part = new Part(status == ObservationStatus.BelowHalfUnit ? 0 : double.NaN, status);
            fault = Part.GoesWithNumber(status) && !part.HasNumber ? $"The mark '{text}' goes with a number, and none stands here." : null;
            return fault is null;
        }

        if (TryReadNumber(text, out var number))
        {
            part = new Part(number, ObservationStatus.Value);
            fault = double.IsFinite(number) ? null : $"'{text}' is no finite number.";
            return fault is null;
        }

        part = Part.Absent;
        fault = $"'{(text.Length > MaxLength ? text[..MaxLength] : text)}' is neither a number (decimal mark {Word(decimalMark)}, thousands {thousands.ToString().ToLowerInvariant()}) nor a known mark. Give decimal, thousands or markers.";
        return false;
    }

    private bool TryReadNumber(ReadOnlySpan<char> text, out double number)
    {
        if (decimalMark == DecimalMark.Point && thousands == ThousandsMark.None && text is not ['−', ..])
        {
            return double.TryParse(text, Plain, CultureInfo.InvariantCulture, out number);
        }

        number = double.NaN;
        if (text.Length > MaxLength)
        {
            return false;
        }

        Span<char> plain = stackalloc char[MaxLength];
        return TryMakePlain(text, plain, out var length) && double.TryParse(plain[..length], Plain, CultureInfo.InvariantCulture, out number);
    }

    // A thousands mark counts only between groups of three digits: 1,5 read with a comma for thousands would else be 15.
    private bool TryMakePlain(ReadOnlySpan<char> text, Span<char> plain, out int length)
    {
        length = 0;
        var afterDecimal = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (!afterDecimal && IsThousands(c))
            {
                if (i == 0 || !char.IsAsciiDigit(text[i - 1]) || !IsGroup(text[(i + 1)..]))
                {
                    return false;
                }

                continue;
            }

            var isDecimal = decimalMark == DecimalMark.Comma ? c == ',' : c == '.';
            if (!isDecimal && c is ',' or '.')
            {
                return false;
            }

            afterDecimal |= isDecimal;
            plain[length++] = isDecimal ? '.' : c == '−' ? '-' : c;
        }

        return true;
    }

    private static bool IsGroup(ReadOnlySpan<char> rest) =>
        rest.Length >= 3 && char.IsAsciiDigit(rest[0]) && char.IsAsciiDigit(rest[1]) && char.IsAsciiDigit(rest[2])
        && (rest.Length == 3 || !char.IsAsciiDigit(rest[3]));

    private bool IsThousands(char c) => thousands switch
    {
        ThousandsMark.Space => char.IsWhiteSpace(c),
        ThousandsMark.Comma => c == ',',
        ThousandsMark.Point => c == '.',
        ThousandsMark.Apostrophe => c is '\'' or '’',
        _ => false,
    };

    private static string Word(DecimalMark mark) => mark == DecimalMark.Comma ? "comma" : "point";
}
