"""A stretch of text as pieces: dates, places, countries, regimes, series of meetings, and other words."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal, TypeAlias

from ingest.annotate.names.countries import country_names
from ingest.annotate.names.dates import DateRead, document_day, find_dates
from ingest.annotate.names.names import Names, names, per_knowledge
from ingest.annotate.names.regime import regimes_in
from ingest.annotate.names.seasons import find_seasons
from ingest.annotate.names.tokens import folded, tokens, tokens_in
from ingest.annotate.names.words import word_lists
from ingest.cable import Cable
from ingest.document import Span
from ingest.knowledge import Knowledge, Series
from ingest.pattern import pattern

Kind: TypeAlias = Literal["word", "series", "regime", "date", "place", "country", "ordinal"]

_ORDINAL: Final = pattern("ordinal", r"\b(?P<n>\d{1,2})\s?(?i:st|nd|rd|th)\b", example="18th")


@dataclass(frozen=True, slots=True)
class Piece:
    """A word, or words that mean one thing. ``gap`` is what stands before it besides blanks.

    A blank line before it is a gap of ``"¶"``; ``word`` is in lower case.
    """

    kind: Kind
    span: Span
    word: str
    gap: str = ""
    series: tuple[tuple[str, Series], ...] = ()
    regime: str | None = None
    date: DateRead | None = None
    place: str | None = None
    iso3: str | None = None
    ordinal: int | None = None
    written: str = ""
    """The word as written, where it begins with a capital."""


@per_knowledge
def _place_names(knowledge: Knowledge) -> Names[str]:
    """The cities in which plenaries were held or posts are, by their names and other spellings of these."""
    plenaries = [one.place for profile in knowledge.profiles for one in profile.plenaries]
    cities = [post.city for post in knowledge.posts]
    known = [place for place in dict.fromkeys((*plenaries, *cities)) if place is not None]
    others = [
        (word.title(), place) for place, words in word_lists("places").items() for word in sorted(words)
    ]
    return names([*((place, place) for place in known), *others])


@per_knowledge
def _series_names(knowledge: Knowledge) -> Names[tuple[str, Series]]:
    """The names of all series of meetings, each with its regime."""
    return names(
        (
            (wording, (one.id, s))
            for one in knowledge.profiles
            for s in one.series
            for name in s.names
            for wording in _wordings(name)
        ),
        folded=True,
    )


def _wordings(name: str) -> tuple[str, ...]:
    """A name, and "meeting of enforcement experts" for "Enforcement Experts Meeting"."""
    body, _, last = name.rpartition(" ")
    people = body.endswith(("Experts", "Officers", "Group"))
    return (name, f"meeting of {body}", f"meeting of the {body}") if last == "Meeting" and people else (name,)


def pieces(cable: Cable, stretch: Span, knowledge: Knowledge) -> tuple[Piece, ...]:
    r"""The pieces of a stretch in the order of the text, none overlapping another.

    >>> from ingest.document import Document
    >>> from ingest.parse import parse
    >>> from ingest.tables import knowledge
    >>> text = "STATE 900001\nSUBJECT: MTCR\n1. The Paris RPOC, 2008."
    >>> cable = parse(Document(text, "a.txt", ""), knowledge())
    >>> [(one.kind, one.word) for one in pieces(cable, cable.body, knowledge())]
    [('word', '1'), ('word', 'the'), ('place', 'paris'), ('series', 'rpoc'), ('date', '2008')]
    """
    text = cable.text
    kept: dict[int, Piece] = {}
    covered = bytearray(stretch.end - stretch.start)
    for piece in _named(cable, stretch, knowledge):
        first, last = piece.span.start - stretch.start, piece.span.end - stretch.start
        if not any(covered[first:last]):
            covered[first:last] = b"\1" * (last - first)
            kept[piece.span.start] = piece
    row: list[Piece] = []
    before = stretch.start
    first, last = tokens_in(text, stretch)
    for at, word in zip(tokens(text)[first:last], folded(text)[first:last], strict=True):
        named = kept.get(at.start)
        if named is not None:
            row.append(replace(named, gap=_gap(text[before : at.start])))
        elif not covered[at.start - stretch.start]:
            written = at.of(text) if text[at.start].isupper() else ""
            row.append(Piece("word", at, word, _gap(text[before : at.start]), written=written))
        else:
            continue
        before = row[-1].span.end
    return tuple(row)


def _named(cable: Cable, stretch: Span, knowledge: Knowledge) -> Iterator[Piece]:
    """Pieces that mean something, those first that win where two overlap."""
    text = cable.text

    def piece(kind: Kind, at: Span) -> Piece:
        return Piece(kind, at, " ".join(at.of(text).casefold().split()))

    for at, series in _series_names(knowledge).find(text, stretch):
        yield replace(piece("series", at), series=series)
    for at, profile in regimes_in(text, stretch, knowledge):
        yield replace(piece("regime", at), regime=profile.id)
    for date in find_seasons(text, stretch, sent=document_day(cable)):
        yield replace(piece("date", date.span), date=date)
    for date in find_dates(text, stretch, sent=document_day(cable)):
        yield replace(piece("date", date.span), date=date)
    for match in _ORDINAL.finditer(text, stretch):
        yield replace(piece("ordinal", match.span), ordinal=int(match.text("n")))
    for at, places in _place_names(knowledge).find(text, stretch):
        yield replace(piece("place", at), place=places[0])
    for at, codes in country_names(knowledge).find(text, stretch):
        yield replace(piece("country", at), iso3=codes[0] if len(codes) == 1 else None)
    yield from _spelt_ordinals(text, stretch)


def _spelt_ordinals(text: str, stretch: Span) -> Iterator[Piece]:
    first, last = tokens_in(text, stretch)
    found = tokens(text)[first:last]
    spelt = word_lists("ordinals")
    tens = {word: int(number) for number, words in spelt.items() for word in words}
    for index, at in enumerate(found):
        number = tens.get(at.of(text).casefold())
        before = found[index - 1] if index else None
        if number is None or number % 100 == 0:
            continue
        tenner = None if before is None else tens.get(before.of(text).casefold() + "-")
        if tenner is not None and before is not None and number < 10:
            yield Piece("ordinal", Span(before.start, at.end), "", ordinal=tenner + number)
        yield Piece("ordinal", at, "", ordinal=number)


def _gap(between: str) -> str:
    if between == " ":
        return ""
    return "¶" if "\n\n" in between.replace(" ", "").replace("\r", "") else "".join(between.split())
