"""Words of documents with what was read in them marked, and the passages that they stand in."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from queries.reach import reach
from queries.store import Queryable

MOST: Final = 60
"""So many words that speak of one thing are shown on its page; the count is always told."""


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """Words of a text from *start* to *end*, the kind of what they say, and the thing that they lead to."""

    start: int
    end: int
    kind: str = "words"
    title: str = ""
    iri: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with the kinds of all marks that cover it, and the shortest of them."""

    text: str
    kinds: tuple[str, ...] = ()
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of a document as it is shown: nothing of it without its marking."""

    iri: str
    number: str
    document: str
    document_label: str
    pieces: tuple[Piece, ...]
    heading: str = ""
    marking: str = ""
    marking_status: str = ""
    number_status: str = ""
    rules: tuple[str, ...] = ()
    claims: tuple["Claim", ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """What was read in a passage: its kind, name and IRI."""

    kind: str
    label: str
    iri: str


@dataclass(frozen=True, slots=True)
class Quoted:
    """The words that speak of a thing: their passages, those of headers, and how many there are in all."""

    passages: tuple[Passage, ...] = ()
    headers: tuple[Mapping[str, str], ...] = ()
    total: int = 0
    more: bool = False


@dataclass(slots=True)
class _Said:
    marks: list[Mark] = field(default_factory=list)
    rules: list[str] = field(default_factory=list)


def pieces(text: str, marks: Iterable[Mark]) -> tuple[Piece, ...]:
    """A text cut where a mark begins or ends.

    >>> [(one.text, one.kinds) for one in pieces("as agreed", [Mark(0, 9, "a"), Mark(3, 9, "b")])]
    [('as ', ('a',)), ('agreed', ('a', 'b'))]
    """
    known = [mark for mark in marks if 0 <= mark.start < mark.end <= len(text)]
    cuts = sorted({0, len(text)} | {at for mark in known for at in (mark.start, mark.end)})
    return tuple(_piece(text, start, end, known) for start, end in pairwise(cuts))


def _piece(text: str, start: int, end: int, marks: Sequence[Mark]) -> Piece:
    over = [mark for mark in marks if mark.start <= start and end <= mark.end]
    kinds = tuple(sorted({mark.kind for mark in over}))
    return Piece(text[start:end], kinds, min(over, key=lambda one: (one.end - one.start, one), default=None))


def placed(passage: Mapping[str, str], quote: Mapping[str, str]) -> tuple[int, int] | None:
    """Where a quotation stands in the text of its passage, which ends where the passage does.

    A text that was mended has moved: there the words are looked for, and marked if they stand there once.

    >>> quote = {"start": "113", "end": "119", "quote": "Athens"}
    >>> placed({"text": "as agreed at Athens", "end": "119"}, quote)
    (13, 19)
    >>> placed({"text": "at Athens, and at Bonn"}, {"start": "0", "end": "2", "quote": "at"}) is None
    True
    """
    text, words = passage.get("text", ""), quote["quote"]
    first = int(passage.get("end", "0")) - len(text)
    start, end = int(quote["start"]) - first, int(quote["end"]) - first
    if start >= 0 and text[start:end] == words:
        return start, end
    if text.count(words) == 1:
        return text.index(words), text.index(words) + len(words)
    return None


def speaking(source: Queryable, node: str, *, most: int = MOST) -> Quoted:
    """The passages that speak of a thing, in the order of time, with the words marked.

    >>> from ontology.names import thing
    >>> from queries import open_reader
    >>> source = open_reader("tests/data/shape.trig")
    >>> found = speaking(source, thing("decision", "mtcr-2003-buenos-aires-report-voluntary-1a2b3c4d"))
    >>> [(one.number, one.marking, one.marking_status) for one in found.passages]
    [('7.C', 'C', 'inherited')]
    """
    ordered = [row["evidence"] for row in reach(source, "words", "node", [node])]
    wanted = list(dict.fromkeys(ordered))[:most]
    quotes = {row["evidence"]: row for row in reach(source, "quotes", "evidence", wanted)}
    said: dict[str, list[dict[str, str]]] = defaultdict(list)
    for one in wanted:
        if one in quotes:
            said[quotes[one].get("passage", "")].append(quotes[one])
    headers = tuple(said.pop("", ()))
    return Quoted(tuple(_passages(source, said)), headers, len(set(ordered)), len(ordered) > most)


def _passages(source: Queryable, said: Mapping[str, Sequence[Mapping[str, str]]]) -> Iterator[Passage]:
    rows = {row["passage"]: row for row in reach(source, "passages-of", "passage", list(said))}
    for one, quotes in said.items():
        if one in rows:
            row = rows[one]
            found = _Said()
            for quote in quotes:
                place = placed(row, quote)
                if place is not None:
                    found.marks.append(Mark(*place, title=quote["rule"]))
                found.rules.append(quote["rule"])
            yield passage(row, found.marks, rules=found.rules)


def passage(
    row: Mapping[str, str], marks: Iterable[Mark], *, rules: Iterable[str] = (), claims: Iterable[Claim] = ()
) -> Passage:
    """A passage as ``passages-of.rq`` tells of it, with marks.

    >>> row = {"passage": "x:p", "number": "2", "document": "x:d", "documentLabel": "08 STATE 900001"}
    >>> passage({**row, "text": "as agreed", "marking": "C"}, [Mark(0, 2)]).pieces[0].text
    'as'
    """
    return Passage(
        row["passage"],
        row["number"],
        row["document"],
        row.get("documentLabel", row["document"]),
        pieces(row.get("text", ""), marks),
        row.get("heading", ""),
        row.get("marking", ""),
        row.get("markingStatus", ""),
        row.get("numberStatus", ""),
        tuple(dict.fromkeys(rules)),
        tuple(dict.fromkeys(claims)),
    )
