"""Which words take a stance: verbs with what follows them, and verbs with a noun of support or doubt."""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache
from typing import Final, cast

from ingest.annotate.language.verb_groups import lemmas_of
from ingest.annotate.language.verbs import participle_of
from ingest.annotate.language.vocabulary import Row, alternatives, is_kind, key_of, table
from ingest.annotate.language.word import ALONE, Telling, Word
from ingest.mention import Stance

LINKING = frozenset(("remain", "seem", "appear", "become", "feel", "sound", "look", "stay", "stand"))
AFTER_LOOKING = frozenset(("for", "with", "behind"))
"""Prepositions that tell a stance behind "be" and none behind "look" or "stand"."""
DENYING = frozenset(("not", "never", "nor"))
DEGREES = frozenset(
    ("quite", "very", "rather", "yet", "so", "far", "more", "much", "somewhat", "most", "all", "hard")
)
SWAPPED: dict[str, Stance] = {"supports": "opposes", "opposes": "supports"}


@dataclass(frozen=True, slots=True)
class Match:
    """The index after the words that take a stance, the stance, and the one they take when denied."""

    end: int
    stance: Stance
    note: str
    denied: Stance | None
    negated: bool = False


@dataclass(frozen=True, slots=True)
class _Verb:
    """A verb with the words after it.

    Of ``first`` one has to come next, if any has to, and of ``key`` one has to come at all.
    """

    rest: tuple[tuple[frozenset[str], bool], ...]
    row: Row
    first: frozenset[str] | None
    key: frozenset[str]


def _verb(row: Row) -> _Verb:
    rest = tuple((alternatives(one.rstrip("?")), one.endswith("?")) for one in row["rest"].split())
    needed = [element for element, optional in rest if not optional]
    key = key_of(needed) if needed else ALONE
    first: set[str] = set()
    for element, optional in rest:
        first |= element
        if not optional:
            return _Verb(rest, row, frozenset(first), key)
    return _Verb(rest, row, None, key)


@cache
def _verbs() -> dict[str, tuple[_Verb, ...]]:
    found: dict[str, list[_Verb]] = {}
    for row in table("stance_verbs"):
        found.setdefault(row["lemma"], []).append(_verb(row))
    return {lemma: tuple(sorted(rows, key=lambda one: -len(one.rest))) for lemma, rows in found.items()}


@cache
def _by_first() -> Mapping[str, Mapping[str, tuple[int, ...]]]:
    """The places of the rows of each verb by the word that may come next; by "" where none has to."""
    made: dict[str, dict[str, list[int]]] = {}
    for lemma, rows in _verbs().items():
        for place, one in enumerate(rows):
            for word in ("",) if one.first is None else one.first:
                made.setdefault(lemma, {}).setdefault(word, []).append(place)
    return {lemma: {word: tuple(at) for word, at in rows.items()} for lemma, rows in made.items()}


def _beginning(lemma: str, near: Set[str]) -> Iterator[_Verb]:
    """The rows of a verb whose words may stand here, longest first."""
    known = _by_first().get(lemma)
    if known is not None:
        rows = _verbs()[lemma]
        yield from (rows[at] for at in sorted({at for low in ("", *near) for at in known.get(low, ())}))


@cache
def _nouns() -> dict[str, tuple[Row, ...]]:
    rows = table("stance_nouns")
    nouns = {noun for row in rows for noun in row["nouns"].split("|")}
    return {noun: tuple(row for row in rows if noun in row["nouns"].split("|")) for noun in nouns}


@cache
def _holding() -> dict[str, str]:
    return {row["verb"]: row["effect"] for row in table("stance_noun_verbs")}


ACTIVE: Final = frozenset(("is still", "only denied", "would", "of a text", "would have"))
"""What is noted of verbs that take no stance in the passive: "has been studied by France"."""


def plain(lemma: str) -> Stance | None:
    """The stance of a verb that needs no more words.

    >>> plain("oppose"), plain("attend")
    ('opposes', None)
    """
    rows = (one.row for one in _verbs().get(lemma, ()) if not one.rest and one.row["note"] not in ACTIVE)
    return next((cast(Stance, row["stance"]) for row in rows), None)


def _is_passive(low: str) -> Set[str] | None:
    lemma = participle_of(low)
    return None if lemma is None or plain(lemma) is None else BY


BY: Final = frozenset(("by",))
PASSIVES: Final = Telling(_is_passive)
"""Participles behind which "by" may name those who take the stance."""


def matches(found: Sequence[Word], at: int) -> Iterator[Match]:
    """The readings of the words that take a stance with the verb at that index, longest first.

    >>> from ingest.annotate.language.word import words
    >>> [one.stance for one in matches(words("voiced its strong support for the text"), 0)]
    ['supports']
    """
    lemmas = lemmas_of(found[at].low) or _own(found[at].low)
    if not lemmas:
        return
    verbs = ("be", *lemmas) if LINKING & set(lemmas) else lemmas
    near = _near(found, at)
    rows = [
        (lemma, one)
        for lemma in verbs
        if lemma != "be" or lemmas[0] == "be" or found[min(at + 1, len(found) - 1)].low not in AFTER_LOOKING
        for one in _beginning(lemma, near)
    ]
    found_by = [_by_verb(found, at, lemma, one) for lemma, one in rows if one.rest]
    found_by += [
        _by_noun(found, at, lemma) for lemma in lemmas
    ]  # "echoed the concerns" is more than "echoed"
    found_by += [_by_verb(found, at, lemma, one) for lemma, one in rows if not one.rest]
    yield from (made for made in found_by if made is not None)


def _own(low: str) -> tuple[str, ...]:
    """A word that the table has among its verbs and that is none ("would rather")."""
    return (low,) if low in _verbs() else ()


def _near(found: Sequence[Word], at: int) -> set[str]:
    """The words that may count as the next after a verb: with and without adverbs and denials between."""
    starts = (at + 1, *(_past_degrees(found, at + 1, copula)[0] for copula in (False, True)))
    return {found[start].low for start in starts if start < len(found)}


def _takes_stance(low: str) -> Set[str] | None:
    """The words of which one has to follow a form of a verb: nouns of support and doubt, or its own."""
    lemmas = lemmas_of(low) or _own(low)
    verbs = [
        one
        for lemma in (("be", *lemmas) if LINKING & set(lemmas) else lemmas)
        for one in _verbs().get(lemma, ())
    ]
    holds = any(one in _holding() for one in lemmas)
    if not verbs and not holds:
        return None
    if any(not one.key for one in verbs):
        return ALONE
    nouns = _nouns().keys() if holds else ALONE
    return frozenset(nouns).union(*(one.key for one in verbs))


STANCE_WORDS: Final = Telling(_takes_stance)
"""Words at which a match may begin: forms of the verbs of both tables."""


def _by_verb(found: Sequence[Word], at: int, lemma: str, one: _Verb) -> Match | None:
    end, negated = _after(found, at + 1, one.rest), False
    if end is None and one.rest:
        start, negated = _past_degrees(found, at + 1, lemma == "be")
        end = _after(found, start, one.rest)
    if end is None:
        return None
    denied = cast(Stance, one.row["denied"]) if one.row["denied"] else SWAPPED.get(one.row["stance"])
    note = one.row["note"]
    stance = cast(Stance, one.row["stance"])
    end -= note == "clause"  # the question word belongs to what is asked
    end = at + 1 if note == "its object" else end
    return Match(end, stance, note, stance if note == "only denied" else denied, negated)


def _after(found: Sequence[Word], at: int, rest: tuple[tuple[frozenset[str], bool], ...]) -> int | None:
    """The index after the rest of a phrase; a word with "?" may be absent, "a|b" is either."""
    for element, optional in rest:
        if at < len(found) and found[at].low in element:
            at += 1
        elif not optional:
            return None
    return at


def _past_degrees(found: Sequence[Word], at: int, copula: bool) -> tuple[int, bool]:
    """Past adverbs ("spoke strongly in favor of"), and after a form of "be" past what denies it."""
    negated = False
    while at < len(found):
        low = found[at].low
        if copula and low in DENYING:
            negated = not negated
        elif not (is_kind(low, "adverb") or low in DEGREES):
            break
        at += 1
    return at, negated


def _by_noun(found: Sequence[Word], at: int, lemma: str) -> Match | None:
    """A verb with its noun: "expressed no objection to", "dropped its long-standing reservation on"."""
    effect = _holding().get(lemma)
    if effect is None:
        return None
    none = False
    for noun in range(at + 1, min(len(found), at + 8)):
        low = found[noun].low
        none = none or low in ("no", "little", "not", "any", "few")
        rows = _nouns().get(low, ())
        row = next((one for one in rows if not one["verbs"] or lemma in one["verbs"].split("|")), None)
        if row is not None:
            return _of_noun(found, noun, row, effect, none)
        if noun == at + 1 and low in ("in", "forward"):
            continue  # "sent in its application"
        if found[noun].is_mark or is_kind(low, "opener", "preposition", "auxiliary"):
            return None
    return None


def _of_noun(found: Sequence[Word], noun: int, row: Row, effect: str, none: bool) -> Match | None:
    end = noun + 1
    following = found[end].low if end < len(found) else "."
    if following in row["after"].split("|"):
        end += 1
    elif row["note"] == "needs more":
        return None
    if effect == "ends" and not row["ended"]:
        return None
    said = row["ended"] if effect == "ends" else row["stance"]
    denied = row["denied"]
    if not said:
        return Match(end, cast(Stance, denied), "only denied noun", cast(Stance, denied), none)
    return Match(end, cast(Stance, said), "noun", cast(Stance, denied) if denied else None, none)
