using System.Globalization;
using Bolyst.Cli.Demo.Register;

namespace Bolyst.Cli.Demo.Files;

/// <summary>A cell as SSB writes it: a number, or the standard sign for why there is none.</summary>
internal static class CellText
{
    /// <summary>Not for publication.</summary>
    public const string Suppressed = ":";

    /// <summary>Cannot exist, as a share of nobody.</summary>
    public const string NotApplicable = ".";

    public static string Numerator(Count count, Hidden hidden) =>
        count.Denominator == 0 ? NotApplicable : hidden != Hidden.No ? Suppressed : Whole(count.Numerator);

    /// <summary>Per cent with one decimal, rounded half up.</summary>
    public static string Percent(Count count, Hidden hidden, char decimalMark)
    {
        if (count.Denominator == 0)
        {
            return NotApplicable;
        }

        var perThousand = (2000L * count.Numerator + count.Denominator) / (2L * count.Denominator);
        return hidden != Hidden.No ? Suppressed : $"{Whole(perThousand / 10)}{decimalMark}{Whole(perThousand % 10)}";
    }

    public static string Whole(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>With a no-break space between thousands, as a Norwegian spreadsheet writes it.</summary>
    public static string WithThousands(long number) => number < 1000 ? Whole(number) : $"{Whole(number / 1000)}\u00A0{number % 1000:000}";
}
