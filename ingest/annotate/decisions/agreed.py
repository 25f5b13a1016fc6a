"""Decisions named by what was agreed: "as agreed at the 2003 Plenary", "Annex changes agreed in Athens"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.annotate.decisions.decided import Decided
from ingest.annotate.decisions.decision_words import of_kind
from ingest.annotate.language.complements import clause_end, governing, noun_phrase_before, phrase_end
from ingest.annotate.language.gatherings import Gatherings
from ingest.annotate.language.vocabulary import is_kind
from ingest.annotate.language.word import Word, places

AT = frozenset(("at", "in", "by", "during"))


MODALS = frozenset(("should", "shall", "must", "will", "would", "may"))
OPENERS = of_kind("participle") | of_kind("issuing") | {"as", "worked", "laid"}


def agreed(found: Sequence[Word], known: Gatherings) -> Iterator[Decided]:
    """Decisions that a participle and a meeting's name give; "and renewed at ..." goes on with the last.

    >>> from ingest.annotate.language.gatherings import gatherings
    >>> from ingest.annotate.language.word import words
    >>> from ingest.tables import knowledge
    >>> found = words("Canada applies the Annex changes agreed at the Athens Plenary.")
    >>> [[one.low for one in found[slice(*made.about)]] for made in agreed(found, gatherings(knowledge()))]
    [['annex', 'changes']]
    """
    last: Decided | None = None
    for at in places(found, OPENERS):
        if found[at].low == "as":
            yield from _as_they_agreed(found, at, known)
        place = _place(found, at)
        if (
            place is not None
            and at > 1
            and found[at - 2].low == "what"
            and found[at - 1].low in ("was", "were")
        ):
            yield from _what_was_agreed(at - 2, place, known.end(found, place))
            continue
        if place is None or (is_kind(found[at - 1].low, "auxiliary") if at else True):
            continue
        if _members_before(found, at, known):
            yield from _what_they_agreed(found, at, place, known)
            continue
        end = known.end(found, place) or _by_members(found, place, known)
        if end is None:
            continue
        if last is not None and last.end in (at - 1, at - 2) and found[at - 1].low == "and":
            made: Decided | None = replace(
                last, start=at, end=end, meeting=_meeting(found, place, end, known)
            )
        else:
            made = _as_agreed(found, at, place, end, known) or _noun_agreed(found, at, place, end, known)
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


def _place(found: Sequence[Word], at: int) -> int | None:
    """The index after "at" or "by" behind a participle: "agreed (upon) at", "worked out in", "issued at"."""
    low = found[at].low
    if low not in of_kind("participle") and not (low in of_kind("issuing") and _may_be_issued(found, at)):
        if [one.low for one in found[at : at + 2]] not in (["worked", "out"], ["laid", "down"]):
            return None
        at += 1
    elif low == "agreed" and at + 1 < len(found) and found[at + 1].low in ("upon", "to", "on"):
        at += 1
    return at + 2 if at + 2 < len(found) and found[at + 1].low in AT else None


def _may_be_issued(found: Sequence[Word], at: int) -> bool:
    """Whether what is said to be issued is a decision by its name: "the appeal issued at ..."."""
    phrase = found[noun_phrase_before(found, at) : at]
    return any(one.low in of_kind("outcome") | of_kind("act-noun") for one in phrase)


def _members_before(found: Sequence[Word], at: int, known: Gatherings) -> bool:
    """Whether those who decide stand as the subject behind "what" or "as"."""
    start = at - 1
    while start > 0 and is_kind(found[start].low, "adverb"):
        start -= 1
    opened = {one.low for one in found[max(0, start - 2) : start]}
    return found[start].low in known.actors and bool(opened & {"what", "as"})


def _what_they_agreed(found: Sequence[Word], at: int, place: int, known: Gatherings) -> Iterator[Decided]:
    """A decision named by "what Partners agreed at Athens"; "as Partners agreed at Athens, ..." says what."""
    end = known.end(found, place)
    start = next(one for one in range(at - 1, -1, -1) if found[one].low in ("what", "as"))
    if end is None:
        return
    about = (end, end)
    if found[start].low == "as" and end < len(found) and found[end].low == ",":
        about = (end + 1, clause_end(found, end + 1))
    elif found[start].low == "as":
        about = governing(found, start)
    yield Decided(start, end, about, "as-members-agreed", (place, end))


def _what_was_agreed(start: int, place: int, end: int | None) -> Iterator[Decided]:
    """A decision named by "what was decided at Athens"."""
    if end is not None:
        yield Decided(start, end, (end, end), "as-members-agreed", (place, end))


def _by_members(found: Sequence[Word], place: int, known: Gatherings) -> int | None:
    """The index after "by (the) Partners" or "by consensus"."""
    stop = place + is_kind(found[place].low, "determiner")
    if found[place - 1].low != "by" or stop >= len(found):
        return None
    return stop + 1 if found[stop].low in known.actors else None


def _meeting(found: Sequence[Word], start: int, end: int, known: Gatherings) -> tuple[int, int] | None:
    return (start, end) if known.end(found, start) is not None else None


def _as_agreed(found: Sequence[Word], at: int, place: int, end: int, known: Gatherings) -> Decided | None:
    start = at - 1
    while start > 0 and (is_kind(found[start].low, "adverb") or found[start].low == "previously"):
        start -= 1
    if found[start].low not in ("as", "was", "were", "what"):
        return None
    about = governing(found, start)
    if about[0] >= about[1] and found[start].low == "as":
        about = _said_behind(found, end)
    elif about[0] >= about[1]:
        return None
    general = known.is_general(found[place:end])
    meeting = _meeting(found, place, end, known)
    return Decided(start, end, about, "as-agreed-at", None if general else meeting, None, general)


def _said_behind(found: Sequence[Word], end: int) -> tuple[int, int]:
    """What is done, in "As agreed in Athens (REF B), posts should report"."""
    at = end
    if at < len(found) and found[at].low == "(":
        at = next((shut + 1 for shut in range(at, len(found)) if found[shut].low == ")"), at)
    if at + 1 >= len(found) or not (found[at].low == "," or found[at].low in ("on", "regarding")):
        return end, end
    if found[at].low != ",":
        return at + 1, next((one for one in range(at + 1, len(found)) if found[one].is_mark), len(found))
    stop = clause_end(found, at + 1)
    modal = next((one for one in range(at + 1, stop - 1) if found[one].low in MODALS), at)
    return modal + 1, stop


def _noun_agreed(found: Sequence[Word], at: int, place: int, end: int, known: Gatherings) -> Decided | None:
    stop = at
    while stop > 0 and is_kind(found[stop - 1].low, "adverb"):
        stop -= 1
    stop -= stop > 0 and found[stop - 1].low == ","
    start = noun_phrase_before(found, stop)
    if (
        start >= stop
        or found[stop - 1].low in ("it", "them", "this", "him", "as")
        or found[stop - 1].low in known.actors
        or found[stop - 1].low.startswith("decision")
    ):
        return None
    general = known.is_general(found[place:end])
    meeting = _meeting(found, place, end, known)
    if meeting is None and (found[place - 1].low == "in" or found[stop].low == ","):
        return None
    meeting = None if general else meeting
    told = _told_behind(found, stop - 1, end)
    if told is not None:
        return Decided(start, told[1], told, "noun-agreed-at", meeting, None, general)
    return Decided(start, end, (start, stop), "noun-agreed-at", meeting, None, general)


def _told_behind(found: Sequence[Word], noun: int, end: int) -> tuple[int, int] | None:
    """What "the understanding reached at Oslo on transit" is about, said behind the meeting."""
    if found[noun].low not in of_kind("empty") or end + 1 >= len(found):
        return None
    if found[end].low not in ("on", "to", "that", "regarding", "concerning"):
        return None
    stop = phrase_end(found, end + 1) if found[end].low not in ("to", "that") else clause_end(found, end + 1)
    return (end + 1, stop) if stop > end + 1 else None
