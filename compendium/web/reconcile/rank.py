"""Candidates for a name, the likeliest first; ``match`` only where one is clearly right."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from rapidfuzz import fuzz

from compendium.web.reconcile.asked import Query, Wanted
from compendium.web.reconcile.kinds import STORED, full, shortened
from compendium.web.reconcile.properties import Property, property_of, values
from queries.lexicon import Lexicon
from queries.question import Parameter, Type
from queries.search import Index
from queries.search.alike import Alike, alike, called
from queries.search.make import normal
from queries.settle import said, settle
from queries.store import Queryable
from queries.term import Term, local
from queries.wording import frame, stopwords, words

SPOKEN: Final = 95.0
"""What a thing earns that the words of a name describe: "the 2003 Buenos Aires Plenary"."""
NAME: Final = 0.7
"""The part of the name in the points where properties are compared too."""
ALIKE: Final = 0.8
OTHER: Final = 0.8
"""What is left of the points of a thing of another kind than would be right."""

_SPOKEN: Final[tuple[Type, ...]] = ("document", "meeting", "country", "regime")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A thing that may be meant: its points of 100, and what they come from."""

    thing: Alike
    score: float
    match: bool = False
    spoken: bool = False
    properties: tuple[tuple[str, float], ...] = ()

    def told(self) -> dict[str, object]:
        """The candidate as a JSON object.

        >>> found = Alike("x:a", "country", "Argentina", score=100.0, exact=True)
        >>> told = Candidate(found, 100.0, match=True).told()
        >>> told["name"], told["type"], told["match"]
        ('Argentina', [{'id': 'Country', 'name': 'Country'}], True)
        """
        kind = STORED[self.thing.kind]
        features: list[dict[str, object]] = [
            {"id": "name", "value": self.thing.score},
            {"id": "exact", "value": self.thing.exact},
            {"id": "described", "value": self.spoken},
            *({"id": name, "value": round(100 * value, 1)} for name, value in self.properties),
        ]
        return {
            "id": shortened(self.thing.iri),
            "name": self.thing.label,
            "description": description(self.thing),
            "score": self.score,
            "match": self.match,
            "type": [{"id": kind.id, "name": kind.name}],
            "features": features,
        }


def description(thing: Alike) -> str:
    """What tells a thing from others of its name: its title, with the marking of its document, or its kind.

    >>> description(Alike("x:a", "document", "08 STATE 900001", "GUIDANCE", "C"))
    'GUIDANCE (C)'
    """
    if not thing.title or thing.title == thing.label:
        return STORED[thing.kind].name
    return f"{thing.title} ({thing.marking})" if thing.marking else thing.title


def ranked(index: Index, source: Queryable, lexicon: Lexicon | None, query: Query) -> tuple[Candidate, ...]:
    """The candidates for one query. Without a lexicon only names count, not what describes a thing.

    >>> from pathlib import Path
    >>> from queries import open_reader
    >>> from queries.lexicon import read_lexicon
    >>> store = Path("tests/data/shape.trig")
    >>> index, source = Index.open(store), open_reader(store)
    >>> found = ranked(index, source, read_lexicon(source), Query("the 2003 Buenos Aires Plenary"))
    >>> [(one.thing.label, one.score, one.match) for one in found[:1]]
    [('MTCR Plenary 2003, Buenos Aires', 95.0, True)]
    """
    if query.kinds == ():
        return ()
    kinds = [one.stored for one in query.kinds or ()]
    found = [
        Candidate(one, one.score)
        for one in alike(index, query.text, kinds=kinds if query.firm else (), limit=2 * query.limit)
    ]
    if lexicon is not None and not any(one.thing.exact for one in found):
        found = _with_described(found, _described(index, lexicon, query.text, kinds))
    if kinds and not query.firm:
        found = [one if one.thing.kind in kinds else replace(one, score=one.score * OTHER) for one in found]
    if query.wanted:
        found = list(_compared(source, found, query.wanted))
    found.sort(key=lambda one: (-one.score, one.thing.label, one.thing.iri))
    return tuple(_judged(found))[: query.limit]


def _judged(found: Sequence[Candidate]) -> Iterator[Candidate]:
    """One is right if it alone has the name, or is what the words describe, and properties agree."""
    sure = [one for one in found if one.thing.exact] or [one for one in found if one.spoken]
    for one in found:
        agrees = all(value >= ALIKE for _, value in one.properties)
        rounded = replace(one, score=round(one.score, 1))
        yield replace(rounded, match=len(sure) == 1 and one is sure[0] and agrees)


def _described(index: Index, lexicon: Lexicon, text: str, kinds: Sequence[str]) -> tuple[Alike, ...]:
    """What a name describes, if each of its words belongs to that; nothing where it may be one of several."""
    told = said(text, lexicon)
    silent = stopwords() | frame()
    for word in words(text):
        in_cue = any(cue.start <= word.start < cue.end for cue in told.cues)
        if not in_cue and word.norm not in silent:
            return ()
    found = []
    for kind in _SPOKEN:
        if not kinds or kind in kinds:
            settled = settle(Parameter(kind, kind, True, text), told)
            if len(settled.terms) == 1 and not settled.choices:
                found.append(str(settled.terms[0]).strip("<>"))
    return called(index, found[:1])


def _with_described(found: Sequence[Candidate], described: Sequence[Alike]) -> list[Candidate]:
    iris = {one.iri for one in described}
    rest = [one for one in found if one.thing.iri not in iris]
    return [*(Candidate(one, SPOKEN, spoken=True) for one in described), *rest]


def _compared(source: Queryable, found: Sequence[Candidate], wanted: Sequence[Wanted]) -> Iterator[Candidate]:
    known = [(one, property_of(one.property)) for one in wanted]
    usable = [(one, name) for one, name in known if name is not None]
    told = values(source, [one.thing.iri for one in found], [name for _, name in usable])
    for one in found:
        points = tuple((name.id, _likest(told, one, want, name)) for want, name in usable)
        if not points:
            yield one
            continue
        share = sum(value for _, value in points) / len(points)
        yield replace(one, score=NAME * one.score + (1 - NAME) * 100 * share, properties=points)


def _likest(
    told: Mapping[tuple[str, str], tuple[tuple[Term, str], ...]],
    one: Candidate,
    wanted: Wanted,
    name: Property,
) -> float:
    there = told.get((one.thing.iri, name.iri), ())
    return max((_alike(want, term, label) for want in wanted.values for term, label in there), default=0.0)


def _alike(wanted: str, term: Term, label: str) -> float:
    value = str(getattr(term, "value", term))
    if (
        full(wanted) == value
        or wanted in (value, local(value))
        or (wanted and value.startswith(f"{wanted}-"))
    ):
        return 1.0
    return max(fuzz.ratio(normal(wanted), normal(one)) for one in (label, value)) / 100
