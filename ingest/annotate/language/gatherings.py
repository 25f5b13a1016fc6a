"""The words that name a meeting after "at", "in" or "by", as far as a decision or proposal needs them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from ingest.annotate.language.vocabulary import is_kind, table
from ingest.annotate.language.word import Word, words
from ingest.annotate.names.names import is_abbreviation, per_knowledge
from ingest.knowledge import Knowledge
from ingest.pattern import pattern

YEAR = pattern("year-of-a-meeting", r"(?:19\d\d|2[0o][\do]{2})", example="2003")
GENERAL = frozenset(("meeting", "meetings", "session", "sessions"))
EARLIER = frozenset(("previous", "past", "prior", "earlier", "recent"))
ANYBODY = frozenset(("countries", "states", "governments"))
"""Words for members that mean others as often."""
QUALIFIERS = frozenset(
    ("last", "first", "second", "third", "fourth", "fifth", "annual", "intersessional", "year's")
)


@dataclass(frozen=True)
class Gatherings:
    """Lower-case names of series of meetings, words of regimes, and the places where plenaries met.

    >>> from ingest.tables import knowledge
    >>> known, found = gatherings(knowledge()), words("the Buenos Aires Plenary in September")
    >>> known.end(found, 0), known.place(found, 1), known.place_before(found, 3)
    (4, 2, 2)
    >>> known.series_at(found, 3), known.series_before(found, 4)
    (1, 1)
    >>> known.is_general(found), known.is_general(words("previous plenaries"))
    (False, True)
    >>> known.may_decide(found.lows), known.may_decide(words("We met in Bonn.").lows)
    (True, False)
    >>> "partners" in known.actors, "mtcr's" in known.owners, "non-partner" in known.partial
    (True, True, True)
    >>> "tem" in known.tasked
    True
    >>> known.may_act(found.lows), known.may_act(words("The mayor spoke.").lows)
    (True, False)
    >>> known.may_be_named(found.lows), known.may_be_named(words("The mayor spoke.").lows)
    (True, False)
    """

    series: frozenset[tuple[str, ...]]
    regimes: frozenset[str]
    places: frozenset[tuple[str, ...]]
    members: frozenset[str] = frozenset()
    """Words for the members of a regime ("partners", "signatories")."""
    acronyms: frozenset[str] = frozenset()
    """Names of regimes that are one word ("mtcr")."""
    bodies: frozenset[str] = frozenset()
    """Short names of their meetings, which may be asked or tasked ("tem")."""

    @cached_property
    def actors(self) -> frozenset[str]:
        """The words for those who decide."""
        general = {row["word"] for row in table("decision_words") if row["kind"] == "actor"}
        return frozenset(general | self.members | self.acronyms)

    @cached_property
    def owners(self) -> frozenset[str]:
        """The words for those who decide, as they stand before what is theirs."""
        return frozenset(word + ending for word in self.actors for ending in ("", "'", "'s"))

    @cached_property
    def partial(self) -> frozenset[str]:
        """The words that say that not all of them do it: "some", "non-partner"."""
        general = {row["word"] for row in table("decision_words") if row["kind"] == "partial"}
        single = {word.removesuffix("s") for word in self.members}
        return frozenset(general | {f"non-{word}" for word in single | self.members})

    @cached_property
    def tasked(self) -> frozenset[str]:
        """The words for whom a regime may ask or task with something."""
        general = {row["word"] for row in table("decision_words") if row["kind"] == "body"}
        return frozenset(general | self.bodies)

    @cached_property
    def _lasts(self) -> frozenset[str]:
        """The words with which the name of a series ends."""
        return frozenset(name[-1] + ending for name in self.series for ending in ("", "'s"))

    @cached_property
    def _firsts(self) -> frozenset[str]:
        """The words with which the name of a series or of a place begins."""
        return frozenset(name[0] + ending for name in self.series | self.places for ending in ("", "'s"))

    @cached_property
    def _telling(self) -> frozenset[str]:
        """The words of which one stands wherever a regime or one of its meetings is named."""
        words = self.regimes | GENERAL | {max(name, key=len) for name in self.series | self.places}
        return frozenset(word + ending for word in words for ending in ("", "'", "'s"))

    def may_be_named(self, lows: frozenset[str]) -> bool:
        """Whether a sentence of those words may name a regime, one of its meetings, or a year."""
        return not lows.isdisjoint(self._telling) or any(low[:1] in ("1", "2") for low in lows)

    def may_decide(self, lows: frozenset[str]) -> bool:
        """Whether a sentence of those words may name a series of meetings."""
        return not lows.isdisjoint(self._lasts)

    def may_act(self, lows: frozenset[str]) -> bool:
        """Whether a sentence of those words may name those who decide, or one of their meetings."""
        return not (lows.isdisjoint(self.actors) and lows.isdisjoint(self._acting))

    @cached_property
    def _acting(self) -> frozenset[str]:
        """The words of which one stands wherever one of their meetings is named, by itself or its place."""
        longest = {max(name, key=len) for name in self.series | self.places}
        return frozenset(word + ending for word in longest for ending in ("", "'", "'s"))

    def end(self, found: Sequence[Word], start: int) -> int | None:
        """The index after the words that name a meeting from *start* on; ``None`` where none is named."""
        at, named = start, False
        while at < len(found):
            step, names = self._step(found, at)
            if step == 0:
                break
            at, named = at + step, named or names
        while at > start and (is_kind(found[at - 1].low, "preposition") or found[at - 1].low in (",", "and")):
            at -= 1
        return at if named and at > start else None

    def _step(self, found: Sequence[Word], at: int) -> tuple[int, bool]:
        """How many words belong to the name from *at* on, and whether they name a meeting by themselves."""
        low = found[at].low.removesuffix("'s")
        named = self.series_at(found, at) or self.place(found, at)
        if named or low in GENERAL:
            return named or 1, True
        if YEAR.fullmatch(low) or low in EARLIER or low in QUALIFIERS or low in self.regimes:
            return 1, False
        if is_kind(low, "determiner") or low in ("in", "at", "of"):
            return 1, False
        return 0, False

    def place(self, found: Sequence[Word], at: int) -> int:
        """How many words from *at* on are the name of a place where a plenary met."""
        return _size(found, at, self.places) if found[at].low in self._firsts else 0

    def place_before(self, found: Sequence[Word], end: int) -> int:
        """How many words before *end* are the name of a place where a plenary met."""
        return next((size for size in (3, 2, 1) if end >= size and self.place(found, end - size) == size), 0)

    def series_at(self, found: Sequence[Word], at: int) -> int:
        """How many words from *at* on are the name of a series of meetings."""
        return _size(found, at, self.series) if found[at].low in self._firsts else 0

    def series_before(self, found: Sequence[Word], end: int) -> int:
        """How many words before *end* are the name of a series of meetings."""
        sizes = range(min(6, end), 0, -1) if end and found[end - 1].low in self._lasts else ()
        return next((size for size in sizes if self.series_at(found, end - size) == size), 0)

    def is_general(self, found: Sequence[Word]) -> bool:
        """Whether the words name earlier meetings in general ("previous plenaries")."""
        lows = [one.low for one in found]
        dated = any(YEAR.fullmatch(low) for low in lows)
        placed = any(self.place(found, at) for at in range(len(found)))
        return not dated and not placed and bool(EARLIER & set(lows))


@per_knowledge
def gatherings(knowledge: Knowledge) -> Gatherings:
    """The words of meetings that the tables know.

    >>> from ingest.tables import knowledge
    >>> ("plenary",) in gatherings(knowledge()).series, "mtcr" in gatherings(knowledge()).regimes
    (True, True)
    """
    series = {_lows(name) for p in knowledge.profiles for s in p.series if s.is_meeting for name in s.names}
    regimes = {low for p in knowledge.profiles for name in p.names for low in _lows(name)} | {"regime"}
    places = {_lows(one.place) for p in knowledge.profiles for one in p.plenaries if one.place}
    # "Rio" for Rio de Janeiro
    places |= {name[:1] for name in places if len(name) > 2 and name[1] == "de"}
    small = {low for low in regimes if is_kind(low, "determiner", "preposition", "conjunction")}
    plenaries = {("plenary",), ("plenaries",), ("plenary", "meeting"), ("plenary", "meetings")}
    names = [_lows(name) for p in knowledge.profiles for name in p.names]
    bodies = {name for p in knowledge.profiles for s in p.series for name in s.names if is_abbreviation(name)}
    members = {_last(name) for p in knowledge.profiles for name in p.members}
    return Gatherings(
        frozenset(series | plenaries),
        frozenset(regimes - small),
        frozenset(places),
        members=frozenset(name for name in members if name.endswith("s")) - ANYBODY,
        acronyms=frozenset(name[0] for name in names if len(name) == 1),
        bodies=frozenset(name.casefold() for name in bodies),
    )


def _last(name: str) -> str:
    return (_lows(name) or ("",))[-1]


def _size(found: Sequence[Word], at: int, names: frozenset[tuple[str, ...]]) -> int:
    lows = tuple(one.low.removesuffix("'s") for one in found[at : at + 6])
    return next((size for size in range(len(lows), 0, -1) if lows[:size] in names), 0)


def _lows(name: str) -> tuple[str, ...]:
    return tuple(one.low for one in words(name) if not one.is_mark)
