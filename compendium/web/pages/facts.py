"""What is stated of a thing, as people read it: names instead of IRIs, what tells the most first."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from compendium.web.pages.address import address
from compendium.web.pages.table import spoken, written
from ontology import terms as t
from ontology.names import ID
from queries.reach import reach
from queries.store import Queryable
from queries.term import literal, local, short
from viz.view import KINDS

FIRST: Final = (
    "title", "sent", "date", "startDate", "endDate", "asOf", "due", "year", "earliest", "latest", "holder",
    "implementer", "stance", "towards", "towardsText", "modality", "act", "content", "condition", "hedge",
    "about", "proposedBy", "adoptedAt", "decisionKind", "concerns", "status", "fate", "regime", "inSeries",
    "ordinal", "place", "atPlace", "hostCountry", "chair", "participant", "sender", "addressee",
    "infoAddressee",
)  # fmt: skip
"""Properties in the order in which they are told; the others follow by name."""
NOT_FACTS: Final = frozenset(
    {
        "type", "label", "prefLabel", "hasReference", "mentions", "sha256", "pipeline", "inScheme",
        "topConceptOf", "dependsOn", "dependsOnIndirectly", "restsOnDecision", "followsDocument",
        "concernsProposal", "hiddenLabel",
        "isDefinedBy", "start", "end", "order", "text", "heading", "inPassage", "cites", "post", "partOf",
        "marking", "markingStatus", "numberStatus", "subjectMarking", "held", "citedIn", "isReplacedBy",
    }
)  # fmt: skip
"""What is said elsewhere on a page, or is for programs alone; the data have all of it."""
OTHERS: Final = ("Passage", "Reference", "Citation", "Mention", "Evidence", "Membership", "Place", "Link",
                 "Judgement", "Dependence", "Unresolved", "Copy", "Concept", "ConceptScheme", "Dataset",
                 "Linkset")  # fmt: skip
MOST: Final = 25
"""So many values of one property, or things that lead here in one way, are shown, and always counted."""


@dataclass(frozen=True, slots=True)
class Value:
    """A value, and where it leads if it is a thing."""

    text: str
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """What is stated, its values, and how many there are in all."""

    name: str
    values: tuple[Value, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Told:
    """A thing: its kind, its name and what is stated of it; what nothing is stated of is not known."""

    iri: str
    kind: str
    label: str
    facts: tuple[Fact, ...] = ()
    marking: str = ""
    classes: frozenset[str] = frozenset()
    plain: Mapping[str, tuple[str, ...]] | None = None

    @property
    def known(self) -> bool:
        """Whether the graph says anything of it.

        >>> Told("x:a", "", "a").known
        False
        """
        return bool(self.plain)

    def first(self, name: str) -> str:
        """The first value of a property by its local name, empty where there is none.

        >>> Told("x:a", "Cable", "a", plain={"sent": ("2008-04-04",)}).first("sent")
        '2008-04-04'
        """
        return ((self.plain or {}).get(name) or ("",))[0]


def kind(classes: Iterable[str]) -> str:
    """The class by which people call a thing of several.

    >>> kind(["Document", "Cable", "Ghost"]), kind(["Concept"]), kind(["Axiom", "Link"])
    ('Cable', 'Concept', 'Link')
    """
    known = set(classes)
    named = (one for one in (*KINDS, *OTHERS) if one in known and one != "Ghost")
    return next(named, min(known, default=""))


def told(source: Queryable, iri: str) -> Told:
    """What is stated of a thing.

    >>> from queries import open_reader
    >>> argentina = told(open_reader("tests/data/shape.trig"), ID + "country/ARG")
    >>> argentina.kind, argentina.label, [fact.name for fact in argentina.facts][:2]
    ('Country', 'Argentina', ['ISO 3166 in digits', 'ISO 3166 in two letters'])
    >>> told(open_reader("tests/data/shape.trig"), ID + "country/XXX").known
    False
    """
    rows = list(reach(source, "told", "node", [iri]))
    said: dict[str, tuple[str, ...]] = {
        name: tuple(dict.fromkeys(row["value"] for row in found))
        for name, found in groupby(rows, key=_property)
    }
    classes = frozenset(map(local, said.get("type", ())))
    names = said.get("label") or said.get("prefLabel") or ()
    facts = [
        _fact(name, list(found)) for name, found in groupby(rows, key=_property) if name not in NOT_FACTS
    ]
    order = {spoken(name): at for at, name in enumerate(FIRST)}
    facts.sort(key=lambda fact: (order.get(fact.name, len(order)), fact.name))
    marking = local(said["marking"][0]) if "marking" in said else ""
    label = min(names, default=short(iri), key=lambda name: (len(name), name))
    return Told(iri, kind(classes), label, tuple(facts), marking, classes, said)


def _property(row: Mapping[str, str]) -> str:
    """The local name; the letter of a reference is not its name."""
    return "letter" if row["property"] == t.LABEL else local(row["property"])


def _fact(name: str, rows: Sequence[Mapping[str, str]]) -> Fact:
    values = tuple(dict.fromkeys(map(_value, rows)))
    return Fact(spoken(name), values[:MOST], len(values))


def _value(row: Mapping[str, str]) -> Value:
    text = row["value"]
    if "://" not in text:
        return Value(written(literal(text)) if text not in ("True", "False") else _yes(text))
    return Value(row.get("valueLabel") or called(text), address(text))


def _yes(text: str) -> str:
    return "yes" if text == "True" else "no"


def called(iri: str) -> str:
    """A thing without a name, by its address: shorter than the IRI, and never its only sign.

    >>> called(ID + "marking/C"), called("https://www.example.org/a/b")
    ('C', 'www.example.org/a/b')
    """
    if iri.startswith(ID):
        return local(iri)
    return short(iri).partition("://")[2] or short(iri)


@dataclass(frozen=True, slots=True)
class Leading:
    """Things of one kind that lead here in one way."""

    kind: str
    relation: str
    things: tuple[Value, ...]
    total: int


def leading(source: Queryable, iri: str) -> tuple[tuple[Leading, ...], bool]:
    """What leads to a thing, by kind and relation, and whether there is more than could be counted.

    >>> from queries import open_reader
    >>> found, more = leading(open_reader("tests/data/shape.trig"), ID + "country/ARG")
    >>> [(one.kind, one.relation, one.things[0].text) for one in found], more
    ([('Meeting', 'host country', 'MTCR Plenary 2003, Buenos Aires'),
      ('Membership', 'member', 'Argentina in the MTCR'),
      ('Place', 'located in', 'Buenos Aires')], False)
    """
    rows = list(reach(source, "pointing", "node", [iri]))
    things: dict[tuple[str, str], dict[str, str]] = {}
    classes: dict[str, set[str]] = {}
    for row in rows[:_COUNTED]:
        classes.setdefault(row["other"], set()).add(local(row["kind"]))
    for row in rows[:_COUNTED]:
        key = kind(classes[row["other"]]), spoken(local(row["property"]))
        things.setdefault(key, {})[row["other"]] = row.get("otherLabel") or called(row["other"])
    return tuple(_leading(things)), len(rows) > _COUNTED


_COUNTED: Final = 600


def _leading(things: Mapping[tuple[str, str], Mapping[str, str]]) -> Iterator[Leading]:
    for (what, relation), found in sorted(things.items()):
        values = tuple(Value(label, address(iri)) for iri, label in found.items())
        yield Leading(what, relation, values[:MOST], len(values))
