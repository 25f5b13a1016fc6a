"""What the rest of a corpus shows of documents that a text names in part only."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final, TypeAlias, TypeVar

from ingest.cable import Cable, Reference
from ingest.mention import CitationMention, Mention
from ingest.parse.text.when import GROUP, group_time
from ingest.serial import Serial, serial

Settled: TypeAlias = Mapping[str, str]
"""From the identifier that one text alone gives ("1956CAIRO1450" in a telegram of February 1956, or
"frus1955-57v15-d57") to that of the document which is meant ("1955CAIRO1450"); and from the name that it
gives a thing ("decision/mtcr-2003-...") to the name by which the thing goes."""

OPEN: Final = ""
"""In place of an identifier: nothing tells the year, and that of the citing document is no guide."""

MARKING: Final = "marking"
"""In place of a name: the mark of the document as its copies together have it."""

NOTHING: Final[Settled] = MappingProxyType({})

_UNDATED: Final = "the words name a telegram that was pasted in, which has no date, and give no year"

P = TypeVar("P", Reference, CitationMention)


def settled_cable(cable: Cable, settled: Settled) -> Cable:
    """The document with the references that are meant.

    >>> from tests.make import cable
    >>> settled_cable(cable("1. (C) Text."), {}).references
    ()
    """
    if not settled:
        return cable
    return replace(cable, references=tuple(settle(one, settled) for one in cable.references))


def settled_mentions(mentions: Iterable[Mention], settled: Settled) -> tuple[Mention, ...]:
    """The mentions with the citations that are meant.

    >>> settled_mentions((), {"1956CAIRO1450": "1955CAIRO1450"})
    ()
    """
    return tuple(settle(one, settled) if isinstance(one, CitationMention) else one for one in mentions)


def settle(pointer: P, settled: Settled) -> P:
    """The pointer with the document that is meant; one whose words give the year is left as it is.

    >>> from ingest.document import Span
    >>> one = CitationMention(Span(0, 11), "relative", target="1956CAIRO1450", year_status="assumed")
    >>> settle(one, {"1956CAIRO1450": "1955CAIRO1450"}).target
    '1955CAIRO1450'
    """
    meant = None if pointer.target is None else settled.get(pointer.target)
    if meant is None or pointer.year_status == "stated":
        return pointer
    if meant == OPEN:
        return replace(pointer, target=None, year_status=None, why=_UNDATED)
    return replace(pointer, target=meant, year_status="settled")


def told_within(cable: Cable, mentions: Iterable[Mention]) -> Settled:
    """What a document itself shows of telegrams that it names without a year.

    Other words of it give the year of the same number; or the line names a telegram that was pasted into a
    mail, which has a date of its own, or none.

    >>> from ingest.document import Span
    >>> from tests.make import cable
    >>> one = CitationMention(Span(0, 9), "serial", target="2005ROME900001", year_status="stated")
    >>> two = CitationMention(Span(20, 29), "serial", target="2008ROME900001", year_status="assumed")
    >>> dict(told_within(cable("1. (C) Text."), (one, two)))
    {'2008ROME900001': '2005ROME900001'}
    """
    cited: list[Reference | CitationMention] = list(cable.references)
    cited += [one for one in mentions if isinstance(one, CitationMention)]
    years: dict[tuple[str, int], set[int]] = defaultdict(set)
    for one in cited:
        told = serial(one.target or "")
        if told is not None and one.year_status == "stated":
            years[told.series, told.number].add(told.year)
    made: dict[str, str] = {}
    for one in cited:
        told = serial(one.target or "")
        if told is None or told.id in made or one.year_status not in ("assumed", "settled"):
            continue
        stated = years.get((told.series, told.number)) or _pasted(cable, one)
        if len(stated) == 1:
            [year] = stated
            made[told.id] = Serial(year, told.series, told.number).id if year else OPEN
    return made


def _pasted(cable: Cable, pointer: Reference | CitationMention) -> set[int]:
    """The year of the telegram that was pasted in below its name, 0 where it has no date."""
    for role in cable.document.roles:
        if role.role == "pasted" and role.span.holds(pointer.span):
            found = GROUP.search(role.value or "")
            time = None if found is None else group_time(found)
            return {0 if time is None else int(time[:4])}
    return set()
