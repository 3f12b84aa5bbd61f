using System.Xml.Linq;
using Bolyst.Service.Messages;

namespace Bolyst.Service.Metadata.Rdf;

/// <summary>Writes RDF 1.1 XML (https://www.w3.org/TR/rdf-syntax-grammar/): elements by class, resources inside each other.</summary>
internal static class RdfXml
{
    public const string MediaType = "application/rdf+xml";

    private static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

    public static string Write(IEnumerable<RdfNode> nodes)
    {
        var root = new XElement(
            Rdf + "RDF",
            new XAttribute(XNamespace.Xmlns + "rdf", Rdf.NamespaceName),
            Vocabulary.Prefixes.Select(prefix => new XAttribute(XNamespace.Xmlns + prefix.Key, prefix.Value)),
            nodes.Select(Element));
        return $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{root}\n";
    }

    private static XElement Element(RdfNode node) => new(
        NameOf(node.Type),
        node.Address is { } address ? new XAttribute(Rdf + "about", address) : null,
        node.Properties.Select(property => new XElement(NameOf(property.Property), Content(property.Value))));

    private static object?[] Content(RdfValue value) => value switch
    {
        Iri iri => [new XAttribute(Rdf + "resource", iri.Address)],
        Literal { Language: { } language } literal => [new XAttribute(XNamespace.Xml + "lang", language), XmlText.Legal(literal.Text)],
        Literal { Type: { } type } literal => [new XAttribute(Rdf + "datatype", NameOf(type).NamespaceName + NameOf(type).LocalName), XmlText.Legal(literal.Text)],
        Literal literal => [XmlText.Legal(literal.Text)],
        RdfNode part => [Element(part)],
        _ => throw new InvalidOperationException($"{value.GetType().Name} is no value."),
    };

    /// <summary>A name with a prefix as XML takes it.</summary>
    private static XName NameOf(string name) => name.Split(':') is [var prefix, var local]
        ? XName.Get(local, Vocabulary.Prefixes[prefix])
        : throw new InvalidOperationException($"{name} has no prefix.");
}
