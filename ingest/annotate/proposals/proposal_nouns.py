"""Proposals named by a noun: "the German Proposal on ...", "the proposal tabled by Russia"."""

from collections.abc import Iterator, Sequence

from ingest.annotate.language.complements import clause_end
from ingest.annotate.language.gatherings import Gatherings
from ingest.annotate.language.holders import Named, heads
from ingest.annotate.language.topics import leading_topic
from ingest.annotate.language.verbs import finite_of, is_base
from ingest.annotate.language.vocabulary import is_kind, phrases
from ingest.annotate.language.word import Word, places
from ingest.annotate.proposals.proposed import (
    Proposed,
    is_for_the_regime,
    label_after,
    of_kind,
    regime_words,
    topic,
)

JOINING = frozenset(("-", "/", "and", ",", "–"))
AFTER = frozenset(
    ("should", "may", "must", "can", "could", "might", "as", "if", "when", "until", "unless", "ad")
)
POINTED = frozenset(("text", "paper", "proposal", "draft", "plan", "initiative", "non-paper"))
DRAFTED = frozenset(("draft", "proposed"))
YEARLY = frozenset(("this", "next", "year", "the", "plenary", "meeting"))


OPENERS = of_kind("noun") | of_kind("draft-noun") | of_kind("asking-noun") | POINTED


def proposal_nouns(found: Sequence[Word], named: Named, known: Gatherings) -> Iterator[Proposed]:
    """The proposals that a sentence names with those who made them.

    >>> from ingest.annotate.language.gatherings import gatherings
    >>> from ingest.annotate.language.word import words
    >>> from ingest.tables import knowledge
    >>> found = words("We support the German proposal on end use controls.")
    >>> made = list(proposal_nouns(found, {3: ("DEU", 4)}, gatherings(knowledge())))
    >>> [(one.proponents, one.about) for one in made]
    [(('DEU',), (6, 9))]
    """
    behind = {at + near for at in places(found, DRAFTED) for near in (1, 2, 3) if at + near < len(found)}
    for at in sorted({*places(found, OPENERS), *behind}):
        low = found[at].low
        if low in of_kind("noun"):
            made = _before(found, at, named) or _after(found, at, named, known) or _its(found, at, named)
        elif low in of_kind("draft-noun") and not _goes_on(found, at + 1):
            made = _before(found, at, named) or _after(found, at, named, known)
            made = None if made is not None and made.about is None and _remarked(found, made.start) else made
        elif low in of_kind("asking-noun"):
            made = _asking(found, at, named, known)
        else:
            made = _drafted(found, at, named)
        made = made or _pointed_at(found, at)
        if made is not None:
            yield made


def _asking(found: Sequence[Word], noun: int, named: Named, known: Gatherings) -> Proposed | None:
    """A request or offer, if for an act of the regime: "Peru's request to put rockets on the agenda"."""
    made = _before(found, noun, named)
    if made is None or (made.about is None and noun + 1 < len(found) and found[noun + 1].low != "."):
        return made if made is not None and made.about is None else None
    if made.about is None or made.about[1] <= noun:
        return made if made.about is None else None
    said = {one.low for one in found[made.about[0] : made.about[1]]}
    return made if said & regime_words(known) else None


def _remarked(found: Sequence[Word], start: int) -> bool:
    """Whether remarks are about it ("our comments on the revised Polish text"): it is not what is at hand."""
    before = [one.low for one in found[max(0, start - 4) : start]]
    return any(one in of_kind("remark") for one in before) and bool({"on", "about"} & set(before))


def _goes_on(found: Sequence[Word], at: int) -> bool:
    """Whether the next word is a noun too, of which the one before only says more ("draft law")."""
    if at >= len(found) or found[at].is_mark or finite_of(found[at].low) is not None:
        return False
    low = found[at].low
    if is_kind(low, "auxiliary", "preposition", "conjunction", "opener", "adverb") or low in AFTER:
        return False
    return not low.endswith(("ed", "ing"))


def _drafted(found: Sequence[Word], noun: int, named: Named) -> Proposed | None:
    """What a country drafted, whatever it is called: "Canada's draft travel calendar would ..."."""
    drafts = [at for at in range(max(0, noun - 3), noun) if found[at].low in DRAFTED]
    if (
        not drafts
        or _goes_on(found, noun + 1)
        or found[noun].is_mark
        or found[noun].low in of_kind("own-law")
    ):
        return None
    owner = _owner(found, drafts[0], named)
    if owner is None or owner[2] != drafts[0]:
        return None
    if found[drafts[0]].low == "proposed" and not found[drafts[0] - 1].low.endswith(("'s", "s'")):
        return None
    about = (drafts[0] + 1, noun + 1)
    small = any(
        one.is_mark or is_kind(one.low, "preposition", "auxiliary", "determiner")
        for one in found[about[0] : about[1]]
    )
    return None if small else Proposed(owner[1], noun + 1, owner[0], about, "national-draft")


def _before(found: Sequence[Word], noun: int, named: Named) -> Proposed | None:
    """With the country before the noun: "the U.S. UAV/CM proposal"."""
    owner = _owner(found, noun, named)
    if owner is None:
        return None
    codes, first, stop = owner
    label = label_after(found, noun + 1)
    about = _modifiers(found, stop, noun) or topic(found, noun + 1) or leading_topic(found)
    about = about or _predicate(found, first, noun + 1) or _debated(found, first)
    if about is None and noun + 2 < len(found) and found[noun + 1].low == ",":
        acted = _acted_on(found, first, noun + 2)
        if acted is not None:
            return Proposed(first, noun + 1, codes, acted, "proposal-by")
    if about is not None and not is_for_the_regime(found, about):
        return None
    lows = {one.low for one in found[max(0, first - 3) : noun]}
    definite = bool(lows & {"the", "these", "those", "this"}) or found[stop - 1].low.endswith(("'s", "s'"))
    if lows & of_kind("vague") or (found[noun].low.endswith("s") and not definite):
        return None
    end = max(noun + 1, 0 if about is None else about[1], 0 if label is None else label[1])
    generic = about is None or _only_when(found, about)
    if generic and not definite:
        return None
    if generic and label is None and found[noun].low.endswith("s"):
        return None
    return Proposed(
        first, end, codes, None if about is None else about, "national-proposal", label and label[0],
        generic and label is not None and found[noun].low.endswith("s"),
    )  # fmt: skip


def _debated(found: Sequence[Word], end: int) -> tuple[int, int] | None:
    """The topic of "a decision on drones" or "discussion of drones" earlier in the sentence."""
    for at in range(end - 1, -1, -1):
        if found[at].low in ("decision", "discussion", "debate", "talks"):
            opened = next(
                (on for on in range(at + 1, min(end, at + 9)) if found[on].low in ("on", "of")), None
            )
            return None if opened is None else topic(found[:end], opened)
    return None


def _pointed_at(found: Sequence[Word], noun: int) -> Proposed | None:
    """A proposal that only "the text" or "this proposal" points at; the document has to say which it is."""
    low = found[noun].low
    if (
        noun == 0
        or low not in POINTED
        or found[noun - 1].low not in ("the", "this")
        or _goes_on(found, noun + 1)
    ):
        return None
    if noun + 1 < len(found) and found[noun + 1].low == "of":
        return None
    return Proposed(noun - 1, noun + 1, (), None, "pointed-at")


def _predicate(found: Sequence[Word], first: int, at: int) -> tuple[int, int] | None:
    """What "the Polish proposal would set a deadline" or "under the Polish proposal, ..." says of it."""
    if at + 2 < len(found) and found[at].low == "would" and is_base(found[at + 1].low):
        return at + 1, clause_end(found, at + 1)
    led = 0 < first <= 2 and found[0].low == "under" and at + 2 < len(found) and found[at].low == ","
    return (at + 1, clause_end(found, at + 1)) if led else None


def _owner(found: Sequence[Word], noun: int, named: Named) -> tuple[tuple[str, ...], int, int] | None:
    """The countries before the noun, the first word that names them, and the index after them."""
    ends = {end: (code, start) for start, (code, end) in named.items()}
    stop = noun
    while stop > 0 and noun - stop < 7 and stop not in ends:
        if found[stop - 1].low in (",", ";", ".", ":") or _clausal(found[stop - 1].low):
            return None
        stop -= 1
    codes: list[str] = []
    at = stop
    while at in ends:
        code, at = ends[at]
        codes.append(code)
        if at > 1 and found[at - 1].low in JOINING and at - 1 in ends:
            at -= 1
    return (tuple(reversed(codes)), at, stop) if codes else None


def _its(found: Sequence[Word], noun: int, named: Named) -> Proposed | None:
    """With "its" for the country that the sentence named last: "Sweden introduced its proposal for ..."."""
    start = noun
    while (
        start > 0
        and noun - start < 4
        and (found[start - 1].low in of_kind("plain") or found[start - 1].low.isdigit())
    ):
        start -= 1
    about = topic(found, noun + 1)
    if start == 0 or found[start - 1].low not in ("its", "their"):
        return None
    before = [at for at in named if at < start]
    if not before:
        return None
    end = noun + 1 if about is None else about[1]
    return Proposed(start - 1, end, (named[max(before)][0],), about, "its-proposal")


def _clausal(low: str) -> bool:
    """Whether a word shows that the country before it does not own the noun after it."""
    small = is_kind(low, "preposition", "conjunction", "opener", "auxiliary", "determiner")
    return (
        small
        or low in of_kind("tabling")
        or low in ("should", "may", "must")
        or (finite_of(low) is not None and not low.endswith("ed"))
    )


def _modifiers(found: Sequence[Word], start: int, noun: int) -> tuple[int, int] | None:
    """The words between country and noun that say what it is about."""
    while start < noun and (found[start].low in of_kind("plain") or found[start].is_mark):
        start += 1
    end = noun
    while end > start and found[end - 1].low in of_kind("plain"):
        end -= 1
    if start >= end or (is_base(found[start].low) and end - start == 1):
        return None
    return start, end


def _only_when(found: Sequence[Word], about: tuple[int, int]) -> bool:
    """Whether the topic is no more than a time ("proposals for 2008")."""
    return all(one.low.isdigit() or one.low in YEARLY for one in found[about[0] : about[1]])


def _after(found: Sequence[Word], noun: int, named: Named, known: Gatherings) -> Proposed | None:
    """With the country after the noun: "the proposal by Canada on ...", "tabled by Russia at the TEM"."""
    at = noun + 1
    if at < len(found) and found[at].low in of_kind("tabling"):
        at += 1
    if at + 1 >= len(found) or found[at].low not in ("by", "from", "of"):
        return None
    first = at + 1 + (found[at + 1].low == "the")
    if first not in named or {one.low for one in found[max(0, noun - 3) : noun]} & of_kind("vague"):
        return None
    code, end = named[first]
    if end < len(found) and found[end].low in heads():
        end += 1
    if end < len(found) and found[end].low in ("at", "in", "during"):
        end = known.end(found, end + 1) or end
    about = topic(found, end)
    if about is None and end < len(found) and found[end].low == "," and found[noun].low in of_kind("noun"):
        about = _acted_on(found, noun, end + 1)
    if about is None:
        return None
    return Proposed(noun, max(end, about[1]) if about[0] == end + 1 else end, (code,), about, "proposal-by")


def _acted_on(found: Sequence[Word], noun: int, start: int) -> tuple[int, int] | None:
    """What was decided in "On a proposal by Peru, the Plenary adopted rules for observers"."""
    before = {one.low for one in found[max(0, noun - 3) : noun]}
    if not before & {"on", "at", "following", "upon", "to"}:
        return None
    for at in range(start, min(len(found), start + 8)):
        cue = phrases("decision_verbs").at(found, at)
        if cue is not None and cue.end < len(found):
            first = cue.end + (found[cue.end].low in ("to", "that"))
            return first, clause_end(found, first)
    return None
