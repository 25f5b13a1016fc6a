"""The test suites of the W3C, as their manifests tell of them."""

import atexit
import shutil
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Final

import rdflib
from rdflib import RDF, RDFS, Graph, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from tests.shared import shared

MF: Final = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
QT: Final = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-query#")
UT: Final = Namespace("http://www.w3.org/2009/sparql/tests/test-update#")
HT: Final = Namespace("http://www.w3.org/2011/http#")
CNT: Final = Namespace("http://www.w3.org/2011/content#")


@cache
def suites() -> Path:
    """The folder of the SPARQL 1.1 suites, unpacked once."""
    folder = Path(mkdtemp(prefix="w3c-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    with tarfile.open(shared("w3c/rdf-tests.tar.xz")) as packed:
        packed.extractall(folder, filter="data")
    return folder / "sparql" / "sparql11"


@dataclass(frozen=True)
class Test:
    """One test: the manifest that it stands in and its name there."""

    __test__ = False

    graph: Graph
    node: Node

    @property
    def name(self) -> str:
        folder = Path(str(self.node).removeprefix("file://").partition("#")[0]).parent.name
        return f"{folder}/{str(self.node).rpartition('#')[2]}"

    @property
    def kinds(self) -> set[str]:
        return {str(one).rpartition("#")[2] for one in self.graph.objects(self.node, RDF.type)}

    @property
    def action(self) -> Node:
        return self.one(self.node, MF.action)

    def one(self, subject: Node, predicate: URIRef) -> Node:
        found = self.graph.value(subject, predicate)
        assert found is not None, f"{self.name} has no {predicate}"
        return found

    def files(self, subject: Node, predicate: URIRef) -> list[tuple[str, Path]]:
        """The graphs that a test names there: the name of each and its file."""
        found = []
        for one in self.graph.objects(subject, predicate):
            label = self.graph.value(one, RDFS.label)
            file = self.graph.value(one, UT.graph) or self.graph.value(one, QT.graph) or one
            found.append((str(label or file), path(file)))
        return sorted(found)

    def requests(self) -> Iterator["Said"]:
        """The requests of a test of a protocol, in order."""
        for one in self.listed(self.action, HT.requests):
            yield Said(self, one)

    def listed(self, subject: Node, predicate: URIRef) -> list[Node]:
        first = self.graph.value(subject, predicate)
        return list(Collection(self.graph, first)) if first is not None else []


@dataclass(frozen=True)
class Said:
    """A request of a test, or the response that is expected."""

    test: Test
    node: Node

    @property
    def method(self) -> str:
        return str(self.test.one(self.node, HT.methodName))

    @property
    def path(self) -> str:
        return str(self.test.one(self.node, HT.absolutePath))

    @property
    def headers(self) -> dict[str, str]:
        lines = self.test.listed(self.node, HT.headers)
        return {str(self.test.one(x, HT.fieldName)): str(self.test.one(x, HT.fieldValue)) for x in lines}

    @property
    def body(self) -> bytes | None:
        body = self.test.graph.value(self.node, HT.body)
        if body is None:
            return None
        return str(self.test.one(body, CNT.chars)).encode(str(self.test.one(body, CNT.characterEncoding)))

    @property
    def response(self) -> "Said":
        return Said(self.test, self.test.one(self.node, HT.resp))

    def expects(self, what: str) -> set[str]:
        found = self.test.graph.objects(self.node, MF[what])
        return {str(one).rpartition("#")[2] for one in found}


def path(node: Node) -> Path:
    """The file that a manifest names."""
    return Path(str(node).removeprefix("file://"))


def suite(folder: str, manifest: str = "manifest.ttl") -> list[Test]:
    """The tests of one manifest, in its order."""
    file = suites() / folder / manifest
    graph = rdflib.Graph().parse(file, format="turtle", publicID=f"file://{file}")
    entries = graph.value(predicate=RDF.type, object=MF.Manifest)
    listed = graph.value(entries, MF.entries)
    assert listed is not None
    return [Test(graph, one) for one in Collection(graph, listed)]
