"""Decisions listed below a line that announces them: "The Plenary took the following decisions:"."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from ingest.annotate.decisions.decided import Decided
from ingest.annotate.decisions.when import Named
from ingest.annotate.language.complements import clause_end
from ingest.annotate.language.gatherings import Gatherings
from ingest.annotate.language.units import Unit
from ingest.annotate.language.verbs import is_base
from ingest.annotate.language.vocabulary import is_kind, phrases
from ingest.annotate.language.word import Word, words

ANNOUNCING = frozenset(("decisions", "decided", "agreed", "agreements", "resolved", "approved", "adopted"))
_NOT_YET: Final = frozenset(("should", "may", "must", "can", "could", "would", "might", "if", "whether"))
_SHALL: Final = frozenset(("will", "shall", "should", "would", "be", "must", "is", "are", "was", "were"))
_SUBJECT: Final = 8
"""With so many words a line is no more than the subject of the verbs below it."""
_HEADED: Final = frozenset(
    ("taken", "reached", "adopted", "made", "of", "the", "plenary", "and", "main", "key")
)


@dataclass(frozen=True, slots=True)
class Listing:
    """The passage whose items are decisions; perhaps only those that begin with a verb of deciding."""

    passage: str = ""
    acts_only: bool = False

    def holds(self, unit: Unit, last: str) -> bool:
        """Whether a unit is one of its items: a bullet, or what a lettered part begins with.

        >>> from ingest.document import Span
        >>> one = Unit(Span(0, 5), "- go.", Span(2, 5), True, "2", None, spoken=False)
        >>> Listing("2").holds(one, "2"), Listing().holds(one, "2"), Listing("3").holds(one, "2")
        (True, False, False)
        """
        if not self.passage:
            return False
        if unit.passage == self.passage:
            return unit.is_item
        return unit.parent == self.passage and (unit.is_item or unit.passage != last)


def announced(found: Sequence[Word], passage: str, known: Gatherings) -> Listing | None:
    """The list that a sentence announces, if those who decide leave what they decided to the items below.

    >>> from ingest.annotate.language.word import words
    >>> from ingest.annotate.language.gatherings import gatherings
    >>> from ingest.tables import knowledge
    >>> texts = ("The Partners agreed to:", "Posts should:", "The Plenary:")
    >>> [announced(words(one), "2", gatherings(knowledge())) for one in texts]
    [Listing(passage='2', acts_only=False), None, Listing(passage='2', acts_only=True)]
    """
    if not found or found[-1].low != ":":
        return None
    lows = {one.low for one in found}
    if lows & known.partial:
        return None
    ours = bool(lows & known.actors) or any(known.series_at(found, at) for at in range(len(found)))
    ours = ours or "it" in lows or "taken" in lows
    if lows & ANNOUNCING and ours and not lows & _NOT_YET:
        return Listing(passage)
    return Listing(passage, acts_only=True) if _only_subject(found, known) else None


def _only_subject(found: Sequence[Word], known: Gatherings) -> bool:
    """Whether "In particular, the Plenary:" names who decides, and no verb."""
    end = len(found) - 1
    while end and (is_kind(found[end - 1].low, "adverb") or found[end - 1].low in ("has", "have")):
        end -= 1
    if end and found[end - 1].low == ")":
        end = next((at for at in range(end - 1, 0, -1) if found[at].low == "("), end)
    start = max((at + 1 for at in range(end) if found[at].is_mark), default=0)
    named = end > 0 and (found[end - 1].low in known.actors or known.series_before(found, end) > 0)
    first = found[start].low if start < end else ""
    return named and end - start <= _SUBJECT and not is_kind(first, "preposition", "opener", "conjunction")


@cache
def headed(heading: str | None) -> bool:
    """Whether a heading says that decisions follow.

    >>> headed("DECISIONS TAKEN"), headed("Decisions of the Plenary"), headed("A decision for Partners")
    (True, True, False)
    """
    lows = [one.low for one in words(heading or "") if not one.is_mark]
    return "decisions" in lows and set(lows) - {"decisions"} <= _HEADED


def acting(found: Sequence[Word]) -> bool:
    """Whether an item begins with a verb of deciding, whose subject the line above it is.

    >>> from ingest.annotate.language.word import words
    >>> acting(words("also adopted a paper")), acting(words("a paper"))
    (True, False)
    """
    start = 0
    while start + 1 < len(found) and is_kind(found[start].low, "adverb"):
        start += 1
    return phrases("decision_verbs").at(found, start) is not None


def listed(found: Sequence[Word], named: Named) -> Decided | None:
    """The decision that an item of such a list is: what to do, what shall be, or a thing.

    >>> from ingest.annotate.language.word import words
    >>> texts = ("to share data;", "The paper will be published.", "France spoke.")
    >>> [made and made.about for made in (listed(words(one), {}) for one in texts)]
    [(1, 3), (0, 5), None]
    """
    start = 1 if found[0].low in ("to", "that") else 0
    if start >= len(found):
        return None
    end = clause_end(found, start)
    shall = any(one.low in _SHALL for one in found[start:end])
    if not (start or is_base(found[0].low) or (shall and 0 not in named)):
        return None
    return Decided(0, end, (start, end), "listed-decision") if end > start else None
