"""A small library of invented telegrams to search in."""

from collections.abc import Sequence
from pathlib import Path

import pyoxigraph as ox

from ontology import terms as t
from ontology.names import RDFS, document, document_graph, passage, thing

Told = tuple[str, str, str, str, Sequence[tuple[str, str, str]]]

LIBRARY: Sequence[Told] = (
    (
        "2004OSLO900001",
        "04 OSLO 900001",
        "TERN COMPACT: VIEWS ON HYDROPHONES",
        "C",
        (
            ("1", "", "The director met the emboffs. He <b>welcomed</b> the paper on hydrophones & cables."),
            ("2", "S", "Hydrophones exported in 2003 were re-exported; the end use was not known."),
            ("3", "U", "The end of the meeting was of no use to the naïve.\x00 Ærø is an island."),
        ),
    ),
    (
        "2007STATE900002",
        "07 STATE 900002",
        "GUIDANCE FOR THE ASSEMBLY",
        "",
        (
            ("1", "", "The delegation should support exports of towed arrays."),
            (
                "2",
                "",
                "OSLO should report on end-use controls. " + "Nothing new. " * 80 + "Hydrophones again.",
            ),
        ),
    ),
)


def library(place: Path) -> Path:
    """A store at *place* with these telegrams."""
    store = ox.Store(str(place / "graph"))
    store.extend(quads())
    store.flush()
    return place


def quads() -> list[ox.Quad]:
    found = []
    for identifier, label, title, marking, passages in LIBRARY:
        graph = ox.NamedNode(document_graph(identifier, marking or "none"))

        def say(
            subject: str, predicate: str, value: ox.NamedNode | ox.Literal, graph: ox.NamedNode = graph
        ) -> None:
            found.append(ox.Quad(ox.NamedNode(subject), ox.NamedNode(predicate), value, graph))

        one = document(identifier)
        for kind in (t.C_DOCUMENT, t.C_CABLE):
            say(one, t.RDF_TYPE, ox.NamedNode(kind))
        say(one, RDFS + "label", ox.Literal(label))
        say(one, t.DCTERMS_TITLE, ox.Literal(title))
        say(one, t.HELD, ox.Literal(True))
        say(one, t.SENT, ox.Literal(f"{identifier[:4]}-05-06"))
        if marking:
            say(one, t.MARKING, ox.NamedNode(thing("marking", marking)))
        for order, (number, mark, text) in enumerate(passages):
            part = passage(identifier, number)
            say(one, t.HAS_PASSAGE, ox.NamedNode(part))
            say(part, t.NUMBER, ox.Literal(number))
            say(part, RDFS + "label", ox.Literal(f"{label}, {number}"))
            say(part, t.TEXT, ox.Literal(text))
            say(part, t.ORDER, ox.Literal(order))
            if mark:
                say(part, t.MARKING, ox.NamedNode(thing("marking", mark)))
    return found
