using System.Globalization;
using System.Xml.Linq;
using Bolyst.Service.Styles.Colours;
using Bolyst.Statistics.Classification;

namespace Bolyst.Service.Styles.Documents;

/// <summary>
/// A style as QGIS reads it (3.22 and newer): rules rather than a graduated renderer, for that has no place for zones without a number
/// and counts an upper limit in.
/// </summary>
internal static class Qml
{
    public const string MediaType = "application/xml";

    /// <summary>The style of a field.</summary>
    public static XDocument Write(ClassedField field, ClassTexts texts)
    {
        var symbols = new List<XElement>();
        var classes = field.Classes.Classes.Select((c, i) => Rule($"class-{i}", texts.Of(c), Filter(field.Field.Name, c), Add(Fill(field.Colours[i]))));
        var groups = field.WithoutNumber.Select(group => Rule(
            PatternLook.NameOf(group.Pattern), texts.Of(group), Filter(field.Status.Name, group), Add([.. Fill(PatternLook.Ground), .. Lines(group.Pattern)])));
        var rules = new XElement(
            "rules",
            new XAttribute("key", "root"),
            Heading("classes", texts.Heading, classes),
            Heading("without-number", texts.Words.WithoutNumber, groups));
        return new(
            new XDocumentType("qgis", "http://mrcc.com/qgis.dtd", "SYSTEM", null),
            new XElement(
                "qgis",
                new XAttribute("version", "3.22.0"),
                new XAttribute("styleCategories", "Symbology"),
                new XElement("renderer-v2", new XAttribute("type", "RuleRenderer"), new XAttribute("symbollevels", 0), new XAttribute("enableorderby", 0), rules, new XElement("symbols", symbols)),
                new XElement("blendMode", 0),
                new XElement("featureBlendMode", 0)));

        int Add(params XElement[] layers)
        {
            symbols.Add(Symbol("fill", symbols.Count.ToString(CultureInfo.InvariantCulture), layers));
            return symbols.Count - 1;
        }
    }

    private static XElement Heading(string key, string label, IEnumerable<XElement> rules) =>
        new("rule", new XAttribute("key", key), new XAttribute("label", label), rules);

    private static XElement Rule(string key, string label, string filter, int symbol) => new(
        "rule", new XAttribute("key", key), new XAttribute("label", label), new XAttribute("filter", filter), new XAttribute("symbol", symbol));

    private static string Filter(string field, ValueClass c) => (c.From, c.To) switch
    {
        (null, null) => $"\"{field}\" IS NOT NULL",
        (null, { } to) => string.Create(CultureInfo.InvariantCulture, $"\"{field}\" < {to:R}"),
        ({ } from, null) => string.Create(CultureInfo.InvariantCulture, $"\"{field}\" >= {from:R}"),
        ({ } from, { } to) => string.Create(CultureInfo.InvariantCulture, $"\"{field}\" >= {from:R} AND \"{field}\" < {to:R}"),
    };

    private static string Filter(string field, PatternGroup group) =>
        $"\"{field}\" IN ({string.Join(", ", group.Statuses.Select(status => $"'{status.Status}'"))})";

    private static XElement[] Fill(string colour) =>
    [
        Layer("SimpleFill", ("color", Rgba(colour)), ("style", "solid"), ("outline_color", Rgba(PatternLook.Outline)), ("outline_style", "solid"), ("outline_width", "0.1"), ("outline_width_unit", "MM")),
    ];

    private static XElement[] Lines(Pattern pattern) => pattern == Pattern.Dots ? [Dots()] : [.. PatternLook.AnglesOf(pattern).Select(Lines)];

    private static XElement Lines(int angle)
    {
        var layer = Layer("LinePatternFill", ("angle", angle.ToString(CultureInfo.InvariantCulture)), ("distance", "1.6"), ("distance_unit", "MM"), ("offset", "0"));
        layer.Add(Symbol("line", "@pattern", Layer("SimpleLine", ("line_color", Rgba(PatternLook.Ink)), ("line_width", "0.26"), ("line_width_unit", "MM"), ("line_style", "solid"))));
        return layer;
    }

    private static XElement Dots()
    {
        var layer = Layer("PointPatternFill", ("distance_x", "1.6"), ("distance_x_unit", "MM"), ("distance_y", "1.6"), ("distance_y_unit", "MM"), ("displacement_x", "0.8"), ("displacement_x_unit", "MM"));
        layer.Add(Symbol("marker", "@pattern", Layer("SimpleMarker", ("name", "circle"), ("color", Rgba(PatternLook.Ink)), ("outline_style", "no"), ("size", "0.6"), ("size_unit", "MM"))));
        return layer;
    }

    private static XElement Symbol(string type, string name, params XElement[] layers) =>
        new("symbol", new XAttribute("type", type), new XAttribute("name", name), new XAttribute("alpha", 1), new XAttribute("clip_to_extent", 1), new XAttribute("force_rhr", 0), layers);

    private static XElement Layer(string kind, params ReadOnlySpan<(string Name, string Value)> properties)
    {
        var options = new XElement("Option", new XAttribute("type", "Map"));
        foreach (var (name, value) in properties)
        {
            options.Add(new XElement("Option", new XAttribute("type", "QString"), new XAttribute("name", name), new XAttribute("value", value)));
        }

        return new("layer", new XAttribute("class", kind), new XAttribute("enabled", 1), new XAttribute("locked", 0), new XAttribute("pass", 0), options);
    }

    /// <summary><c>#ff8000</c> as <c>255,128,0,255</c>.</summary>
    private static string Rgba(string colour) => string.Join(',', Convert.FromHexString(colour.AsSpan(1)).Select(part => part.ToString(CultureInfo.InvariantCulture))) + ",255";
}
