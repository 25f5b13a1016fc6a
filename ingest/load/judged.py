"""What is one, as statements: which name replaces which, by which rule, and what stays undecided."""

import hashlib
from collections.abc import Iterator
from typing import Final

import pyoxigraph as ox

from ingest.join.join import Joined
from ingest.join.pair import Pair
from ingest.state.terms import node, text
from ontology import names
from ontology import terms as t
from ontology.names import DERIVED_GRAPH, XSD

GRAPH: Final = node(DERIVED_GRAPH)


def joined_quads(joined: Joined) -> Iterator[ox.Quad]:
    """The names that another stands for, and a judgement for each pair that a rule joined or left open.

    >>> from ingest.join.pair import pair
    >>> from tests.brief import brief
    >>> one = pair("decision/b", "decision/a", "same-words", 0.9, "both say report")
    >>> made = Joined({"decision/b": "decision/a"}, {}, (one,))
    >>> brief(joined_quads(made), "isReplacedBy", "verdict", "rule")
    ['07250509d064 rule same-words', '07250509d064 verdict same', 'b isReplacedBy a']
    """
    for old, kept in joined.kept.items():
        yield ox.Quad(_thing(old), node(t.DCTERMS_IS_REPLACED_BY), _thing(kept), GRAPH)
    for one in joined.joins:
        yield from _judgement(one, "same", joined)
    for one in joined.undecided:
        yield from _judgement(one, "undecided", joined)


def _judgement(one: Pair, verdict: str, joined: Joined) -> Iterator[ox.Quad]:
    hashed = hashlib.sha256(f"{one.left} {one.right} {one.rule}".encode()).hexdigest()[:12]
    thing = node(names.thing("judgement", hashed))
    judged = (
        (one.left, one.right) if verdict == "same" else tuple(map(joined.kept_for, (one.left, one.right)))
    )
    pairs: list[tuple[str, ox.NamedNode | ox.Literal | None]] = [
        (t.RDF_TYPE, node(t.C_JUDGEMENT)),
        (t.RDFS_LABEL, ox.Literal(f"{verdict}: {' and '.join(judged)}")),
        (t.VERDICT, ox.Literal(verdict)),
        (t.RULE, ox.Literal(one.rule)),
        (t.SCORE, _decimal(one.score)),
        (t.RDFS_COMMENT, text(one.reason)),
        *((t.JUDGES, _thing(name)) for name in judged),
    ]
    return (ox.Quad(thing, node(name), value, GRAPH) for name, value in pairs if value is not None)


def _decimal(value: float) -> ox.Literal:
    """The number in the form that the store keeps."""
    return ox.Literal(f"{value:.3f}".rstrip("0").rstrip("."), datatype=node(XSD + "decimal"))


def _thing(name: str) -> ox.NamedNode:
    """The node of a name with its kind."""
    kind, _, identifier = name.partition("/")
    return node(names.thing(kind, identifier))
