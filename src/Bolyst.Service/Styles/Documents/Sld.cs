using System.Globalization;
using System.Xml.Linq;
using Bolyst.Service.Styles.Colours;
using Bolyst.Statistics.Classification;

namespace Bolyst.Service.Styles.Documents;

/// <summary>A style as Styled Layer Descriptor 1.1 (OGC 05-078r4) with Symbology Encoding 1.1 (05-077r4).</summary>
internal static class Sld
{
    public const string MediaType = "application/vnd.ogc.sld+xml";

    private static readonly XNamespace Named = "http://www.opengis.net/sld";
    private static readonly XNamespace Se = "http://www.opengis.net/se";
    private static readonly XNamespace Ogc = "http://www.opengis.net/ogc";

    /// <summary>The style of a field.</summary>
    public static XDocument Write(ClassedField field, ClassTexts texts)
    {
        var classes = field.Classes.Classes.Select((c, i) => Rule($"class-{i}", texts.Of(c), Filter(field.Field.Name, c), [Fill(field.Colours[i])]));
        var groups = field.WithoutNumber.Select(group => Rule(
            PatternLook.NameOf(group.Pattern), texts.Of(group), Filter(field.Status.Name, group), [Fill(PatternLook.Ground), .. Marks(group.Pattern)]));
        return new(new XElement(
            Named + "StyledLayerDescriptor",
            new XAttribute("version", "1.1.0"),
            new XAttribute(XNamespace.Xmlns + "se", Se.NamespaceName),
            new XAttribute(XNamespace.Xmlns + "ogc", Ogc.NamespaceName),
            new XElement(
                Named + "NamedLayer",
                new XElement(Se + "Name", field.Layer.Head.Id),
                new XElement(
                    Named + "UserStyle",
                    new XElement(Se + "Name", field.Field.Name),
                    new XElement(Se + "Description", new XElement(Se + "Title", texts.Heading), new XElement(Se + "Abstract", $"{texts.Direction} {texts.Words.Caveat}")),
                    new XElement(Se + "FeatureTypeStyle", classes, groups)))));
    }

    private static XElement Rule(string name, string title, XElement filter, IEnumerable<XElement> symbolizers) => new(
        Se + "Rule", new XElement(Se + "Name", name), new XElement(Se + "Description", new XElement(Se + "Title", title)), new XElement(Ogc + "Filter", filter), symbolizers);

    private static XElement Filter(string field, ValueClass c)
    {
        var (low, high) = (Compare("PropertyIsGreaterThanOrEqualTo", field, c.From), Compare("PropertyIsLessThan", field, c.To));
        return (low, high) switch
        {
            (null, null) => new(Ogc + "Not", new XElement(Ogc + "PropertyIsNull", new XElement(Ogc + "PropertyName", field))),
            (null, { } only) => only,
            ({ } only, null) => only,
            _ => new(Ogc + "And", low, high),
        };
    }

    private static XElement? Compare(string how, string field, double? limit) =>
        limit is { } number ? Compare(how, field, number.ToString("R", CultureInfo.InvariantCulture)) : null;

    private static XElement Compare(string how, string field, string literal) =>
        new(Ogc + how, new XElement(Ogc + "PropertyName", field), new XElement(Ogc + "Literal", literal));

    private static XElement Filter(string field, PatternGroup group)
    {
        XElement[] statuses = [.. group.Statuses.Select(status => Compare("PropertyIsEqualTo", field, status.Status))];
        return statuses.Length == 1 ? statuses[0] : new(Ogc + "Or", statuses);
    }

    private static XElement Fill(string colour) => new(
        Se + "PolygonSymbolizer",
        new XElement(Se + "Fill", Parameter("fill", colour)),
        new XElement(Se + "Stroke", Parameter("stroke", PatternLook.Outline), Parameter("stroke-width", "0.5")));

    /// <summary>Lines as the mark <c>horline</c>, turned, which is how QGIS writes and reads them; dots as its thin brush.</summary>
    private static IEnumerable<XElement> Marks(Pattern pattern) => pattern == Pattern.Dots
        ? [Graphic("brush://dense6", "2", rotation: null)]
        : PatternLook.AnglesOf(pattern).Select(angle => Graphic("horline", "6", angle));

    private static XElement Graphic(string mark, string size, int? rotation)
    {
        var graphic = new XElement(
            Se + "Graphic",
            new XElement(
                Se + "Mark",
                new XElement(Se + "WellKnownName", mark),
                new XElement(Se + "Fill", Parameter("fill", PatternLook.Ink)),
                new XElement(Se + "Stroke", Parameter("stroke", PatternLook.Ink), Parameter("stroke-width", "1"))),
            new XElement(Se + "Size", size));
        if (rotation is { } angle)
            graphic.Add(new XElement(Se + "Rotation", new XElement(Ogc + "Literal", angle)));
        return new(Se + "PolygonSymbolizer", new XElement(Se + "Fill", new XElement(Se + "GraphicFill", graphic)));
    }

    private static XElement Parameter(string name, string value) => new(Se + "SvgParameter", new XAttribute("name", name), value);
}
