"""A sentence without its asides of manner and time: what is left holds verb, subject and object together."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ingest.annotate.language.units import Unit
from ingest.annotate.language.vocabulary import Cue, phrases
from ingest.annotate.language.word import Word, Words, places

ASIDES: Final = phrases("adverbial_phrases")
DENIAL: Final = "never"
"""What stands in the place of "under no circumstances" and the like."""


def spined(unit: Unit) -> Unit:
    """The sentence as its rules read it: as it is, where it has no aside.

    >>> from ingest.document import Span
    >>> text = "Japan, at this stage, could in no way agree."
    >>> [one.low for one in spined(Unit(Span(0, 44), text, Span(0, 44), False, "1", None, False)).words]
    ['japan', 'could', 'never', 'agree', '.']
    """
    if unit.lows.isdisjoint(ASIDES.first):
        return unit
    kept = _kept(unit.words)
    if len(kept) == len(unit.words):
        return unit
    made = replace(unit)
    made.__dict__["words"] = Words(kept, (one.low for one in kept))
    return made


def _kept(found: Words) -> Sequence[Word]:
    kept: list[Word] = []
    end = 0
    for at in places(found, ASIDES.first):
        cue = ASIDES.at(found, at) if at >= end else None
        if cue is not None:
            kept += found[end:at]
            end = _past(found, cue, kept)
            kept += _instead(found, cue)
    return (*kept, *found[end:])


def _past(found: Words, cue: Cue, kept: list[Word]) -> int:
    """The index after an aside and the commas that set it off."""
    comma = cue.end < len(found) and found[cue.end].low == ","
    if not comma:
        return cue.end
    if kept and kept[-1].low == ",":
        kept.pop()
        return cue.end + 1
    return cue.end + (not kept)


def _instead(found: Words, cue: Cue) -> Sequence[Word]:
    low = {"denies": DENIAL, "and": "and"}.get(cue.row["effect"])
    return () if low is None else (Word(low, found[cue.start].start, found[cue.end - 1].end),)
