"""Decisions told by a noun: "there was agreement to ...", "consensus emerged on ...", "won approval"."""

from collections.abc import Iterator, Sequence
from typing import Final

from ingest.annotate.decisions.applying import says_something
from ingest.annotate.decisions.decided import Decided
from ingest.annotate.decisions.decision_words import of_kind
from ingest.annotate.decisions.objects import only_thought
from ingest.annotate.directives.modals import modals
from ingest.annotate.language.complements import clause_end, noun_phrase_before, phrase_end
from ingest.annotate.language.gatherings import Gatherings
from ingest.annotate.language.vocabulary import is_kind
from ingest.annotate.language.word import Word, places

_OF: Final = frozenset(("on", "to", "that", "for", "around", "of", "about", "regarding", "concerning"))
_ASIDES: Final = ("at last", "at length", "in favor", "in favour", "by consensus", "in the end")
_MAY: Final = frozenset(("could", "may", "will", "would", "should", "can", "might", "must", "shall"))
CONSENT: Final = of_kind("consent")
ACTS: Final = of_kind("naming-act")
WON: Final = of_kind("winning")


def nominal(found: Sequence[Word], known: Gatherings) -> Iterator[Decided]:
    """The decisions that a sentence tells of by a noun for consent or for an act of those who decide.

    >>> from ingest.annotate.language.gatherings import gatherings
    >>> from ingest.annotate.language.word import words
    >>> from ingest.tables import knowledge
    >>> found = words("There was general agreement that the list be published.")
    >>> [[one.low for one in found[slice(*made.about)]] for made in nominal(found, gatherings(knowledge()))]
    [['the', 'list', 'be', 'published']]
    """
    for at in places(found, CONSENT | ACTS | WON):
        if found[at].depth or at + 2 >= len(found):
            continue
        about: tuple[int, int] | None = None
        rule = "agreement-reached"
        if found[at].low in CONSENT:
            about = _consent(found, at, known)
        elif found[at].low in ACTS and found[at + 1].low == "of":
            about, rule = _act_of_theirs(found, at, known), "was-decided"
        elif found[at].low in WON:
            about, rule = _won(found, at, known), "was-decided"
        if about is not None and says_something(found[slice(*about)]):
            yield Decided(min(at, about[0]), max(about[1], at + 1), about, rule)


def _consent(found: Sequence[Word], noun: int, known: Gatherings) -> tuple[int, int] | None:
    """What "there was agreement to", "consensus could be found on" or "closed with agreement on" tells of."""
    lead = _led(found, noun)
    stop = _past(found, noun + 1)
    told = stop > noun + 1 and found[stop - 1].low in of_kind("reaching")
    told = told and not _doubted(found, noun)
    meant = _of_those_who_decide(found, noun + 1, known)
    if not told and meant is not None:
        stop, lead = meant, True
    if not told and not lead:
        return None
    while stop + 1 < len(found) and " ".join(one.low for one in found[stop : stop + 2]) in _ASIDES:
        stop += 2
    if stop + 1 >= len(found) or found[stop].low not in _OF:
        return None
    said = {one.low for one in found[stop + 1 : stop + 6]}
    if said & of_kind("thought") or (found[stop].low == "that" and only_thought(found, stop + 1)):
        return None
    return stop + 1, clause_end(found, stop + 1)


def _led(found: Sequence[Word], noun: int) -> bool:
    """Whether "there was", "ended with" or "the outcome was" stands before the noun."""
    at = noun
    while at > 0 and (
        is_kind(found[at - 1].low, "adverb") or found[at - 1].low in of_kind("whole") | {"a", "an", "the"}
    ):
        at -= 1
    lows = [one.low for one in found[max(0, at - 3) : at]]
    if {"if", "whether", "unless", "once", "not"} & {one.low for one in found[max(0, at - 5) : at]}:
        return False
    if lows[-2:] in (["there", "was"], ["there", "were"]) or lows in (["there", "has", "been"],):
        return True
    if lows[-1:] == ["with"] and lows[-2:-1] and lows[-2] in of_kind("ending"):
        return True
    heads = {one.low for one in found[: at - 1]} if lows[-1:] in (["was"], ["were"]) else set()
    return bool(heads & of_kind("result"))


def _past(found: Sequence[Word], at: int) -> int:
    """Past "was", "has at last been", "could be" and the verb behind it."""
    while at < len(found) and (
        is_kind(found[at].low, "auxiliary", "adverb")
        or found[at].low in ("could", "at", "last", "having", "among", "partners", "in", "the", "end")
    ):
        at += 1
    return at + (at < len(found) and found[at].low in of_kind("reaching"))


def _doubted(found: Sequence[Word], noun: int) -> bool:
    before = {one.low for one in found[max(0, noun - 3) : noun]}
    return bool(
        before & {"no", "if", "once", "until", "when", "unless", "little", "whether", "not", "before"}
    )


def _of_those_who_decide(found: Sequence[Word], at: int, known: Gatherings) -> int | None:
    """The index after "of (the) meeting was" behind "consensus"."""
    if found[at].low not in ("of", "among", "in"):
        return None
    for stop in range(at + 1, min(len(found) - 1, at + 5)):
        ours = found[stop - 1].low in known.actors or known.series_before(found, stop)
        if found[stop].low in ("was", "were") and ours:
            return stop + 1
    return None


def _act_of_theirs(found: Sequence[Word], noun: int, known: Gatherings) -> tuple[int, int] | None:
    """What was done in "the Plenary's adoption of the entry" or "the result was the adoption of a rule"."""
    start = noun - 1
    while start > 0 and is_kind(found[start].low, "adverb", "determiner"):
        start -= 1
    own = start >= 0 and found[start].low in known.owners and found[start].low.endswith(("'s", "'"))
    own = own or (
        start >= 0 and found[start].low.endswith("'s") and known.series_before(found, start + 1) > 0
    )
    result = found[start].low in ("was", "were") and any(
        one.low in of_kind("result") for one in found[:start]
    )
    wished = {one.low.removesuffix("s") for one in found[:noun]} & of_kind("wished")
    if not (own or result) or wished or next(iter(modals(found)), None) is not None:
        return None
    if any(one.low in _MAY for one in found):
        return None
    return noun, phrase_end(found, noun + 2)


def _won(found: Sequence[Word], verb: int, known: Gatherings) -> tuple[int, int] | None:
    """What "won approval from the plenary" or "obtained unanimous support" says was decided."""
    at = verb + 1 + (found[verb + 1].low == "with")
    first = at
    while at < len(found) and (
        found[at].low in of_kind("whole") | {"the", "a", "its"} or _owner(found[at].low, known)
    ):
        at += 1
    if at >= len(found) or found[at].low not in of_kind("blessing"):
        return None
    said = {one.low for one in found[first:at]}
    whole = bool(said & {"unanimous", "everyone's", "universal"}) or any(_owner(low, known) for low in said)
    whole = whole or ("general" in said and found[at].low != "support")
    by = at + 2 + (at + 2 < len(found) and is_kind(found[at + 2].low, "determiner"))
    ours = by < len(found) and found[at + 1].low in ("of", "from", "by", "in")
    ours = ours and (found[by].low in known.actors or known.series_at(found, by) > 0)
    start = noun_phrase_before(found, verb)
    while start > 0 and not (found[start - 1].is_mark or is_kind(found[start - 1].low, "opener")):
        start -= 1
    return (start, verb) if (whole or ours) and start < verb else None


def _owner(low: str, known: Gatherings) -> bool:
    """Whether a word is that of those who decide, before what is theirs: "the Plenary's approval"."""
    return low.endswith(("'s", "s'")) and low in known.owners
