"""Decisions named by what came of them: "the 2006 entry on fermenters", "the rule adopted in May"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from ingest.annotate.decisions.applying import says_something
from ingest.annotate.decisions.decided import Decided
from ingest.annotate.decisions.decision_words import of_kind
from ingest.annotate.decisions.when import Named, Today, When, may_be_dated, when
from ingest.annotate.language.complements import noun_phrase_before
from ingest.annotate.language.gatherings import YEAR, Gatherings
from ingest.annotate.language.verbs import finite_of, is_base
from ingest.annotate.language.verbs import known as verbs
from ingest.annotate.language.vocabulary import is_kind
from ingest.annotate.language.word import Word, Words, places

OPENERS: Final = of_kind("standing") | of_kind("standing-text")
AGREED: Final = frozenset(("agreed",))
MADE: Final = of_kind("participle") | of_kind("making")
_TOPIC: Final = frozenset(
    ("on", "for", "of", "to", "that", "regarding", "concerning", "about", "under", "not")
)
_NOT_OURS: Final = frozenset(
    ("a", "an", "any", "no", "another", "their", "its", "his", "her", "every", "each", "such")
)
_NEAR: Final = 14
_ENDS: Final = frozenset(("should", "may", "must", "can", "could", "might", "shall", "applies", "apply"))


@dataclass(frozen=True, slots=True)
class _Behind:
    """What stands behind the noun: up to where, when, how the noun's own phrase ends, and a topic."""

    end: int
    told: When
    own: int
    topic: tuple[int, int] | None
    ours: bool = False
    """It is said that those who decide made it."""


def standing(found: Sequence[Word], known: Gatherings, named: Named, now: Today) -> Iterator[Decided]:
    """Decisions that a sentence names by what they made, with when or where they were taken.

    >>> from ingest.annotate.language.gatherings import gatherings
    >>> from ingest.annotate.language.word import words
    >>> from ingest.tables import knowledge
    >>> found = words("The commitment made in 2007 to report denials stands.")
    >>> one = next(standing(found, gatherings(knowledge()), {}, Today()))
    >>> one.year, [word.low for word in found[slice(*one.more)]]
    (2007, ['to', 'report', 'denials'])
    """
    for noun in places(found, OPENERS) if may_be_dated(_lows(found), known) else ():
        start = _phrase(found, noun, known)
        if (
            start is None
            or found[noun].depth
            or not {w.low for w in found[start:noun]}.isdisjoint(_foreign())
        ):
            continue
        behind = _behind(found, noun, known, named, now)
        made = None
        if behind is not None:
            made = _with(found, (start, noun), behind, known)
        else:
            made = _dated_before(found, start, noun, known, now)
        if made is not None and _is_regimes(found, made, (start, noun), named):
            yield made


def agreed_then(found: Sequence[Word], known: Gatherings, named: Named, now: Today) -> Iterator[Decided]:
    """What is said to have been agreed at a time: "pump components agreed upon last year".

    >>> from ingest.annotate.language.gatherings import gatherings
    >>> from ingest.annotate.language.word import words
    >>> from ingest.tables import knowledge
    >>> found = words("Pump components agreed upon last year are controlled.")
    >>> [(one.about, one.year) for one in agreed_then(found, gatherings(knowledge()), {}, Today(2008, 4))]
    [((0, 2), 2007)]
    """
    for at in places(found, AGREED) if may_be_dated(_lows(found), known) else ():
        start = noun_phrase_before(found, at)
        low = found[at - 1].low if at else ""
        small = is_kind(low, "determiner", "preposition", "auxiliary", "conjunction", "opener")
        if (
            start >= at
            or small
            or low in known.actors | of_kind("standing")
            or start in named
            or found[at].depth
        ):
            continue
        told = when(found, _past_whom(found, at + 1, known, named), known, named, now)
        lows = {one.low for one in found[start:at]}
        if told is None or told.year is None or lows & _foreign() or not says_something(found[start:at]):
            continue
        made = Decided(start, told.end, (start, at), "standing-made", told.meeting, told.year)
        if _is_regimes(found, made, (start, at - 1), named) and not _subject(found, start, at):
            yield made


def _lows(found: Sequence[Word]) -> frozenset[str]:
    return found.lows if isinstance(found, Words) else frozenset(one.low for one in found)


def _subject(found: Sequence[Word], start: int, at: int) -> bool:
    """Whether the words before "agreed" are who agreed: a name with nothing but a verb behind it."""
    return found[at - 1].low.endswith(("delegation", "government", "minister", "side", "sides", "group"))


def _foreign() -> frozenset[str]:
    return of_kind("elsewhere")


def _phrase(found: Sequence[Word], noun: int, known: Gatherings) -> int | None:
    """Where the noun's own phrase begins; ``None`` where it is anybody's, or the noun only says more."""
    if noun + 1 < len(found) and _says_more(found, noun + 1):
        return None
    start = noun
    while start > 0 and noun - start < 6 and not _bounds(found, start - 1):
        start -= 1
    before = found[start - 1].low if start else ""
    return None if before in _NOT_OURS else start


def _bounds(found: Sequence[Word], at: int) -> bool:
    low = found[at].low
    small = is_kind(low, "determiner", "preposition", "conjunction", "auxiliary", "opener", "adverb")
    verbal = (_is_verb(low) and not low.endswith("ed")) or low in _ENDS or low in of_kind("applying")
    told = low in MADE and at > 0 and not is_kind(found[at - 1].low, "determiner", "adverb")
    return found[at].is_mark or small or verbal or told


def _is_verb(low: str) -> bool:
    """Whether a word is a verb of a sentence, and no noun of the same form ("controls")."""
    lemma = finite_of(low)
    return lemma is not None and not (low.endswith("s") and verbs()[lemma]["also_noun"] == "yes")


def _says_more(found: Sequence[Word], at: int) -> bool:
    """Whether another noun follows, of which the one before only says more ("rule book")."""
    low = found[at].low
    if found[at].is_mark or low in MADE or low in _ENDS or finite_of(low) is not None or is_base(low):
        return False
    if is_kind(low, "preposition", "conjunction", "auxiliary", "opener", "adverb", "determiner"):
        return False
    return not (low.endswith(("ed", "s")) or YEAR.fullmatch(low) or low in ("last", "three", "two"))


def _behind(found: Sequence[Word], noun: int, known: Gatherings, named: Named, now: Today) -> _Behind | None:
    verb = _verb_behind(found, noun + 1, known)
    if verb is None:
        at = own = noun + 1
        if at >= len(found) or found[at].low not in ("of", "from"):
            return None
    else:
        own, at = verb.own, _past_whom(found, verb.end, known, named)
    told = when(found, at, known, named, now)
    if verb is not None and verb.subject is not None:
        told = _by_subject(found, verb.subject, at, told, known)
    if told is None or (verb is None and told.year is None and not _placed(found, told.meeting, known)):
        return None
    end = told.end + (told.end < len(found) and found[told.end].low == ",")
    topic = _topic(found, end)
    topic = topic if topic is None or end == told.end or found[noun + 1].low == "," else None
    ours = verb is not None and verb.subject is not None
    return _Behind(told.end if topic is None else topic[1], told, own, topic, ours)


def _by_subject(
    found: Sequence[Word], subject: tuple[int, int], at: int, told: When | None, known: Gatherings
) -> When | None:
    """When and where, with the meeting that is the subject of "what the 2003 Plenary adopted"."""
    if told is not None and told.meeting is not None:
        return told
    start, stop = subject
    named = known.end(found, start)
    while stop > start and is_kind(found[stop - 1].low, "auxiliary", "adverb"):
        stop -= 1
    if named is None or named < stop or not _tells(found, start, stop, known):
        return told
    return When(at if told is None else told.end, None if told is None else told.year, (start, stop))


def _tells(found: Sequence[Word], start: int, stop: int, known: Gatherings) -> bool:
    """Whether the subject says which meeting it is: by its year or place."""
    return any(YEAR.fullmatch(found[at].low) or known.place(found, at) for at in range(start, stop))


def _placed(found: Sequence[Word], meeting: tuple[int, int] | None, known: Gatherings) -> bool:
    return meeting is not None and any(known.place(found, at) for at in range(*meeting))


@dataclass(frozen=True, slots=True)
class _Verb:
    """Where the noun's own phrase ends, the index after the verb, and who did it, where that is said."""

    own: int
    end: int
    subject: tuple[int, int] | None = None


def _verb_behind(found: Sequence[Word], at: int, known: Gatherings) -> _Verb | None:
    """The verb of "agreed (upon)" or "that Partners made" behind a noun."""
    for stop in range(at, min(len(found), at + _NEAR)):
        low = found[stop].low
        own = stop - (found[stop - 1].low == ",")
        if low in MADE and found[stop - 1].low not in ("to", "not"):
            return _Verb(own, stop + 1)
        what = found[at - 1].low == "what" and stop == at
        if low in ("that", "which") or (stop == at and low in known.actors) or what:
            first = stop + (low in ("that", "which"))
            verb = _relative(found, first, known)
            return None if verb is None else _Verb(own, verb[1] + 1, verb)
        if found[stop].is_mark and (low != "," or (stop > at and not _told_behind(found, stop))):
            return None
        if is_kind(low, "auxiliary", "conjunction") or low in _ENDS or (stop == at and not _opens(low)):
            return None
        if _is_verb(low) and not low.endswith("ed"):
            return None
    return None


def _told_behind(found: Sequence[Word], comma: int) -> bool:
    """Whether a comma opens what is told of a noun: "the mandate for visits, first given in 2009"."""
    at = comma + 1
    at += at < len(found) and is_kind(found[at].low, "adverb")
    return at < len(found) and found[at].low in MADE


def _opens(low: str) -> bool:
    return low in _TOPIC or low == ","


def _relative(found: Sequence[Word], at: int, known: Gatherings) -> tuple[int, int] | None:
    """The subject of "(that) PGs reached", "which had been adopted" or "that Christchurch launched"."""
    for verb in range(at, min(len(found), at + 7)):
        low = found[verb].low
        if low in MADE:
            stop = verb
            while stop > at and is_kind(found[stop - 1].low, "auxiliary", "adverb"):
                stop -= 1
            ours = any(one.low in known.actors for one in found[at:stop]) or known.place(found, at) > 0
            ours = ours or any(known.series_at(found, on) for on in range(at, stop))
            return (at, verb) if stop == at or ours else None
        if found[verb].is_mark:
            return None
    return None


def _past_whom(found: Sequence[Word], at: int, known: Gatherings, named: Named) -> int:
    """Past "upon", "down", "by consensus", "by the members" and "to the Chair"."""
    while at + 1 < len(found):
        low, after = found[at].low, found[at + 1].low
        if low in ("upon", "down", "out", "up", "into", "unanimously", "first"):
            at += 1
            continue
        body = at + 1 + is_kind(after, "determiner")
        if low in ("by", "to", "among", "between") and body < len(found) and at + 1 not in named:
            head = found[body].low
            whom = head in known.actors or head in known.tasked or head in ("consensus", "acclamation")
            if whom and known.series_at(found, body) == 0:
                at = body + 1
                continue
            if [one.low for one in found[at + 1 : at + 3]] in (["one", "another"], ["each", "other"]):
                at += 3
                continue
        break
    return at


def _topic(found: Sequence[Word], at: int) -> tuple[int, int] | None:
    if at + 1 >= len(found) or found[at].low not in _TOPIC or found[at].low == "not":
        return None
    for end in range(at + 2, min(len(found), at + 30)):
        low = found[end].low
        verbal = _is_verb(low) and not is_kind(found[end - 1].low, "determiner")
        if found[end].low in (",", ";", ".", ":", "(", "--") or low in _ENDS or verbal:
            return at, end
        if is_kind(low, "auxiliary", "opener") or low in ("remain", "remains", "stands", "stand"):
            return at, end
    return at, min(len(found), at + 30)


def _with(found: Sequence[Word], own: tuple[int, int], behind: _Behind, known: Gatherings) -> Decided | None:
    start, noun = own
    told, place = behind.told, _place_before(found, start, noun, known)
    year = told.year
    if told.meeting is None and year is None:
        return None
    weak = found[noun].low in of_kind("standing-text")
    agreed = found[min(behind.own, len(found) - 1)].low in ("agreed", "adopted", "accepted")
    if weak and told.meeting is None and not agreed and not behind.ours:
        return None
    about, more = (start, behind.own), behind.topic
    return Decided(start, behind.end, about, "standing-made", told.meeting or place, year, more=more)


def _place_before(found: Sequence[Word], start: int, noun: int, known: Gatherings) -> tuple[int, int] | None:
    for at in range(start, noun):
        size = known.place(found, at) or known.series_at(found, at)
        if size:
            return start if YEAR.fullmatch(found[start].low) else at, at + size
    return None


def _dated_before(
    found: Sequence[Word], start: int, noun: int, known: Gatherings, now: Today
) -> Decided | None:
    """With the year or place before the noun: "the 2006 entry on fermenters", "Canberra's amendments"."""
    place = _place_before(found, start, noun, known)
    dated = YEAR.fullmatch(found[start].low) if start < noun else None
    year = int(found[start].low.replace("o", "0")) if dated is not None else None
    weak = found[noun].low in of_kind("standing-text") - of_kind("outcome")
    owned = any(one.low.endswith("'s") for one in found[start:noun])
    if year is None and (weak or (owned and found[noun].low not in of_kind("outcome"))):
        return None
    if (place is None and year is None) or (now.year is not None and year is not None and year > now.year):
        return None
    first = place[1] if place is not None else start + 1
    topic = _topic(found, noun + 1)
    if topic is not None and any(one.low in of_kind("statute") for one in found[slice(*topic)]):
        return None  # "the 1958 amendment of the Atomic Energy Act"
    if found[noun].low == "pact" and place is not None and place[1] == noun:
        return None  # "the Warsaw Pact" is a name
    end = noun + 1 if topic is None else topic[1]
    about = (first, noun + 1) if first < noun else (noun, noun + 1)
    return Decided(start, end, about, "standing-dated", place, year, more=topic)


def _is_regimes(found: Sequence[Word], made: Decided, own: tuple[int, int], named: Named) -> bool:
    """Whether no country is named as the one whose rule it is, unless a meeting made it."""
    start, noun = own
    owners = [at for at in named if start <= at <= noun and not _in(at, made.meeting)]
    behind = [at for at in named if noun < at < made.end and found[at - 1].low == "by"]
    return not behind and (not owners or made.meeting is not None)


def _in(at: int, pair: tuple[int, int] | None) -> bool:
    return pair is not None and pair[0] <= at < pair[1]
