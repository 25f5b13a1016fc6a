"""What a short name means: "the Oslo changes" are the only changes that are known of that meeting."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Final

from ingest.annotate.language.vocabulary import table
from ingest.join.alike import LONG, gap, may_meet, other_numbers
from ingest.join.clusters import Clusters
from ingest.join.pair import Pair, pair
from ingest.join.thing import Thing
from ingest.join.words import opposed, things_of

SHORT: Final = 3
"""A name of so many telling words is short enough to stand for a longer one."""

TOGETHER: Final = 2
"""So many words of what rests on a decision have to be among the decision's own."""

SHOWN: Final = 5
"""So many of the things that a name may mean are told."""

ONLY, RESTS, AROUND = "only-one-so-called", "only-one-it-fits", "only-one-spoken-of"
MAKERS, CITED = "only-one-of-makers", "only-one-cited"
_SCORES: Final[Mapping[str, float]] = {ONLY: 0.8, CITED: 0.8, RESTS: 0.75, MAKERS: 0.7, AROUND: 0.7}


@dataclass(frozen=True, slots=True)
class Meant:
    """A short name, the rule by which it is understood, and one name of each thing that it fits."""

    one: Thing
    rule: str
    found: tuple[Thing, ...]

    def pairs(self) -> Iterator[Pair]:
        """One pair that is sure, or several of which none is.

        >>> from ingest.join.named import Named
        >>> from ingest.join.thing import thing
        >>> made = [thing(f"decision/{at}", [Named("decision", at, f"doc-{at}", "mtcr")]) for at in "abc"]
        >>> [one.sure for one in Meant(made[0], ONLY, tuple(made[1:])).pairs()]
        [False, False]
        """
        apart = (other for other in self.found if not other.documents & self.one.documents)
        for other in islice(apart, SHOWN):
            told = ", ".join(sorted(word.lstrip("@~+") for word in _bare(self.one) & other.words))
            reason = f"both say {told}" if told else "it says no more than that there was one"
            several = len(self.found) > 1
            more = f"; but it fits {len(self.found)}" if several else "; no other is known that it fits"
            score = _SCORES[self.rule] / len(self.found)
            yield pair(self.one.name, other.name, self.rule, score, reason + more, sure=not several)


def name_short(made: Clusters) -> None:
    """Join each short name with the only thing that it fits; those that say most come first.

    >>> from ingest.join.named import Named
    >>> from ingest.join.thing import thing
    >>> told = {"a": "changes", "b": "amend the Annex in three places", "c": "reporting"}
    >>> things = {f"decision/{one}": thing(f"decision/{one}", [Named("decision", one, f"doc-{one}", "mtcr",
    ...           about=words, meeting="mtcr-plenary-2003-oslo", year=2003)]) for one, words in told.items()}
    >>> made = Clusters(things, ())
    >>> name_short(made)
    >>> made.members("decision/a"), made.joins[0].reason
    (('decision/a', 'decision/b'), 'both say change; no other is known that it fits')
    """
    groups: dict[object, list[Thing]] = defaultdict(list)
    for one in made.things.values():
        groups[_group(one)].append(one)
    for one in sorted(made.things.values(), key=lambda one: (-len(_bare(one)), one.name)):
        for rule in _rules(one):
            found = _spoken_of(one, tuple(_fitting(one, rule, groups[_group(one)], made)))
            for told in Meant(one, rule, found).pairs():
                made.settle(told)
            if found:
                break


def _group(one: Thing) -> object:
    by = one.best.year if one.kind == "decision" else one.best.countries
    return one.kind, one.best.regime, by


def _rules(one: Thing) -> tuple[str, ...]:
    """How a name may be understood, if it is short: the first rule that finds something tells."""
    best, bare = one.best, _bare(one)
    if best.generic or best.sort == "membership" or (one.kind == "decision" and best.year is None):
        return ()
    if one.kind == "proposal":
        return (CITED if bare else MAKERS,) if best.countries and len(bare) <= SHORT else ()
    if best.unsaid and len(bare) >= TOGETHER:
        return (RESTS,)
    return (AROUND, ONLY) if best.unsaid else (ONLY,) if len(bare) <= SHORT else ()


def _fitting(one: Thing, rule: str, others: Sequence[Thing], made: Clusters) -> Iterator[Thing]:
    """Of each cluster that a name fits, the first member that shows it."""
    ours = set(made.members(one.name))
    found: set[str] = set()
    for other in sorted(others, key=lambda other: (-len(other.words), other.name)):
        if other.name in ours or other.name in found or other.best.generic or other.best.unsaid:
            continue
        if _fits(one, rule, other):
            found.update(made.members(other.name))
            yield other


def _spoken_of(one: Thing, found: tuple[Thing, ...]) -> tuple[Thing, ...]:
    """Of several that a name fits, the one whose subject is spoken of where the name stands, if it is one."""
    if len(found) < 2:
        return found
    near = tuple(other for other in found if any(word[0] == "@" for word in _bare(other) & one.around))
    return near if len(near) == 1 else found


def _fits(one: Thing, rule: str, other: Thing) -> bool:
    mine, theirs = _bare(one), _bare(other)
    if rule == MAKERS:
        return bool(theirs) and gap(one, other) <= LONG
    if rule == CITED:
        return mine < theirs and bool(one.cites & other.documents or one.documents & other.cites)
    if not theirs or other.best.sort == "membership" or not may_meet(one, other):
        return False
    if other_numbers(one, other) or opposed(one.words, other.words):
        return False
    if rule == AROUND:
        said = theirs - _acts(theirs) or theirs
        return theirs <= one.around and (len(theirs) >= TOGETHER or any(word[0] == "@" for word in said))
    if not mine:
        # a commitment, an obligation: a change of a list is not called so
        return one.best.unsaid or (other.best.sort != "annex" and "~change" not in theirs)
    if rule == RESTS:
        known = {word for word in things_of(mine) if word[0] == "@"} <= theirs
        return known and one.numbers <= other.numbers and len(mine & theirs) >= TOGETHER
    return mine < theirs and not (_acts(mine) and _acts(theirs) - _acts(mine))


def _bare(one: Thing) -> frozenset[str]:
    """The telling words without topics, which follow from words that may stand there already.

    Those who made a proposal do not tell what it is about.
    """
    makers = {f"+{code}" for code in one.best.countries} if one.kind == "proposal" else set()
    return frozenset(word for word in one.words if word[0] != "#" and word not in makers)


def _acts(found: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in found if word in _known_acts())


@cache
def _known_acts() -> frozenset[str]:
    return frozenset("~" + row["means"] for row in table("same_words") if row["kind"] == "act")
