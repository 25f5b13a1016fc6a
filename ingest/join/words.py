"""What a wording is about: its telling words, with those that mean the same in this field as one."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from math import log
from typing import Final

from ingest.annotate.decisions.decision_words import of_kind
from ingest.annotate.language.vocabulary import is_kind, phrases, table
from ingest.annotate.language.word import words
from ingest.pattern import pattern

_SMALL: Final = ("determiner", "preposition", "conjunction", "auxiliary", "opener", "adverb")
_ENDINGS: Final = ("ations", "ation", "ments", "ment", "ings", "ing", "ions", "ion", "als", "al", "ies")
_SHORT_ENDINGS: Final = ("ed", "es", "s", "e", "y")
LONGEST: Final = 8
YEAR: Final = pattern("year-alone", r"^(?:19|20)\d\d$", example="2003")
_NUMBERED: Final = frozenset(("item", "items", "entry", "entries"))
_SIGNS: Final = {"thing": "@", "act": "~", "manner": "~"}
FEWEST: Final = 40
"""So many wordings a corpus counts for at least: in a few documents every word is rare."""


@lru_cache(maxsize=65536)
def telling(about: str) -> frozenset[str]:
    """The words that tell what a wording is about, those that mean the same as one.

    A sign stands before those of the table: "@" for things, "~" for acts and manners; "+" before countries.

    >>> sorted(telling("Partners would report annually on French catch-all controls"))
    ['+FRA', '@catch-all', '~report', '~yearly']
    >>> telling("changes to the Annex") == telling("control list amendments")
    True
    """
    found = words(about)
    known, empty = phrases("same_words"), of_kind("empty")
    made: set[str] = set()
    at = 0
    while at < len(found):
        cue, one = known.at(found, at), found[at]
        at += 1
        if cue is not None:
            at = cue.end
            if cue.row["means"]:
                made.add(_SIGNS[cue.row["kind"]] + cue.row["means"])
        elif countries := _of_nationals(_bare(one.low)):
            made.update(countries)
        elif one.low in _NUMBERED and at < len(found) and found[at].low[0].isdigit():
            # "Item 9" is a part of a list, whatever the list is called
            made.add("@list")
        elif not (one.is_mark or one.low in empty or YEAR.match(one.low) or is_kind(one.low, *_SMALL)):
            made.add(stem(one.low))
    # "catch-all" says already that controls are meant
    return frozenset(made - {stem("controls")}) or frozenset(made)


def stem(low: str) -> str:
    """A word without its ending, so that forms of one word agree.

    >>> stem("summaries") == stem("summary"), stem("transfers") == stem("transit")
    (True, False)
    """
    bare = _bare(low)
    for ending in (*_ENDINGS, *_SHORT_ENDINGS):
        if bare.endswith(ending) and len(bare) - len(ending) >= 4:
            bare = bare[: -len(ending)]
            break
    return bare[:LONGEST]


def numbered(about: str) -> frozenset[str]:
    """The numbers of items that a wording names, years aside: of two others, two things are meant.

    >>> sorted(numbered("revise Items 9.A.6 and 12 in 2005"))
    ['12', '9.a.6']
    """
    lows = (one.low for one in words(about) if one.low[0].isdigit())
    return frozenset(low for low in lows if not (len(low) == 4 and low[:2] in ("19", "20")))


def _bare(low: str) -> str:
    return low.removesuffix("'s").removesuffix("’s").strip("'’")


def things_of(found: frozenset[str]) -> frozenset[str]:
    """The words of a wording that name things, not acts, manners, topics or countries.

    >>> sorted(things_of(telling("publish the Annex each year")))
    ['@list']
    """
    return frozenset(word for word in found if word[0] not in "~#+")


def _of_nationals(low: str) -> tuple[str, ...]:
    """The countries that a word names; "canadian-norwegian" names two."""
    known = _nationals()
    parts = [low] if low in known else low.split("-")
    return tuple("+" + known[part] for part in parts) if all(part in known for part in parts) else ()


@cache
def _nationals() -> Mapping[str, str]:
    """Countries by single words that name one alone: "china", "chinese"."""
    made: dict[str, set[str]] = {}
    for row in table("countries"):
        for cell in (row["names"], row["adjectives"]):
            for word in cell.casefold().split(";"):
                made.setdefault(word.strip(), set()).add(row["iso3"])
    return {word: codes.pop() for word, codes in made.items() if len(codes) == 1 and " " not in word}


@cache
def _opposed() -> frozenset[frozenset[str]]:
    return frozenset(frozenset(("~" + row["one"], "~" + row["other"])) for row in table("opposed_words"))


def opposed(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two wordings tell of acts of which one excludes the other.

    >>> opposed(telling("admit China"), telling("deferred the Chinese application"))
    True
    """
    mine, theirs = one - other, other - one
    return any(
        pair & mine and pair & theirs and pair <= one | other and not pair <= one and not pair <= other
        for pair in _opposed()
    )


@dataclass(frozen=True, slots=True)
class Weights:
    """How much a word tells, learnt from the wordings of a corpus: rare words tell more.

    >>> learnt = Weights.learnt([telling("report on denials"), telling("report on outreach")])
    >>> learnt.of("~report") < learnt.of("@outreach"), learnt.of("unheard") > learnt.of("~report")
    (True, True)
    >>> learnt.sum(["~report", "@outreach"]) > learnt.sum(["@outreach"])
    True
    """

    total: int
    counts: Mapping[str, int]

    @classmethod
    def learnt(cls, wordings: Iterable[frozenset[str]]) -> "Weights":
        """The weights that a corpus shows."""
        counts: Counter[str] = Counter()
        total = 0
        for wording in wordings:
            counts.update(wording)
            total += 1
        return cls(max(total, FEWEST), counts)

    def of(self, word: str) -> float:
        """The weight of a word."""
        return log(1 + self.total / max(1, self.counts.get(word, 1)))

    def sum(self, found: Iterable[str]) -> float:
        """The weight of several; the same in any order."""
        return sum(map(self.of, sorted(found)))
