"""Decisions named by a clause: "the rule that Partners adopted at Rio", "the text, which was rewritten"."""

from collections.abc import Iterator, Sequence
from typing import Final

from ingest.annotate.decisions.applying import says_something
from ingest.annotate.decisions.decided import Decided
from ingest.annotate.decisions.decision_words import of_kind
from ingest.annotate.decisions.when import Named, Today, When, may_be_dated, when
from ingest.annotate.language.complements import noun_phrase_before
from ingest.annotate.language.gatherings import Gatherings
from ingest.annotate.language.verbs import finite_of, gerund_of, is_base
from ingest.annotate.language.verbs import known as verbs
from ingest.annotate.language.vocabulary import is_kind, phrases
from ingest.annotate.language.word import Word, Words, places

MADE: Final = of_kind("participle") | (of_kind("making") - of_kind("loosely-made"))
OPENERS: Final = MADE | phrases("decision_origins").first
_RELATIVE: Final = frozenset(("that", "which", "whom"))
_WHOM: Final = frozenset(("him", "them", "her", "it", "us", "upon", "down", "up", "out", "unanimously"))


def relatives(found: Sequence[Word], known: Gatherings, named: Named, now: Today) -> Iterator[Decided]:
    """Decisions that a relative clause, or words for where it comes from, date or place.

    >>> from ingest.annotate.language.gatherings import gatherings
    >>> from ingest.annotate.language.word import words
    >>> from ingest.tables import knowledge
    >>> texts = ("The ban which Partners imposed in 2004.", "The note on motors dates from the 2003 Plenary.")
    >>> for found in map(words, texts):
    ...     [one] = relatives(found, gatherings(knowledge()), {}, Today())
    ...     one.year, [word.low for word in found[slice(*one.about)]]
    (2004, ['ban'])
    (None, ['note', 'on', 'motors'])
    """
    lows = found.lows if isinstance(found, Words) else frozenset(one.low for one in found)
    if not may_be_dated(lows, known):
        return
    for at in places(found, OPENERS):
        if found[at].depth or at == 0:
            continue
        origin = phrases("decision_origins").at(found, at)
        if origin is not None:
            made = _from(found, at, origin.end, known, named, now)
        else:
            made = _clause(found, at, known, named, now) if found[at].low in MADE else None
        if made is not None:
            yield made


def _from(
    found: Sequence[Word], at: int, end: int, known: Gatherings, named: Named, now: Today
) -> Decided | None:
    """What "dates from the 2003 Plenary" is said of."""
    told = _when(found, end, known, named, now)
    stop = at
    while stop > 0 and (
        is_kind(found[stop - 1].low, "auxiliary", "adverb") or found[stop - 1].low in _RELATIVE | {","}
    ):
        stop -= 1
    start = _phrase(found, stop)
    ours = {one.low for one in found[start:stop]} & (of_kind("bearing") | of_kind("standing"))
    if told is None or not ours or not _regimes(found, start, stop, told, named):
        return None
    return Decided(start, told.end, (start, stop), "standing-made", told.meeting, told.year)


def _when(found: Sequence[Word], end: int, known: Gatherings, named: Named, now: Today) -> When | None:
    """When or where, named with or without a preposition before it."""
    return when(found, end - 1, known, named, now) or (
        when(found, end, known, named, now) if end < len(found) else None
    )


def _clause(found: Sequence[Word], verb: int, known: Gatherings, named: Named, now: Today) -> Decided | None:
    told = when(found, _past_whom(found, verb + 1), known, named, now)
    if told is None:
        return None
    at = verb
    while at > 0 and is_kind(found[at - 1].low, "adverb", "auxiliary"):
        at -= 1
    passive = any(one.low in ("was", "were", "been") for one in found[at:verb])
    if at == 0:
        return None
    if not passive:
        subject = _subject(found, at, known, named)
        if subject is None:
            return None
        at = subject
    stop = at - (found[at - 1].low in _RELATIVE)
    told_of = told.end < len(found) and found[told.end].low in ("to", "that", "on")
    if stop == at and (passive or told_of or found[at - 1].low in known.actors):
        return None
    stop -= found[stop - 1].low == ","
    start = _phrase(found, stop)
    if stop <= start or found[stop - 1].low in known.actors or not _regimes(found, start, stop, told, named):
        return None
    return Decided(start, told.end, (start, stop), "standing-made", told.meeting, told.year)


def _past_whom(found: Sequence[Word], at: int) -> int:
    while at + 1 < len(found):
        pair = [one.low for one in found[at : at + 2]]
        if pair in (["each", "other"], ["one", "another"]):
            at += 2
        elif pair[0] in _WHOM:
            at += 1
        else:
            break
    return at


def _subject(found: Sequence[Word], end: int, known: Gatherings, named: Named) -> int | None:
    """Where those who decide begin as the subject of a clause behind a noun."""
    size = known.series_before(found, end) or known.place_before(found, end)
    if not size and found[end - 1].low not in known.actors:
        return None
    start = end - (size or 1)
    if start in named and not known.series_before(found, end):
        return None
    start -= known.place_before(found, start) if size else 0
    while (
        start > 0
        and end - start < 6
        and (
            is_kind(found[start - 1].low, "determiner")
            or found[start - 1].low in known.regimes | {"participating"}
        )
    ):
        start -= 1
    before = found[start - 1] if start else None
    if before is None or before.is_mark or {one.low for one in found[start:end]} & known.partial:
        return None
    small = is_kind(before.low, "preposition", "conjunction", "auxiliary", "adverb")
    return None if small and before.low not in _RELATIVE else start


def _phrase(found: Sequence[Word], stop: int) -> int:
    """Where the noun phrase begins that ends there; *stop* itself where a verb stands ("maintain that")."""
    low = found[stop - 1].low if stop else ""
    verbal = finite_of(low) is not None or (is_base(low) and verbs()[low]["also_noun"] != "yes")
    verbal = verbal and not (stop > 1 and is_kind(found[stop - 2].low, "determiner"))
    small = is_kind(low, "determiner", "preposition", "conjunction", "auxiliary", "opener", "adverb")
    if verbal or small or gerund_of(low) in verbs():
        return stop
    start = noun_phrase_before(found, stop)
    # a noun that could be a verb, but for its article: "the note (on motors)"
    head = start - 1 - (start > 1 and is_kind(found[start - 1].low, "preposition"))
    if head > 0 and is_kind(found[head - 1].low, "determiner") and is_base(found[head].low):
        return head
    return start


def _regimes(found: Sequence[Word], start: int, stop: int, told: When, named: Named) -> bool:
    """Whether the phrase says something, which no country or parliament is the author of."""
    lows = {one.low.removesuffix("'s") for one in found[start:stop]}
    if lows & of_kind("elsewhere") or not says_something(found[start:stop]):
        return False
    return told.meeting is not None or not any(start <= at < stop for at in named)
