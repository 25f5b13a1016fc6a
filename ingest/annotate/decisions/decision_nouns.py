"""Decisions named by a noun: "the Regime's 1994 decision to admit China", "previous MTCR decisions"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.annotate.decisions.decided import Decided
from ingest.annotate.decisions.decision_words import of_kind
from ingest.annotate.language.complements import clause_end, governing, noun_phrase_before
from ingest.annotate.language.gatherings import YEAR, Gatherings
from ingest.annotate.language.verbs import finite_of, is_base
from ingest.annotate.language.verbs import known as verbs
from ingest.annotate.language.vocabulary import is_kind
from ingest.annotate.language.word import Word, places

TOPIC = frozenset(("on", "regarding", "concerning", "about", "for"))
DRAFTS = frozenset(("text", "draft", "language", "wording", "proposal", "paper"))
CALLED = frozenset(("mandated", "required", "directed", "authorized", "established", "called", "foreseen"))


_MODALS = frozenset(("should", "may", "must", "shall", "will", "would"))
OPENERS = of_kind("outcome") | of_kind("noun") | of_kind("noun-plural")


@dataclass(frozen=True, slots=True)
class _Owner:
    """What stands before the noun: from which word, year, meeting, and whether it says "previous"."""

    start: int
    year: int | None
    meeting: tuple[int, int] | None
    earlier: bool
    ours: bool
    topic: tuple[int, int] | None = None


def decision_nouns(found: Sequence[Word], known: Gatherings) -> Iterator[Decided]:
    """Decisions that the word "decision" names, if it is said to be the regime's.

    >>> from ingest.annotate.language.gatherings import gatherings
    >>> from ingest.annotate.language.word import words
    >>> from ingest.tables import knowledge
    >>> found = words("We recall the 2003 Plenary decision on catch-all controls.")
    >>> made = list(decision_nouns(found, gatherings(knowledge())))
    >>> [([one.low for one in found[slice(*each.about)]], each.year) for each in made]
    [(['catch-all', 'controls'], 2003)]
    """
    for at in places(found, OPENERS):
        if found[at].low in of_kind("outcome"):
            yield from _outcome(found, at, known)
            continue
        owner = _owner(found, at, known)
        if owner is None:
            continue
        made = _named(found, at, owner, known)
        if made is not None:
            yield made


def may_be_ours(lows: frozenset[str], known: Gatherings) -> bool:
    """Whether a sentence of those words has such a noun, and may say that the decision is the regime's.

    >>> from ingest.annotate.language.gatherings import gatherings
    >>> from ingest.annotate.language.word import words
    >>> from ingest.tables import knowledge
    >>> texts = ("The 2003 decision stands.", "The mayor took a decision.", "Partners met.")
    >>> [may_be_ours(words(one).lows, gatherings(knowledge())) for one in texts]
    [True, False, False]
    """
    if lows.isdisjoint(OPENERS):
        return False
    return not lows.isdisjoint(known.owners) or known.may_be_named(lows)


def _outcome(found: Sequence[Word], noun: int, known: Gatherings) -> Iterator[Decided]:
    """A decision named by what came of a meeting: "the Canberra changes", "the 2005 Annex amendments"."""
    if noun + 1 < len(found) and found[noun + 1].low in (
        "text",
        "draft",
        "language",
        "wording",
        "proposal",
        "paper",
    ):
        return
    owner = _owner(found, noun, known)
    joint = owner is not None and owner.year is not None and found[noun - 1].low == "joint"
    if owner is not None and _as_a_verb(found, owner.start, noun):
        return
    if owner is not None and (owner.meeting is not None or joint):
        topic = noun if owner.topic is None else owner.topic[0]
        yield Decided(
            owner.start, noun + 1, (topic, noun + 1), "outcome-of-meeting", owner.meeting, owner.year
        )


def _as_a_verb(found: Sequence[Word], start: int, noun: int) -> bool:
    """Whether the noun is a verb: "the idea that the Plenary appeal publicly to all states"."""
    if start == 0 or found[start - 1].low != "that" or noun + 1 >= len(found):
        return False
    behind = found[noun + 1].low
    return is_base(found[noun].low) and (behind.endswith("ly") or is_kind(behind, "preposition"))


def _owner(found: Sequence[Word], noun: int, known: Gatherings) -> _Owner | None:
    """What stands before the noun; ``None`` where the decision is somebody else's, or part of a title."""
    stop = _topic_start(found, noun, known)
    start, year, earlier, ours = _before(found, stop, known)
    if start > 1 and found[start - 1].low == "of" and found[start - 2].low == "compendium":
        return None
    owner = found[start - 1].low if start else ""
    if owner in ("their", "its", "for") or (owner.endswith("'s") and owner not in ("year's", "month's")):
        return None
    if start < stop and found[start].low in ("a", "any", "no", "another") and not _under(found, start):
        return None
    first = start + (start < stop and is_kind(found[start].low, "determiner"))
    named = ours and known.end(found[:stop], first) is not None and not known.is_general(found[first:stop])
    topic = (stop, noun) if stop < noun else None
    return _Owner(start, year, (first, stop) if named else None, earlier, ours, topic)


def _under(found: Sequence[Word], start: int) -> bool:
    """Whether "a decision" is one that was taken: "under a decision", "there is a decision"."""
    before = found[start - 1].low if start else ""
    if before in ("is", "was", "of") and (
        start < 2 or found[start - 2].low not in ("there", "result", "because")
    ):
        return False  # "our goal is a decision": it is wished for
    if before == "" and (found[start].low in ("any", "no") or not _MODALS.isdisjoint(w.low for w in found)):
        return False
    return before in ("under", "to", "with", "by", "of", "following", "on", "is", "was", "recalled", "")


def _topic_start(found: Sequence[Word], noun: int, known: Gatherings) -> int:
    """Where the words before the noun begin that say what it is about: "the reporting decision"."""
    at = noun
    while at > 0 and noun - at < 4 and not _qualifies(found, at, known):
        low = found[at - 1].low
        small = is_kind(low, "determiner", "preposition", "conjunction", "auxiliary", "opener", "adverb")
        if found[at - 1].is_mark or small or low in ("should", "may", "must") or low.endswith("'s"):
            return at if small and is_kind(low, "determiner") else noun
        at -= 1
    return at if noun - at < 4 else noun


def _qualifies(found: Sequence[Word], end: int, known: Gatherings) -> bool:
    """Whether the word before *end* says whose or which decision it is."""
    low = found[end - 1].low.removesuffix("'s").removesuffix("'")
    ours = low in known.regimes or low in known.actors or low in of_kind("earlier")
    place = known.place_before(found, end) or known.series_before(found, end)
    return ours or YEAR.fullmatch(low) is not None or place > 0


def _before(found: Sequence[Word], start: int, known: Gatherings) -> tuple[int, int | None, bool, bool]:
    """Back over owner, year and place: where they begin, the year, whether earlier, whether the regime's."""
    year, earlier, ours = None, False, False
    while start > 0:
        low = found[start - 1].low.removesuffix("'s").removesuffix("'")
        if YEAR.fullmatch(low):
            year = int(low.replace("o", "0"))
        elif low in of_kind("earlier"):
            earlier = True
        elif low in known.regimes or low in known.actors:
            ours = True
        elif not is_kind(low, "determiner"):
            size = known.place_before(found, start) or known.series_before(found, start)
            if size == 0:
                break
            start -= size - 1
            ours = True
        start -= 1
        if is_kind(low, "determiner"):
            break
    return start, year, earlier, ours


def _named(found: Sequence[Word], noun: int, owner: _Owner, known: Gatherings) -> Decided | None:
    after, meeting, year, ours = _after(found, noun + 1, known)
    ours = ours or ((owner.year or year) is not None and found[owner.start].low == "the")
    meeting, year, ours = meeting or owner.meeting, year or owner.year, ours or owner.ours
    about = _about(found, after) or (owner.topic if meeting is not None else None)
    general = owner.earlier and about is None and meeting is None and year is None
    only = not found[noun].low.startswith("decision")
    if not (ours or meeting) or (only and meeting is None):
        return None
    if general or (found[noun].low.endswith("s") and owner.earlier and meeting is None):
        about = _earlier(found, owner.start)
        return Decided(about[0], after, about, "earlier-decisions", generic=True)
    if about is None and (only or (meeting is None and year is None)):
        return None
    end = max(after, noun + 1, 0 if about is None else about[1])
    return Decided(owner.start, end, about or (noun, noun), "decision-named", meeting, year)


def _after(
    found: Sequence[Word], at: int, known: Gatherings
) -> tuple[int, tuple[int, int] | None, int | None, bool]:
    """Past "taken at the 2003 Plenary" and "of 1994": next index, meeting, year, whether the regime's."""
    meeting, year, ours = None, None, False
    if at < len(found) and found[at].low in of_kind("taking"):
        at += 1
    if [one.low for one in found[at : at + 2]] == ["by", "consensus"]:
        at += 2
    if at + 1 < len(found) and found[at].low in ("at", "in", "by", "of", "from", "during"):
        end = known.end(found, at + 1) or _dated_place(found, at + 1)
        if end is not None:
            return end, (at + 1, end), None, True
        if YEAR.fullmatch(found[at + 1].low):
            return at + 2, None, int(found[at + 1].low.replace("o", "0")), False
        stop = at + 1 + is_kind(found[at + 1].low, "determiner")
        if stop < len(found) and (found[stop].low in known.regimes or found[stop].low in known.actors):
            return stop + 1, None, None, True
    return at, meeting, year, ours


def _dated_place(found: Sequence[Word], start: int) -> int | None:
    """The index after "Rio in 2009": a place that the tables do not have, with a year."""
    for at in range(start + 1, min(len(found) - 1, start + 4)):
        if found[at].low == "in" and YEAR.fullmatch(found[at + 1].low):
            return at + 2
        if found[at].is_mark or is_kind(found[at].low, "preposition", "determiner", "conjunction"):
            return None
    return None


def _about(found: Sequence[Word], at: int) -> tuple[int, int] | None:
    if at + 1 >= len(found):
        return None
    if found[at].low in ("to", "that") or found[at].low in TOPIC:
        end = _before_sentence(found, at + 1, clause_end(found, at + 1))
        if found[at].low in TOPIC:
            end = next((stop for stop in range(at + 1, end) if _verbal(found, stop)), end)
        return (at + 1, end) if end > at + 1 else None
    return None


def _before_sentence(found: Sequence[Word], start: int, end: int) -> int:
    """Where the sentence goes on: ", Embassy should refer ..." or "... to the experts allows this"."""
    for at in range(start + 1, end):
        near = found[at + 1 : min(end, at + 6)]
        if found[at].low == "," and any(one.low in _MODALS for one in near):
            return at
        lemma = finite_of(found[at].low)
        noun = lemma is None or verbs()[lemma]["also_noun"] == "yes" or found[at].low.endswith("ed")
        following = found[at + 1].low if at + 1 < len(found) else ""
        governs = is_kind(following, "determiner", "opener") or following in ("it", "them", "us")
        if not noun and governs and not is_kind(found[at - 1].low, "determiner", "opener"):
            return at
    return end


def _verbal(found: Sequence[Word], at: int) -> bool:
    """Whether a verb of the sentence follows the topic ("the decision on reporting remains valid")."""
    low = found[at].low
    return is_kind(low, "auxiliary") or low in (
        "should",
        "may",
        "must",
        "will",
        "remains",
        "remain",
        "stands",
    )


def _earlier(found: Sequence[Word], start: int) -> tuple[int, int]:
    """What "mandated by previous decisions" or "implement previous decisions" is said of."""
    at = start
    while at > 0 and found[at - 1].low in ("by", "in", "under", "for", "of", "with", "the"):
        at -= 1
    if at > 0 and found[at - 1].low in CALLED:
        stop = at - 1
        phrase = noun_phrase_before(found, stop)
        return (phrase, stop) if phrase < stop else governing(found, stop)
    begin, _ = governing(found, start)
    stop = start
    while stop < len(found) and not found[stop].is_mark:
        stop += 1
    return begin, stop
