"""What was found of what editors checked, and what of it is right."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from ingest.document import Span
from ingest.evaluate.published.corpus import Corpus, Pointer, Reading
from ingest.evaluate.published.gold import Checked, Cross, Listed
from ingest.evaluate.published.place import Squeezed, squeezed
from ingest.evaluate.published.style import link_style, list_style, style
from ingest.pattern import pattern
from ingest.register.coverage import NO_COVERAGE, Coverage, coverage

Status: TypeAlias = Literal["right", "wrong", "open", "missed"]
Measure: TypeAlias = Literal["citations", "links", "lists"]

_DIGITS: Final = pattern("published-digits", r"\d+", example="667")
_CALL: Final = "[fn]"
_HEAD: Final = 40


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one citation, link or list fared; ``why`` says what is open or what was taken for it."""

    measure: Measure
    volume: str
    document: str
    style: str
    decade: str
    label: str
    status: Status
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Published:
    """All outcomes, and how many documents and citations were read."""

    documents: int
    pointers: int
    resolved: int
    outcomes: tuple[Outcome, ...]
    intervals: Coverage = NO_COVERAGE
    """Of the telegrams whose day is known, how many were sent in the interval that the others give them."""


@dataclass(frozen=True, slots=True)
class _Place:
    reading: Reading
    words: Squeezed


def measured(
    blind: Corpus,
    linked: Corpus,
    checked: Iterable[Checked],
    cross: Iterable[Cross],
    lists: Iterable[Listed],
) -> Published:
    """The outcomes of all that editors checked.

    A citation counts as found where a citation or an item of a list of references, read without notes and
    links, covers its number at the place that the words before it tell; as right where it means the document
    that the editors say.

    >>> from ingest.register import register
    >>> none = Corpus((), register(()), 0)
    >>> gold = Checked("v", "d2", "1956-01-02", "Embtel 9", "(Embtel 9", "v-d1")
    >>> measured(none, none, [gold], (), ()).outcomes
    (Outcome(measure='citations', volume='v', ... status='missed', why='no such document was read'),)
    """
    places, linked_places = _places(blind), _places(linked)
    outcomes = [_citation(one, places, blind) for one in checked]
    outcomes += [_link(one, linked_places, linked) for one in cross]
    for one in lists:
        outcomes += _list(one, places)
    pointers = [pointer for reading in blind.readings for pointer in reading.pointers]
    resolved = sum(1 for pointer in pointers if pointer.target is not None)
    intervals = coverage(blind.register.calendar.known)
    return Published(len(blind.readings), len(pointers), resolved, tuple(outcomes), intervals)


def _places(corpus: Corpus) -> Mapping[tuple[str, str], _Place]:
    return {(one.volume, one.part): _Place(one, squeezed(one.text)) for one in corpus.readings}


def _decade(date: str | None, volume: str) -> str:
    year = next((one for one in (date, volume.removeprefix("frus")) if one and one[:3].isdigit()), None)
    return "unknown" if year is None else f"{year[:3]}0s"


def _citation(gold: Checked, places: Mapping[tuple[str, str], _Place], corpus: Corpus) -> Outcome:
    numbers = [found.text() for found in _DIGITS.finditer(gold.words)]
    label = numbers[-1] if numbers else gold.words
    place = places.get((gold.volume, gold.document))
    status, why = _fared(gold, place, corpus)
    decade = _decade(gold.date, gold.volume)
    return Outcome("citations", gold.volume, gold.document, style(gold.words), decade, label, status, why)


def _fared(gold: Checked, place: _Place | None, corpus: Corpus) -> tuple[Status, str | None]:
    if place is None:
        return "missed", "no such document was read"
    words = place.words.find(gold.before, gold.words)
    if words is None:
        return "missed", "the words stand in no part of the document itself"
    numbers = list(_DIGITS.finditer(place.reading.text, words))
    sought = numbers[-1].span if numbers else words
    found = [one for one in place.reading.pointers if _covers(one.span, sought)]
    if not found:
        return "missed", "no rule"
    return _target(found, corpus.named(gold.target))


def _target(found: list[Pointer], meant: str) -> tuple[Status, str | None]:
    targets = [one.target for one in found if one.target is not None]
    if meant in targets:
        return "right", None
    if targets:
        return "wrong", f"{targets[0]}, not {meant}"
    return "open", next((one.why for one in found if one.why is not None), "the words do not tell which")


def _covers(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _link(gold: Cross, places: Mapping[tuple[str, str], _Place], corpus: Corpus) -> Outcome:
    place = places.get((gold.volume, gold.document))
    words = None if place is None else _linked(gold, place)
    status: Status = "missed"
    why: str | None = "the words stand in no part of the document"
    if place is not None and words is not None:
        found = [one for one in place.reading.pointers if _covers(one.span, words)]
        meant = corpus.named(gold.target)
        status, why = _target(found, meant) if found else ("missed", "no rule")
    decade = _decade(None, gold.volume)
    return Outcome(
        "links", gold.volume, gold.document, link_style(gold.words), decade, gold.words, status, why
    )


def _linked(gold: Cross, place: _Place) -> Span | None:
    """Where the words of a link stand: in the note that the editors' list names, or in the text."""
    note = place.reading.notes.get(gold.note or "")
    if note is None:
        return place.words.find(gold.before, gold.words)
    found = squeezed(note.of(place.reading.text)).find(gold.before, gold.words)
    return None if found is None else found.moved(note.start)


def _list(gold: Listed, places: Mapping[tuple[str, str], _Place]) -> Iterator[Outcome]:
    """One outcome for each reference or citation that stands in a list, or one where none was found."""
    place = places.get((gold.volume, gold.document))
    decade = _decade(gold.date, gold.volume)
    at = None if place is None else _listed_at(gold, place)
    if place is None or at is None:
        why = (
            "no such document was read"
            if place is None
            else "the words stand in no part of the document itself"
        )
        yield Outcome(
            "lists",
            gold.volume,
            gold.document,
            list_style(gold.label),
            decade,
            gold.text[:_HEAD],
            "missed",
            why,
        )
        return
    found = [one for one in place.reading.pointers if at.start <= one.span.start < at.end]
    if not found:
        yield Outcome(
            "lists",
            gold.volume,
            gold.document,
            list_style(gold.label),
            decade,
            gold.text[:_HEAD],
            "missed",
            "no rule",
        )
    for one in found:
        label = " ".join(one.span.of(place.reading.text).split())[:_HEAD]
        status: Status = "open" if one.target is None else "right"
        yield Outcome(
            "lists", gold.volume, gold.document, list_style(gold.label), decade, label, status, one.why
        )


def _listed_at(gold: Listed, place: _Place) -> Span | None:
    """From the first words of a list to the last that stand together in the document."""
    first = gold.text.split(_CALL)[0].split(" | ")[0]
    start = place.words.find("", first[:_HEAD]) if first.strip() else None
    if start is None:
        return None
    written = sum(1 for sign in gold.text.replace(_CALL, "") if not sign.isspace())
    index = place.words.places.index(start.start)
    last = min(len(place.words.places), index + written) - 1
    return Span(start.start, place.words.places[last] + 1)
