"""What a record lacks of DCAT-AP-NO 3, as a JSON list: check.py ADDRESS

Reads the record as Turtle, as JSON-LD and as RDF/XML, which must say the same. The demands are those of the specification's own shapes
(https://github.com/Informasjonsforvaltning/dcat-ap-no, shacl/dcatapno3-core-shapes.ttl), the mandatory properties and the kinds of
values of those that are used.
"""
import json
import re
import sys
import urllib.request

from rdflib import DCTERMS, FOAF, RDF, XSD, BNode, Graph, Literal, Namespace, URIRef
from rdflib.compare import isomorphic

# Not rdflib's own, which is of DCAT 2.
DCAT = Namespace("http://www.w3.org/ns/dcat#")
VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
AUTHORITY = "http://publications.europa.eu/resource/authority/"
MANY = None

# Class: property, least, most, kind of value.
DEMANDS = {
    DCAT.Catalog: [
        (DCTERMS.title, 1, MANY, "text"), (DCTERMS.description, 1, MANY, "text"), (DCTERMS.publisher, 1, 1, FOAF.Agent),
        (DCAT.contactPoint, 1, MANY, VCARD.Organization), (DCAT.dataset, 0, MANY, DCAT.Dataset), (DCAT.service, 0, MANY, DCAT.DataService),
        (DCTERMS.language, 0, MANY, "language"), (DCTERMS.modified, 0, 1, "date"), (DCAT.themeTaxonomy, 0, MANY, "name"),
    ],
    DCAT.Dataset: [
        (DCTERMS.title, 1, MANY, "text"), (DCTERMS.description, 1, MANY, "text"), (DCTERMS.publisher, 1, 1, FOAF.Agent),
        (DCAT.contactPoint, 1, MANY, VCARD.Organization), (DCAT.theme, 1, MANY, "data-theme"), (DCTERMS.accessRights, 0, 1, "access-right"),
        (DCAT.distribution, 0, MANY, DCAT.Distribution), (DCTERMS.spatial, 0, MANY, DCTERMS.Location), (DCTERMS.temporal, 0, MANY, DCTERMS.PeriodOfTime),
        (DCAT.keyword, 0, MANY, "text"), (DCTERMS.identifier, 0, MANY, "literal"), (DCTERMS.language, 0, MANY, "language"), (DCTERMS.issued, 0, 1, "date"),
        (DCTERMS.modified, 0, 1, "date"), (DCAT.landingPage, 0, MANY, "name"), (DCAT.version, 0, 1, "literal"),
    ],
    DCAT.Distribution: [
        (DCAT.accessURL, 1, MANY, "name"), (DCAT.downloadURL, 0, MANY, "name"), (DCTERMS.format, 0, 1, "file-type"), (DCTERMS.license, 0, 1, "licence"),
        (DCTERMS.rights, 0, 1, DCTERMS.RightsStatement), (DCAT.mediaType, 0, 1, "name"), (DCTERMS.title, 0, MANY, "text"), (DCAT.accessService, 0, MANY, "name"),
    ],
    DCAT.DataService: [
        (DCTERMS.title, 1, MANY, "text"), (DCAT.endpointURL, 1, 1, "name"), (DCTERMS.publisher, 1, 1, FOAF.Agent),
        (DCAT.contactPoint, 1, MANY, VCARD.Organization), (DCAT.endpointDescription, 0, MANY, "name"), (DCAT.servesDataset, 0, MANY, "name"),
    ],
    FOAF.Agent: [(FOAF.name, 1, MANY, "literal")],
    VCARD.Organization: [(VCARD.fn, 1, MANY, "literal"), (VCARD.hasEmail, 0, MANY, "name"), (VCARD.hasURL, 0, MANY, "name")],
    DCTERMS.PeriodOfTime: [(DCAT.startDate, 0, 1, "date"), (DCAT.endDate, 0, 1, "date")],
    DCTERMS.Location: [(DCAT.bbox, 0, 1, "literal")],
}


def short(name):
    return re.split("[#/]", name)[-1]


def is_kind(graph, value, kind):
    if kind == "text":
        return isinstance(value, Literal) and value.language
    if kind == "literal":
        return isinstance(value, Literal)
    if kind == "date":
        return isinstance(value, Literal) and value.datatype in (XSD.date, XSD.dateTime) and value.value is not None
    if kind == "name":
        return isinstance(value, URIRef)
    if isinstance(kind, URIRef):
        return (value, RDF.type, kind) in graph
    return isinstance(value, URIRef) and value.startswith(f"{AUTHORITY}{kind}/") and len(value) > len(f"{AUTHORITY}{kind}/")


def lacks(graph):
    for kind, demands in DEMANDS.items():
        for resource in graph.subjects(RDF.type, kind):
            name = short(kind)
            for prop, least, most, demanded in demands:
                label = f"{name} {short(prop)}"
                values = list(graph.objects(resource, prop))
                if len(values) < least:
                    yield f"{label}: missing"
                if most is not MANY and len(values) > most:
                    yield f"{label}: {len(values)} values"
                yield from (f"{label}: {value!r} is no {demanded}" for value in values if not is_kind(graph, value, demanded))
                languages = [value.language for value in values if demanded == "text"]
                if prop != DCAT.keyword and len(languages) != len(set(languages)):
                    yield f"{label}: a language twice"
            if kind == VCARD.Organization and not any(graph.objects(resource, VCARD.hasEmail)) and not any(graph.objects(resource, VCARD.hasURL)):
                yield f"{name}: neither e-mail nor page"


def read(address, accept, form):
    with urllib.request.urlopen(urllib.request.Request(address, headers={"Accept": accept})) as answer:
        if answer.headers.get_content_type() != accept:
            sys.exit(f"{address}: {answer.headers.get_content_type()}, asked for {accept}")
        return Graph().parse(data=answer.read(), format=form)


turtle = read(sys.argv[1], "text/turtle", "turtle")
for accept, form in (("application/ld+json", "json-ld"), ("application/rdf+xml", "xml")):
    if not isomorphic(turtle, read(sys.argv[1], accept, form)):
        sys.exit(f"text/turtle and {accept} differ")
json.dump({
    "lacks": sorted(set(lacks(turtle))),
    "data_sets": sorted(str(name) for name in turtle.subjects(RDF.type, DCAT.Dataset)),
    "addresses": sorted({str(url) for prop in (DCAT.accessURL, DCAT.downloadURL, DCAT.landingPage, DCAT.endpointURL, DCAT.endpointDescription)
                         for subject, url in turtle.subject_objects(prop) if not isinstance(subject, BNode)}),
    "titles": {title.language: str(title) for kind in (DCAT.Dataset, DCAT.Catalog) for name in turtle.subjects(RDF.type, kind)
               for title in turtle.objects(name, DCTERMS.title)},
}, sys.stdout)
