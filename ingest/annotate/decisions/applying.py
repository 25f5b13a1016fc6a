"""What is done in line with a decision: "Pursuant to the Madrid decision, the delegation should press X"."""

from collections.abc import Sequence

from ingest.annotate.decisions.decision_words import of_kind
from ingest.annotate.directives.modals import modals
from ingest.annotate.language.acts import act
from ingest.annotate.language.complements import clause_end, governing
from ingest.annotate.language.vocabulary import is_kind
from ingest.annotate.language.word import Word

POINTING = frozenset(("it", "them", "this", "these", "those", "so"))


def says_something(found: Sequence[Word]) -> bool:
    """Whether words tell what was decided: not only "the text", "it" or "the offer".

    >>> from ingest.annotate.language.word import words
    >>> says_something(words("the text")), says_something(words("the text of Item 9"))
    (False, True)
    """
    small = ("determiner", "preposition", "conjunction", "auxiliary", "opener", "adverb")
    said = (one.low for one in found if not one.is_mark and not is_kind(one.low, *small))
    return any(low not in of_kind("empty") for low in said)


def applied(found: Sequence[Word], end: int) -> tuple[int, int] | None:
    """What a clause behind the leading phrase that ends there says is done; ``None`` if it only points back.

    >>> from ingest.annotate.language.word import words
    >>> one = words("Under the Madrid decision, the Chair visits capitals.")
    >>> applied(one, 4)
    (5, 9)
    """
    comma = next((at for at in range(end, min(len(found), end + 7)) if found[at].low == ","), None)
    if comma is None or any(found[at].is_mark and found[at].low not in "()" for at in range(end, comma)):
        return None
    start = comma + 1
    cue = next(iter(modals(found[comma:])), None)
    if cue is not None:
        made = act(found, comma + cue.end, "should")
        start = start if made is None or made.lemma is None else made.at + 1
    stop = clause_end(found, start)
    said = found[start:stop]
    if len(said) < 2 or not says_something(said) or said[-1].low in POINTING:
        return None
    return start, stop


def applied_before(found: Sequence[Word], start: int) -> tuple[int, int] | None:
    """What the words before "in line with", "rest on" and the like say, where these end at *start*.

    >>> from ingest.annotate.language.word import words
    >>> applied_before(words("National reports rest on the Oslo decision."), 4)
    (0, 2)
    """
    near = range(start, max(1, start - 3), -1)
    cue = next((at for at in near if _rests(found, at)), None)
    if cue is None:
        return None
    cue -= 2
    while cue > 1 and (found[cue - 1].low == "in" or is_kind(found[cue - 1].low, "auxiliary", "adverb")):
        cue -= 1
    first, stop = governing(found, cue)
    first += found[first].low == "that" if first < stop else 0
    return (first, stop) if says_something(found[first:stop]) else None


def _rests(found: Sequence[Word], end: int) -> bool:
    return " ".join(one.low for one in found[end - 2 : end]) in of_kind("resting")
