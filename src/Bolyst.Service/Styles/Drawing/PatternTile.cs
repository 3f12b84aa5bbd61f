using System.Globalization;
using System.Xml.Linq;
using Bolyst.Service.Styles.Colours;

namespace Bolyst.Service.Styles.Drawing;

/// <summary>A pattern as a square of SVG that joins itself on all sides: the same in legends and in the map's sprite.</summary>
internal static class PatternTile
{
    /// <summary>Its side, in pixels.</summary>
    public const int Side = 8;

    public static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <summary>What is in the square, from 0, 0 to <see cref="Side"/>.</summary>
    public static IEnumerable<XElement> Draw(Pattern pattern)
    {
        yield return new(Svg + "rect", new XAttribute("width", Side), new XAttribute("height", Side), new XAttribute("fill", PatternLook.Ground));
        if (pattern == Pattern.Dots)
        {
            yield return Dot(2);
            yield return Dot(6);
        }

        foreach (var path in PatternLook.AnglesOf(pattern).Select(Path))
        {
            yield return new(Svg + "path", new XAttribute("d", path), new XAttribute("stroke", PatternLook.Ink), new XAttribute("stroke-width", "1.2"), new XAttribute("fill", "none"));
        }
    }

    private static XElement Dot(int at) =>
        new(Svg + "circle", new XAttribute("cx", at), new XAttribute("cy", at), new XAttribute("r", "1.2"), new XAttribute("fill", PatternLook.Ink));

    /// <summary>Lines that meet those of the next square; a slanting one also in the corners, where its edge shows.</summary>
    private static string Path(int angle) => angle switch
    {
        0 => "M-1 4h10",
        45 => "M-1 1l2 -2M-1 9l10 -10M7 9l2 -2",
        90 => "M4 -1v10",
        135 => "M-1 7l2 2M-1 -1l10 10M7 -1l2 2",
        _ => throw new ArgumentOutOfRangeException(nameof(angle), angle.ToString(CultureInfo.InvariantCulture), "No pattern has such lines."),
    };
}
