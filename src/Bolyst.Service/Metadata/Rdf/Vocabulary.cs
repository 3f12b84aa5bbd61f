namespace Bolyst.Service.Metadata.Rdf;

/// <summary>Vocabularies by the prefixes that records are written with.</summary>
internal static class Vocabulary
{
    public static readonly IReadOnlyDictionary<string, string> Prefixes = new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["dcat"] = "http://www.w3.org/ns/dcat#",
        ["dct"] = "http://purl.org/dc/terms/",
        ["foaf"] = "http://xmlns.com/foaf/0.1/",
        ["geo"] = "http://www.opengis.net/ont/geosparql#",
        ["prov"] = "http://www.w3.org/ns/prov#",
        ["rdfs"] = "http://www.w3.org/2000/01/rdf-schema#",
        ["vcard"] = "http://www.w3.org/2006/vcard/ns#",
        ["xsd"] = "http://www.w3.org/2001/XMLSchema#",
    };

    private const string Authority = "http://publications.europa.eu/resource/authority/";

    /// <summary>An entry of one of the EU's tables, which DCAT-AP-NO prescribes.</summary>
    /// <param name="table">The table, for example <c>data-theme</c>.</param>
    /// <param name="entry">The entry, for example <c>SOCI</c>.</param>
    public static Iri Entry(string table, string entry) => new($"{Authority}{table}/{entry}");

    /// <summary>One of the EU's tables.</summary>
    public static Iri Table(string table) => new(Authority + table);

    /// <summary>A media type by its entry at IANA.</summary>
    public static Iri MediaType(string type) => new("https://www.iana.org/assignments/media-types/" + type);
}
