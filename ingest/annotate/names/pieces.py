"""A stretch of text as pieces: dates, places, countries, regimes, series of meetings, and other words."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import cache
from typing import Final, Literal, NamedTuple, TypeAlias, overload

from ingest.annotate.names.countries import code_of_time, country_names
from ingest.annotate.names.dates import DateRead, document_day, find_dates
from ingest.annotate.names.names import Names, names, per_knowledge
from ingest.annotate.names.regime import regimes_in
from ingest.annotate.names.seasons import find_seasons
from ingest.annotate.names.tokens import tokens
from ingest.annotate.names.words import word_lists
from ingest.cable import Cable
from ingest.document import Span
from ingest.knowledge import Knowledge, Series
from ingest.pattern import pattern

Kind: TypeAlias = Literal["word", "series", "regime", "date", "place", "country", "ordinal"]

_ORDINAL: Final = pattern("ordinal", r"\b(?P<n>\d{1,2})\s?(?i:st|nd|rd|th)\b", example="18th")


class Piece(NamedTuple):
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


class Row(Sequence[Piece]):
    """The pieces of a stretch in the order of the text, none overlapping another.

    A plain word becomes a piece when it is looked at: most stand far from any meeting.

    >>> from tests.make import cable
    >>> from ingest.tables import knowledge
    >>> row = pieces(cable("We met at the Paris RPOC."), Span(0, 25), knowledge())
    >>> row.of_kind("series"), row.saying({"met"}), row[4].place
    ([5], [1], 'Paris')
    """

    def __init__(self, text: str, stretch: Span, named: Iterable[Piece], *, sent: str | None = None) -> None:
        found = tokens(text)
        self.sent = sent
        """The day of the document."""
        kept: dict[int, Piece] = {}
        covered = bytearray(stretch.end - stretch.start)
        for piece in named:
            first, last = piece.span.start - stretch.start, piece.span.end - stretch.start
            if not any(covered[first:last]):
                covered[first:last] = b"\1" * (last - first)
                kept[piece.span.start] = piece
        self._text, self._found = text, found
        # for each piece its first token, where the piece before it ends, and what it means
        self._spots: list[tuple[int, int, Piece | None]] = []
        before = stretch.start
        for at in range(*found.within(stretch)):
            start = found.starts[at]
            known = kept.get(start)
            if known is not None or not covered[start - stretch.start]:
                self._spots.append((at, before, known))
                before = found.ends[at] if known is None else known.span.end
        self._made: list[Piece | None] = [None] * len(self._spots)

    def __len__(self) -> int:
        return len(self._spots)

    @overload
    def __getitem__(self, index: int) -> Piece: ...
    @overload
    def __getitem__(self, index: slice) -> list[Piece]: ...
    def __getitem__(self, index: int | slice) -> Piece | list[Piece]:
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(len(self._spots)))]
        made = self._made[index]
        if made is None:
            made = self._made[index] = self._piece(*self._spots[index])
        return made

    def of_kind(self, kind: Kind) -> list[int]:
        """The indexes of the pieces of a kind that names give."""
        return [
            at for at, (_, _, named) in enumerate(self._spots) if named is not None and named.kind == kind
        ]

    def saying(self, words: Set[str]) -> list[int]:
        """The indexes of the pieces whose word is one of those."""
        low = self._found.folded
        return [
            index
            for index, (at, _, named) in enumerate(self._spots)
            if (low[at] if named is None else named.word) in words
        ]

    def _piece(self, at: int, before: int, named: Piece | None) -> Piece:
        found, text = self._found, self._text
        start, end = found.starts[at], found.ends[at]
        gap = _gap(text[before:start])
        if named is not None:
            return named._replace(gap=gap) if gap else named
        written = text[start:end] if text[start].isupper() else ""
        return Piece("word", Span(start, end), found.folded[at], gap, written=written)


def pieces(cable: Cable, stretch: Span, knowledge: Knowledge) -> Row:
    r"""The pieces of a stretch in the order of the text, none overlapping another.

    >>> from ingest.document import Document
    >>> from ingest.parse import parse
    >>> from ingest.tables import knowledge
    >>> text = "STATE 900001\nSUBJECT: MTCR\n1. The Paris RPOC, 2008."
    >>> cable = parse(Document(text, "a.txt", ""), knowledge())
    >>> [(one.kind, one.word) for one in pieces(cable, cable.body, knowledge())]
    [('word', '1'), ('word', 'the'), ('place', 'paris'), ('series', 'rpoc'), ('date', '2008')]
    """
    return Row(cable.text, stretch, _named(cable, stretch, knowledge), sent=document_day(cable))


def may_name_meetings(cable: Cable, stretch: Span, knowledge: Knowledge, places: Set[str | None]) -> bool:
    """Whether a stretch has what any rule for meetings begins with: most of most documents has nothing.

    That is the name of a series, one of those *places*, or a verb of meeting beside those who meet.

    >>> from tests.make import cable
    >>> from ingest.tables import knowledge
    >>> texts = ("The Plenary met.", "We met in Athens.", "Ministers met with the press.")
    >>> [may_name_meetings(cable(one), Span(0, len(one)), knowledge(), {"Athens"}) for one in texts]
    [True, True, False]
    """
    text = cable.text
    if next(_series_names(knowledge).find(text, stretch), None) is not None:
        return True
    if any(place in places for _, found in _place_names(knowledge).find(text, stretch) for place in found):
        return True
    words, found = word_lists("meetings"), tokens(text)
    first, last = found.within(stretch)
    said = set(found.folded[first:last])
    if said & words["sitting"] and not said.isdisjoint(("its", "their")):
        return True
    if not said & words["meet"]:
        return False
    return (
        bool(said & (words["group"] | words["gathering"]))
        or next(regimes_in(text, stretch, knowledge), None) is not None
    )


def _named(cable: Cable, stretch: Span, knowledge: Knowledge) -> Iterator[Piece]:
    """Pieces that mean something, those first that win where two overlap."""
    text, day = cable.text, document_day(cable)
    year = None if day is None else int(day[:4])

    def word(at: Span) -> str:
        return " ".join(at.of(text).casefold().split())

    for at, series in _series_names(knowledge).find(text, stretch):
        yield Piece("series", at, word(at), series=series)
    for at, profile in regimes_in(text, stretch, knowledge):
        yield Piece("regime", at, word(at), regime=profile.id)
    for date in find_seasons(text, stretch, sent=document_day(cable)):
        yield Piece("date", date.span, word(date.span), date=date)
    for date in find_dates(text, stretch, sent=document_day(cable)):
        yield Piece("date", date.span, word(date.span), date=date)
    for match in _ORDINAL.finditer(text, stretch):
        yield Piece("ordinal", match.span, word(match.span), ordinal=int(match.text("n")))
    for at, places in _place_names(knowledge).find(text, stretch):
        yield Piece("place", at, word(at), place=places[0])
    for at, codes in country_names(knowledge).find(text, stretch):
        yield Piece("country", at, word(at), iso3=code_of_time(codes, knowledge, year))
    yield from _spelt_ordinals(text, stretch)


@cache
def _spelt() -> Mapping[str, int]:
    return {word: int(number) for number, words in word_lists("ordinals").items() for word in words}


def _spelt_ordinals(text: str, stretch: Span) -> Iterator[Piece]:
    found, spelt = tokens(text), _spelt()
    first, last = found.within(stretch)
    for at in range(first, last):
        number = spelt.get(found.folded[at])
        if number is None or number % 100 == 0:
            continue
        start, end = found.starts[at], found.ends[at]
        tenner = spelt.get(found.folded[at - 1] + "-") if at > first else None
        if tenner is not None and number < 10:
            yield Piece("ordinal", Span(found.starts[at - 1], end), "", ordinal=tenner + number)
        yield Piece("ordinal", Span(start, end), "", ordinal=number)


def _gap(between: str) -> str:
    if between == " ":
        return ""
    return "¶" if "\n\n" in between.replace(" ", "").replace("\r", "") else "".join(between.split())
