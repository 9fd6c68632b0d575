"""Reads our DCAT as a data portal does, with rdflib: catalogue.py DCAT BAG.

What DCAT 3 and the European profile DCAT-AP 3 require of a data set and of its files is
looked up in the graph, not in the text.
"""

import hashlib
import pathlib
import sys

from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCAT, DCTERMS, FOAF, RDF, RDFS, XSD

SPDX = Namespace("http://spdx.org/rdf/terms#")
PLACE = "https://portal.example/packages/court-monitoring/"
AUTHORITY = "http://publications.europa.eu/resource/authority/"

description, bag = map(pathlib.Path, sys.argv[1:])
graph = Graph().parse(data=description.read_text(), format="json-ld", publicID=PLACE)


def one(subject, predicate, kind=None):
    """Returns the only value of a property, which has a class or a type if one is named."""
    values = list(graph.objects(subject, predicate))
    assert len(values) == 1, f"{predicate} of {subject}: {values}"
    value = values[0]
    if isinstance(value, Literal):
        assert str(value).strip(), f"{predicate} of {subject} is empty"
        assert kind is None or value.datatype == kind, f"{predicate}: {value.datatype}"
    elif kind is not None:
        assert (value, RDF.type, kind) in graph, f"{predicate} is no {kind}"
    return value


(dataset,) = graph.subjects(RDF.type, DCAT.Dataset)
assert isinstance(dataset, URIRef)
assert one(dataset, DCTERMS.title) == Literal("Court monitoring 2025")
for required in (DCTERMS.description, DCTERMS.identifier):
    assert isinstance(one(dataset, required), Literal)
publisher = one(dataset, DCTERMS.publisher, FOAF.Agent)
assert one(publisher, FOAF.name) == Literal("Open Courts Exampleland")
period = one(dataset, DCTERMS.temporal, DCTERMS.PeriodOfTime)
assert str(one(period, DCAT.startDate, XSD.gYear)) == "2020"
assert str(one(period, DCAT.endDate, XSD.gYear)) == "2023"
place = one(dataset, DCTERMS.spatial, DCTERMS.Location)
assert one(place, RDFS.label) == Literal("Exampleland")
rights = one(dataset, DCTERMS.accessRights)
assert rights == URIRef(f"{AUTHORITY}access-right/RESTRICTED"), rights
assert one(dataset, DCTERMS.license) == URIRef("https://spdx.org/licenses/CC-BY-4.0")
language = one(dataset, DCTERMS.language)
assert language == URIRef("http://id.loc.gov/vocabulary/iso639-1/en"), language

# Each file of the package, where it is, and that its bytes are these.
files = {}
for distribution in graph.objects(dataset, DCAT.distribution):
    assert (distribution, RDF.type, DCAT.Distribution) in graph
    access = one(distribution, DCAT.accessURL)
    assert access == one(distribution, DCAT.downloadURL)
    assert isinstance(access, URIRef) and access.startswith(PLACE), access
    path = one(distribution, DCTERMS.title)
    media = one(distribution, DCAT.mediaType)
    assert media.startswith("https://www.iana.org/assignments/media-types/"), media
    content = (bag / str(path)).read_bytes()
    size = one(distribution, DCAT.byteSize, XSD.nonNegativeInteger)
    assert int(size) == len(content), path
    checksum = one(distribution, SPDX.checksum, SPDX.Checksum)
    assert one(checksum, SPDX.algorithm) == SPDX.checksumAlgorithm_sha256
    digest = one(checksum, SPDX.checksumValue, XSD.hexBinary)
    assert str(digest).lower() == hashlib.sha256(content).hexdigest(), path
    files[str(path)] = str(access).removeprefix(PLACE)
assert files == {
    "data/a report.md": "data/a%20report.md",
    "data/counts.csv": "data/counts.csv",
}, files
print("DCAT: nothing that is required is missing")
