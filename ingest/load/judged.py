"""What is one, as statements: which name replaces which, by which rule or person; what is undecided."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from typing import Final, TypeAlias

import pyoxigraph as ox

from ingest.join.join import Joined
from ingest.join.pair import Pair
from ingest.judgement.judged import USE, Judged, Line
from ingest.state.label import short, slug
from ingest.state.terms import moment, node, text
from ontology import names
from ontology import terms as t
from ontology.names import DERIVED_GRAPH, XSD

GRAPH: Final = node(DERIVED_GRAPH)
Told: TypeAlias = tuple[str, ox.NamedNode | ox.Literal | None]
OWN: Final = {"directive": "d", "position": "s", "implementation": "i"}
"""Things that only one document has, by the part of their names that says so."""


def judged_quads(
    joined: Joined, judged: Judged, is_told: Callable[[ox.NamedNode], bool]
) -> Iterator[ox.Quad]:
    """The names that another stands for; and each judgement: of a rule on a pair, of a person.

    A judgement of people on what no document says (any more) is not stated.

    >>> from ingest.join.pair import pair
    >>> from tests.brief import brief
    >>> one = pair("decision/b", "decision/a", "same-words", 0.9, "both say report")
    >>> made = Joined({"decision/b": "decision/a"}, {}, (one,))
    >>> brief(judged_quads(made, Judged(), lambda _: True), "isReplacedBy", "verdict", "rule")
    ['07250509d064 rule same-words', '07250509d064 verdict same', 'b isReplacedBy a']
    """
    for old, kept in joined.kept.items():
        if USE not in old:
            yield _quad(_thing(old), t.DCTERMS_IS_REPLACED_BY, _thing(kept))
    for verdict, pairs in (("same", joined.joins), ("undecided", joined.undecided)):
        for one in pairs:
            yield from _by_rule(one, verdict, joined)
    replaced = {_thing(name) for name in joined.kept if USE not in name}
    yield from _by_people(joined, judged, lambda thing: thing in replaced or is_told(thing))


def _by_rule(one: Pair, verdict: str, joined: Joined) -> Iterator[ox.Quad]:
    things = tuple(
        joined.kept_for(name) if verdict == "undecided" else name for name in (one.left, one.right)
    )
    told: list[Told] = [
        (t.RULE, text(one.rule)),
        (t.SCORE, _decimal(one.score)),
        (t.RDFS_COMMENT, text(one.reason)),
    ]
    key = f"{one.left} {one.right} {one.rule}"
    yield from _judgement(key, verdict, things, (_thing(_node(name, joined)) for name in things), told)


def _by_people(joined: Joined, judged: Judged, is_told: Callable[[ox.NamedNode], bool]) -> Iterator[ox.Quad]:
    for key, verdict, said, about, told in _told_by_people(joined, judged):
        things = [one for one in about if is_told(one)]
        if things:
            who = next(value for name, value in told if name == t.PROV_WAS_ATTRIBUTED_TO)
            yield from _judgement(key, verdict, said, things, told)
            if isinstance(who, ox.NamedNode):
                yield from _agent(who, key.rpartition("\x1f")[2])


def _told_by_people(
    joined: Joined, judged: Judged
) -> Iterator[tuple[str, str, tuple[str, ...], list[ox.NamedNode], list[Told]]]:
    """Of each judgement what tells it from others, what was judged, of what, and who, when and why."""
    for same in judged.same:
        both = [_thing(_node(name, joined)) for name in same.names]
        yield _key(same.names, same.line), same.verdict, same.names, both, _person(same.line)
    for fixed in judged.corrections:
        why = f"{fixed.field}: {fixed.value or 'nothing'}; {fixed.line.why}"
        about = [node(names.document(fixed.document)), _own(fixed.document, fixed.thing, joined)]
        said = (fixed.document, f"{fixed.thing} {fixed.field}")
        yield _key(said, fixed.line), "corrected", said, about, _person(fixed.line, why)
    for gone in judged.rejections:
        said = (gone.document, gone.thing)
        held = [node(names.document(gone.document))]
        yield _key(said, gone.line), "rejected", said, held, _person(gone.line)


def _key(said: tuple[str, ...], line: Line) -> str:
    return "\x1f".join((*said, line.when, line.who))


def _judgement(
    key: str, verdict: str, said: Iterable[str], things: Iterable[ox.NamedNode], told: Iterable[Told]
) -> Iterator[ox.Quad]:
    thing = node(names.thing("judgement", hashlib.sha256(key.encode()).hexdigest()[:12]))
    yield _quad(thing, t.RDF_TYPE, node(t.C_JUDGEMENT))
    yield _quad(thing, t.RDFS_LABEL, ox.Literal(short(f"{verdict}: {', '.join(said)}", 240)))
    yield _quad(thing, t.VERDICT, ox.Literal(verdict))
    for one in dict.fromkeys(things):
        yield _quad(thing, t.JUDGES, one)
    for name, value in told:
        if value is not None:
            yield _quad(thing, name, value)


def _person(line: Line, why: str | None = None) -> list[Told]:
    return [
        (t.PROV_WAS_ATTRIBUTED_TO, _who(line)),
        (t.DCTERMS_DATE, moment(line.when)),
        (t.RDFS_COMMENT, text(why or line.why)),
    ]


def _agent(who: ox.NamedNode, name: str) -> Iterator[ox.Quad]:
    yield _quad(who, t.RDF_TYPE, node(t.PROV_AGENT))
    yield _quad(who, t.RDFS_LABEL, ox.Literal(name))


def _who(line: Line) -> ox.NamedNode:
    return node(names.thing("agent", slug(line.who)))


def _quad(subject: ox.NamedNode, predicate: str, value: ox.NamedNode | ox.Literal) -> ox.Quad:
    return ox.Quad(subject, node(predicate), value, GRAPH)


def _decimal(value: float) -> ox.Literal:
    """The number in the form that the store keeps."""
    digits = f"{value:.3f}".rstrip("0").rstrip(".")
    return ox.Literal(digits, datatype=node(XSD + "decimal"))


def _node(name: str, joined: Joined) -> str:
    """The name of the node that a name stands for: a use has that of what it is a use of."""
    if USE not in name:
        return name
    return joined.kept_for(name if name in joined.kept else name.partition(USE)[0])


def _own(document: str, thing: str, joined: Joined) -> ox.NamedNode:
    kind, _, identifier = thing.partition("/")
    if kind in OWN:
        return node(names.thing("document", document, OWN[kind], identifier))
    return _thing(_node(joined.ruling.use(thing, document), joined))


def _thing(name: str) -> ox.NamedNode:
    """The node of a name with its kind."""
    kind, _, identifier = name.partition("/")
    return node(names.thing(kind, identifier))
