using System.Globalization;
using System.Xml.Linq;
using Bolyst.Service.Styles.Colours;

namespace Bolyst.Service.Styles.Drawing;

/// <summary>
/// A legend as SVG: what the colours and patterns mean, how many zones have each, how to read it and where it comes from. It is complete by
/// itself, so that a map with it beside can be printed.
/// </summary>
internal sealed class Legend
{
    public const string MediaType = "image/svg+xml";

    private const int Width = 360;
    private const int Margin = 16;
    private const int SwatchWidth = 30;
    private const int SwatchHeight = 18;
    private const int Row = 24;
    private const int TextLeft = Margin + SwatchWidth + 10;
    private const double Usual = 13;
    private const double Small = 11;
    private const string Ink = "#1a1a1a";
    private const string Quiet = "#4d4d4d";

    private readonly List<XElement> drawn = [];
    private readonly List<Pattern> patterns = [];
    private double y = Margin;

    private double Height => Math.Ceiling(y + Margin);

    private Legend()
    {
    }

    /// <summary>The legend of a field.</summary>
    public static XDocument Write(ClassedField field, ClassTexts texts, IReadOnlyList<StyleSource> sources)
    {
        var legend = new Legend();
        legend.Head(field, texts);
        legend.Classes(field, texts);
        legend.WithoutNumber(field, texts);
        legend.Foot(field, texts, sources);
        return legend.Picture(texts.Heading, texts.Direction);
    }

    private void Head(ClassedField field, ClassTexts texts)
    {
        Paragraph(texts.Title, 15, Ink, bold: true);
        Paragraph($"{texts.Unit}, {texts.Periods}", Usual, Ink);
        Paragraph(texts.Zoning, Usual, Quiet);
        y += 8;
    }

    private void Classes(ClassedField field, ClassTexts texts)
    {
        foreach (var (i, c) in field.Classes.Classes.Index())
        {
            Entry(field.Colours[i], [texts.Of(c)], texts.Zones(c.Count));
        }
    }

    private void WithoutNumber(ClassedField field, ClassTexts texts)
    {
        if (field.Classes.Missing == 0)
            return;
        y += 6;
        Paragraph($"{texts.Words.WithoutNumber}: {texts.Zones(field.Classes.Missing)}", Usual, Ink, bold: true);
        y += 2;
        foreach (var group in field.WithoutNumber.Where(group => group.Zones > 0))
        {
            patterns.Add(group.Pattern);
            var count = texts.Zones(group.Zones);
            Entry($"url(#{PatternLook.NameOf(group.Pattern)})", TextLines.Wrap(texts.Of(group), Usual, Width - Margin - TextLeft - 12 - TextLines.Width(count, Usual)), count);
        }
    }

    private void Foot(ClassedField field, ClassTexts texts, IReadOnlyList<StyleSource> sources)
    {
        y += 8;
        Paragraph(texts.Direction, Usual, Ink);
        foreach (var marked in field.Marked)
        {
            Paragraph($"{texts.Words.Status(marked.Status)}: {texts.Zones(marked.Zones)}", Small, Quiet);
        }

        y += 4;
        Paragraph($"{texts.Words.Classes}: {texts.Method}", Small, Quiet);
        Paragraph(texts.Words.Caveat, Small, Quiet);
        foreach (var source in sources)
        {
            Paragraph($"{texts.Words.Source}: {source}", Small, Quiet);
        }

        if (field.Layer.Head.Set is { } set)
            Paragraph($"{texts.Words.Boundaries}: {set.Source ?? set.Name.Nb} ({set.Licence})", Small, Quiet);
        Paragraph(string.Create(CultureInfo.InvariantCulture, $"{texts.Words.Version} {field.Layer.Version}"), Small, Quiet);
    }

    private void Entry(string fill, IEnumerable<string> lines, string count)
    {
        drawn.Add(new(
            PatternTile.Svg + "rect",
            At("x", Margin), At("y", y), At("width", SwatchWidth), At("height", SwatchHeight), new XAttribute("fill", fill), new XAttribute("stroke", PatternLook.Outline), At("stroke-width", 1)));
        drawn.Add(Text(count, Width - Margin, y + 14, Usual, Quiet, new XAttribute("text-anchor", "end")));
        var top = y;
        foreach (var line in lines)
        {
            drawn.Add(Text(line, TextLeft, top + 14, Usual, Ink));
            top += 17;
        }

        y = Math.Max(y + Row, top + 7);
    }

    private void Paragraph(string text, double size, string colour, bool bold = false)
    {
        foreach (var line in TextLines.Wrap(text, bold ? size * 1.1 : size, Width - (2 * Margin)))
        {
            y += size;
            drawn.Add(Text(line, Margin, y, size, colour, bold ? new XAttribute("font-weight", "bold") : null));
            y += size * 0.4;
        }
    }

    private XDocument Picture(string title, string description) => new(new XElement(
        PatternTile.Svg + "svg",
        At("width", Width), At("height", Height), new XAttribute("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {Width} {Height}")),
        new XAttribute("role", "img"),
        new XAttribute("font-family", "'DejaVu Sans', Verdana, sans-serif"),
        new XElement(PatternTile.Svg + "title", title),
        new XElement(PatternTile.Svg + "desc", description),
        new XElement(PatternTile.Svg + "defs", patterns.Select(pattern => new XElement(
            PatternTile.Svg + "pattern",
            new XAttribute("id", PatternLook.NameOf(pattern)),
            new XAttribute("patternUnits", "userSpaceOnUse"), At("width", PatternTile.Side), At("height", PatternTile.Side),
            PatternTile.Draw(pattern)))),
        new XElement(PatternTile.Svg + "rect", new XAttribute("width", "100%"), new XAttribute("height", "100%"), new XAttribute("fill", "#ffffff")),
        drawn));

    private static XElement Text(string text, double x, double y, double size, string colour, params XAttribute?[] more) =>
        new(PatternTile.Svg + "text", At("x", x), At("y", y), At("font-size", size), new XAttribute("fill", colour), more, text);

    private static XAttribute At(string name, double number) => new(name, Math.Round(number, 2).ToString("R", CultureInfo.InvariantCulture));
}
