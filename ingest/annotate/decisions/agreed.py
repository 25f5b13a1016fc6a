"""Decisions named by what was agreed: "as agreed at the 2003 Plenary", "Annex changes agreed in Athens"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.annotate.decisions.decided import Decided
from ingest.annotate.decisions.decision_words import of_kind
from ingest.annotate.language.complements import governing, noun_phrase_before
from ingest.annotate.language.gatherings import Gatherings
from ingest.annotate.language.vocabulary import is_kind
from ingest.annotate.language.word import Word

AT = frozenset(("at", "in", "by", "during"))


def agreed(found: Sequence[Word], known: Gatherings) -> Iterator[Decided]:
    """Decisions that a participle and a meeting's name give; "and renewed at ..." goes on with the last."""
    last: Decided | None = None
    for at, word in enumerate(found):
        if word.low == "as":
            yield from _as_they_agreed(found, at, known)
        if word.low not in of_kind("participle") or at + 2 >= len(found) or found[at + 1].low not in AT:
            continue
        if is_kind(found[at - 1].low, "auxiliary") if at else True:
            continue
        end = known.end(found, at + 2) or _by_members(found, at)
        if end is None:
            continue
        if last is not None and last.end in (at - 1, at - 2) and found[at - 1].low == "and":
            made: Decided | None = replace(
                last, start=at, end=end, meeting=_meeting(found, at + 2, end, known)
            )
        else:
            made = _as_agreed(found, at, end, known) or _noun_agreed(found, at, end, known)
        if made is not None:
            last = made
            yield made


def _as_they_agreed(found: Sequence[Word], at: int, known: Gatherings) -> Iterator[Decided]:
    """A decision named by "as the Madrid Plenary decided in 2005"."""
    end = known.end(found, at + 1)
    if end is None or end >= len(found) or found[end].low not in of_kind("participle"):
        return
    about = governing(found, at)
    if about[0] < about[1]:
        stop = known.end(found, end + 1) if end + 1 < len(found) and found[end + 1].low == "in" else None
        yield Decided(at, stop or end + 1, about, "as-agreed-at", (at + 1, end))


def _by_members(found: Sequence[Word], at: int) -> int | None:
    """The index after "by (the) Partners" or "by consensus"."""
    stop = at + 2 + is_kind(found[at + 2].low, "determiner")
    if found[at + 1].low != "by" or stop >= len(found):
        return None
    return stop + 1 if found[stop].low in of_kind("actor") else None


def _meeting(found: Sequence[Word], start: int, end: int, known: Gatherings) -> tuple[int, int] | None:
    return (start, end) if known.end(found, start) is not None else None


def _as_agreed(found: Sequence[Word], at: int, end: int, known: Gatherings) -> Decided | None:
    start = at - 1
    while start > 0 and (is_kind(found[start].low, "adverb") or found[start].low == "previously"):
        start -= 1
    if found[start].low not in ("as", "was", "were", "what"):
        return None
    about = governing(found, start)
    if about[0] >= about[1]:
        return None
    general = known.is_general(found[at + 2 : end])
    meeting = _meeting(found, at + 2, end, known)
    return Decided(start, end, about, "as-agreed-at", None if general else meeting, None, general)


def _noun_agreed(found: Sequence[Word], at: int, end: int, known: Gatherings) -> Decided | None:
    stop = at
    while stop > 0 and is_kind(found[stop - 1].low, "adverb"):
        stop -= 1
    start = noun_phrase_before(found, stop)
    if (
        start >= stop
        or found[stop - 1].low in ("it", "them", "this", "him")
        or found[stop - 1].low in of_kind("actor")
        or found[stop - 1].low.startswith("decision")
    ):
        return None
    general = known.is_general(found[at + 2 : end])
    meeting = _meeting(found, at + 2, end, known)
    if meeting is None and found[at + 1].low == "in":
        return None
    return Decided(start, end, (start, stop), "noun-agreed-at", None if general else meeting, None, general)
