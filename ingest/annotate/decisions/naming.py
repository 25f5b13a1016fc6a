"""Decisions named by an act: "the deferral at Seoul of an application", "consensus was reached on ..."."""

from collections.abc import Iterator, Sequence

from ingest.annotate.decisions.decided import Decided
from ingest.annotate.decisions.decision_words import of_kind
from ingest.annotate.directives.modals import modals
from ingest.annotate.language.complements import clause_end, phrase_end
from ingest.annotate.language.gatherings import Gatherings
from ingest.annotate.language.vocabulary import is_kind
from ingest.annotate.language.word import Word, places

AT = frozenset(("at", "in"))
REACHED = frozenset(("consensus", "agreement"))
TASKED = frozenset(("tasked", "asked", "mandated", "authorized", "instructed", "directed", "charged"))


OPENERS = of_kind("naming-act") | REACHED


def naming(found: Sequence[Word], known: Gatherings) -> Iterator[Decided]:
    """The decisions that a sentence names by a noun for the act, or tells of without saying whose.

    >>> from ingest.annotate.language.gatherings import gatherings
    >>> from ingest.annotate.language.word import words
    >>> from ingest.tables import knowledge
    >>> found = words("Consensus was reached on a new control list.")
    >>> made = list(naming(found, gatherings(knowledge())))
    >>> [([one.low for one in found[slice(*each.about)]], each.rule) for each in made]
    [(['a', 'new', 'control', 'list'], 'agreement-reached')]
    """
    for at in sorted({*places(found, OPENERS), *places(found, known.tasked)}):
        if at + 2 >= len(found):
            break
        made: Decided | None = None
        if found[at].low in of_kind("naming-act"):
            made = _act(found, at, known)
        elif found[at].low in REACHED:
            made = _reached(found, at)
        elif found[at].low in known.tasked:
            made = _tasked(found, at)
        if made is not None:
            yield made


def _act(found: Sequence[Word], noun: int, known: Gatherings) -> Decided | None:
    """With the meeting before or behind what it was done to."""
    start = noun - 1 if noun and is_kind(found[noun - 1].low, "determiner") else noun
    before = {one.low for one in found[max(0, start - 2) : noun]}
    wished = (before | {low.removesuffix("s") for low in before}) & of_kind("wished")
    if wished or next(iter(modals(found[:noun])), None) is not None:
        return None
    if found[noun + 1].low in AT:
        place = known.end(found, noun + 2)
        if place is not None and found[place - 1].low in ("the", "a", "an", "its"):
            place -= 2
        if place is None or place + 1 >= len(found) or found[place].low != "of":
            return None
        end = phrase_end(found, place + 1)
        return Decided(start, end, (place + 1, end), "act-named", (noun + 2, place))
    if found[noun + 1].low != "of":
        return None
    end = phrase_end(found, noun + 2)
    stop = next(
        (at for at in range(noun + 3, end - 1) if found[at].low in AT and known.end(found, at + 1)), None
    )
    if stop is None:
        return None
    meeting = (stop + 1, known.end(found, stop + 1) or stop + 2)
    return Decided(start, meeting[1], (noun, stop), "act-named", meeting)


def _reached(found: Sequence[Word], noun: int) -> Decided | None:
    """What "consensus was reached on ..." tells of."""
    start = noun + 1 + is_kind(found[noun + 1].low, "auxiliary")
    also = start > noun + 1 and start < len(found) and is_kind(found[start].low, "adverb")
    start += also
    if start == noun + 1 or start + 2 >= len(found) or found[start].low != "reached":
        return None
    if noun and found[noun - 1].low in ("no", "if", "once", "until", "when"):
        return None
    if found[start + 1].low not in ("on", "to", "that"):
        return None
    end = clause_end(found, start + 2)
    return Decided(noun, end, (start + 2, end), "agreement-reached")


def _tasked(found: Sequence[Word], noun: int) -> Decided | None:
    """What "the Chair was tasked to ..." tells of."""
    lows = [one.low for one in found[noun + 1 : noun + 4]]
    if (
        len(lows) < 3
        or lows[0] not in ("was", "were")
        or lows[1] not in TASKED
        or lows[2] not in ("to", "with")
    ):
        return None
    if noun > 1 and found[noun - 2].low in ("if", "whether", "that", "unless"):
        return None
    end = clause_end(found, noun + 2)
    return Decided(noun, end, (noun + 2, end), "body-was-tasked")
