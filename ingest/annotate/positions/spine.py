"""A sentence without its asides of manner and time: what is left holds verb, subject and object together."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ingest.annotate.language.units import Unit
from ingest.annotate.language.vocabulary import Cue, is_kind, phrases
from ingest.annotate.language.word import Word, Words, places

ASIDES: Final = phrases("adverbial_phrases")
MORE: Final = frozenset(("more", "less", "rather", "somewhat", "equally", "very", "albeit", "if"))
OPENERS: Final = ASIDES.first | MORE
OPENING: Final = frozenset(("(",))
LABEL: Final = "item"
"""The word for "(c)", which stands for one of the items that are told of."""
NUMBERED: Final = frozenset((".", "paragraph", "para", "paras", "section", "note", "article"))
DENIAL: Final = "never"
"""What stands in the place of "under no circumstances" and the like."""


def spined(unit: Unit) -> Unit:
    """The sentence as its rules read it: as it is, where it has no aside.

    >>> from ingest.document import Span
    >>> text = "Japan, at this stage, could in no way agree."
    >>> [one.low for one in spined(Unit(Span(0, 44), text, Span(0, 44), False, "1", None, False)).words]
    ['japan', 'could', 'never', 'agree', '.']
    """
    if unit.lows.isdisjoint(OPENERS) and "(" not in unit.lows:
        return unit
    kept = _kept(unit.words)
    if kept is unit.words:
        return unit
    made = replace(unit)
    made.__dict__["words"] = Words(kept, (one.low for one in kept))
    return made


def _kept(found: Words) -> Sequence[Word]:
    found = _labelled(found)
    kept: list[Word] = []
    end = 0
    for at in places(found, OPENERS):
        if at >= end and found[at].low in MORE and _is_manner(found, at):
            kept += found[end:at]
            end = _past(found, at + 2, kept)
            continue
        cue = ASIDES.at(found, at) if at >= end else None
        if cue is not None:
            kept += found[end:at]
            end = _past(found, cue.end, kept)
            kept += _instead(found, cue)
    return (*kept, *found[end:]) if end or kept else found


def _labelled(found: Words) -> Words:
    """The words with "(c)" as one, where it is a label and stands as a noun: "objected to (c)"."""
    if not any(_is_label(found, at) for at in places(found, OPENING)):
        return found
    made: list[Word] = []
    at = 0
    while at < len(found):
        if _is_label(found, at):
            made.append(Word(LABEL, found[at].start, found[at + 2].end))
            at += 3
        else:
            made.append(found[at])
            at += 1
    return Words(made, (one.low for one in made))


def _is_label(found: Words, at: int) -> bool:
    if at + 2 >= len(found) or found[at].low != "(" or found[at + 2].low != ")" or not at:
        return False
    return len(found[at + 1].low) == 1 and found[at - 1].low not in NUMBERED


def _is_manner(found: Words, at: int) -> bool:
    """Whether "more mildly" stands between commas."""
    if at + 2 >= len(found) or not at:
        return False
    return found[at - 1].low == "," == found[at + 2].low and is_kind(found[at + 1].low, "adverb")


def _past(found: Words, end: int, kept: list[Word]) -> int:
    """The index after an aside and the commas that set it off."""
    comma = end < len(found) and found[end].low == ","
    if not comma:
        return end
    if kept and kept[-1].low == ",":
        kept.pop()
        return end + 1
    return end + (not kept)


def _instead(found: Words, cue: Cue) -> Sequence[Word]:
    low = {"denies": DENIAL, "and": "and"}.get(cue.row["effect"])
    return () if low is None else (Word(low, found[cue.start].start, found[cue.end - 1].end),)
