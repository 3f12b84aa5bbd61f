using System.Globalization;
using Bolyst.Service.Downloads.Formats;
using Bolyst.Service.Layers;
using Bolyst.Service.Metadata.Rdf;
using Bolyst.Store.Model;

namespace Bolyst.Service.Metadata;

/// <summary>
/// Records by DCAT-AP-NO 3 (https://data.norge.no/specification/dcat-ap-no): the catalogue, each data set with its distributions, and the
/// service behind them.
/// </summary>
/// <param name="root">Address of the service as the client reaches it, without a slash at the end.</param>
/// <param name="publisher">Who publishes.</param>
internal sealed class Records(string root, Publisher publisher)
{
    private const string Features = "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core";

    private static readonly LocalizedText Keyword = new("levekår", "levekår", "living conditions");

    /// <summary>Address of a data set's record, and its name.</summary>
    public string AddressOf(string id) => $"{root}/dcat/{Uri.EscapeDataString(id)}";

    /// <summary>The catalogue with all its data sets.</summary>
    public RdfNode Catalogue(IReadOnlyList<DataSet> sets)
    {
        var catalogue = new RdfNode(root + "/dcat", "dcat:Catalog")
            .Add("dct:title", publisher.Name is { } name
                ? new LocalizedText($"Levekårsdata fra {name}", $"Levekårsdata frå {name}", $"Living conditions data from {name}")
                : new("Levekårsdata", "Levekårsdata", "Living conditions data"))
            .Add("dct:description", new LocalizedText(
                "Soner med indikatorer for levekår, og grenser for områdesatsinger.",
                "Soner med indikatorar for levekår, og grenser for områdesatsingar.",
                "Zones with indicators of living conditions, and boundaries of area programmes (områdesatsingar)."))
            .Add("foaf:homepage", new Iri(root + "/"))
            .Add("dcat:themeTaxonomy", Vocabulary.Table("data-theme"));
        AddPublisher(catalogue);
        AddLanguages(catalogue, ["NOB", "NNO", "ENG"]);
        if (sets.SelectMany(set => set.Deliveries).Select(delivery => (DateTimeOffset?)delivery.CommittedAt).Max() is { } modified)
            catalogue.Add("dct:modified", modified);
        foreach (var set in sets)
        {
            catalogue.Add("dcat:dataset", DataSet(set));
        }

        return catalogue.Add("dcat:service", Service(sets));
    }

    /// <summary>One data set.</summary>
    public RdfNode DataSet(DataSet set)
    {
        var head = set.Head;
        var node = new RdfNode(AddressOf(head.Id), "dcat:Dataset")
            .Add("dct:title", head.Title)
            .Add("dct:description", set.Description)
            .Add("dct:identifier", new Literal(AddressOf(head.Id)))
            .Add("dcat:version", new Literal(set.Version.ToString(CultureInfo.InvariantCulture)))
            .Add("dcat:theme", Vocabulary.Entry("data-theme", "SOCI"))
            .Add("dcat:theme", Vocabulary.Entry("data-theme", "REGI"))
            .Add("dct:accessRights", Vocabulary.Entry("access-right", "PUBLIC"))
            .Add("dcat:keyword", Keyword)
            .Add("dcat:landingPage", new Iri($"{root}/ogc/collections/{Uri.EscapeDataString(head.Id)}?f=html"))
            .Add("dct:spatial", Place(head))
            .Add("dct:temporal", Time(set));
        AddPublisher(node);
        AddLanguages(node, [.. Languages(head.Title)]);
        foreach (var indicator in set.Indicators)
        {
            node.Add("dcat:keyword", indicator.Name);
        }

        if (set.Deliveries.Count > 0)
            node.Add("dct:issued", set.Deliveries.Min(delivery => delivery.CommittedAt)).Add("dct:modified", set.Deliveries.Max(delivery => delivery.CommittedAt));
        foreach (var delivery in set.Deliveries)
        {
            node.Add("prov:wasDerivedFrom", Source(delivery));
        }

        foreach (var distribution in Distributions(set))
        {
            node.Add("dcat:distribution", distribution);
        }

        return node;
    }

    private IEnumerable<RdfNode> Distributions(DataSet set)
    {
        var (id, escaped) = (set.Head.Id, Uri.EscapeDataString(set.Head.Id));
        foreach (var format in DownloadFormat.All)
        {
            var address = $"{root}/download/{escaped}.{format.Extension}";
            yield return Distribution(set, format.Extension, format.Title, address)
                .Add("dcat:downloadURL", new Iri(address))
                .Add("dct:format", format.FileType is { } type ? Vocabulary.Entry("file-type", type) : null)
                .Add("dcat:mediaType", format.FileType is null ? null : Vocabulary.MediaType(format.MediaType));
        }

        yield return Distribution(set, "ogc", "OGC API Features", $"{root}/ogc/collections/{escaped}")
            .Add("dct:format", Vocabulary.Entry("file-type", "GEOJSON"))
            .Add("dcat:mediaType", Vocabulary.MediaType("application/geo+json"))
            .Add("dcat:accessService", new Iri(ServiceAddress));
        if (set.Head.IsTiled)
        {
            yield return Distribution(set, "tiles", "Vector tiles (TileJSON)", $"{root}/tiles/{escaped}/tilejson.json")
                .Add("dcat:mediaType", Vocabulary.MediaType("application/vnd.mapbox-vector-tile"));
        }

        RdfNode Distribution(DataSet of, string part, string title, string address)
        {
            var node = new RdfNode($"{AddressOf(id)}#{part}", "dcat:Distribution")
                .Add("dct:title", new LocalizedText(title, title, title))
                .Add("dcat:accessURL", new Iri(address));
            // One licence is one for all; several, or one that has no entry, are told in words and under each source.
            return of.Licences is [var only] && Licences.Find(only) is { } licence
                ? node.Add("dct:license", licence)
                : node.Add("dct:rights", new RdfNode(null, "dct:RightsStatement").Add("rdfs:label", new Literal(string.Join("; ", of.Licences))));
        }
    }

    private string ServiceAddress => root + "/ogc#service";

    private RdfNode Service(IReadOnlyList<DataSet> sets)
    {
        var service = new RdfNode(ServiceAddress, "dcat:DataService")
            .Add("dct:title", new LocalizedText("OGC API Features", "OGC API Features", "OGC API Features"))
            .Add("dcat:endpointURL", new Iri(root + "/ogc"))
            .Add("dcat:endpointDescription", new Iri(root + "/ogc/api"))
            .Add("dct:conformsTo", new RdfNode(Features, "dct:Standard").Add("dct:title", new Literal("OGC API - Features - Part 1: Core", "en")));
        AddPublisher(service);
        foreach (var set in sets)
        {
            service.Add("dcat:servesDataset", new Iri(AddressOf(set.Head.Id)));
        }

        return service;
    }

    /// <summary>What is not set is left out: a record without a publisher is incomplete, one with a made-up publisher is wrong.</summary>
    private void AddPublisher(RdfNode node)
    {
        if (publisher.Name is { Length: > 0 } name)
            node.Add("dct:publisher", new RdfNode(publisher.Uri?.AbsoluteUri, "foaf:Agent").Add("foaf:name", new Literal(name, "nb")));
        if (publisher.Email is null && publisher.Page is null)
            return;
        node.Add("dcat:contactPoint", new RdfNode(null, "vcard:Organization")
            .Add("vcard:fn", (publisher.Contact ?? publisher.Name) is { } contact ? new Literal(contact, "nb") : null)
            .Add("vcard:hasEmail", publisher.Email is { } email ? new Iri("mailto:" + Uri.EscapeDataString(email).Replace("%40", "@", StringComparison.Ordinal)) : null)
            .Add("vcard:hasURL", publisher.Page is { } page ? new Iri(page.AbsoluteUri) : null));
    }

    private static void AddLanguages(RdfNode node, IEnumerable<string> languages)
    {
        foreach (var language in languages)
        {
            node.Add("dct:language", Vocabulary.Entry("language", language));
        }
    }

    private static IEnumerable<string> Languages(LocalizedText text) =>
        ((string?[])["NOB", text.Nn is { Length: > 0 } ? "NNO" : null, text.En is { Length: > 0 } ? "ENG" : null]).OfType<string>();

    private static RdfNode Source(DeliverySummary delivery) => new RdfNode(null, "prov:Entity")
        .Add("dct:title", delivery.Title)
        .Add("dct:creator", new RdfNode(null, "foaf:Agent").Add("foaf:name", new Literal(delivery.Supplier, "nb")))
        .Add("dct:license", Licences.Find(delivery.Licence))
        .Add("dct:rights", new RdfNode(null, "dct:RightsStatement").Add("rdfs:label", new Literal(delivery.Licence)))
        .Add("dcat:landingPage", LayerSource.UrlOf(delivery) is { } url ? new Iri(url.AbsoluteUri) : null)
        .Add("dct:issued", delivery.ReceivedOn)
        .Add("dct:identifier", new Literal("sha256:" + delivery.Sha256));

    private static RdfNode? Place(LayerHead head) => head.Extent.Degrees is [var west, var south, var east, var north]
        ? new RdfNode(null, "dct:Location").Add("dcat:bbox", new Literal(
            FormattableString.Invariant($"POLYGON(({west} {south}, {east} {south}, {east} {north}, {west} {north}, {west} {south}))"), Type: "geo:wktLiteral"))
        : null;

    /// <summary>The time that the numbers are about; without numbers, the time that the outlines hold.</summary>
    private static RdfNode? Time(DataSet set) => set.Periods.Count > 0
        ? new RdfNode(null, "dct:PeriodOfTime").Add("dcat:startDate", set.Periods.Min(period => period.Start)).Add("dcat:endDate", set.Periods.Max(period => period.End).AddDays(-1))
        : set.Head.Valid is { From: null, To: null } ? null
        : new RdfNode(null, "dct:PeriodOfTime").Add("dcat:startDate", set.Head.Valid.From).Add("dcat:endDate", set.Head.Valid.To);
}
