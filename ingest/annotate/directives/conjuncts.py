"""Acts joined by "and" under one modal: "inform the Ministry and report its reaction" asks for two."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import cast

from ingest.annotate.directives.imperatives import BEING
from ingest.annotate.language.acts import act, past_number
from ingest.annotate.language.asked import Asked
from ingest.annotate.language.verbs import finite_of, gerund_of, is_base, known
from ingest.annotate.language.vocabulary import is_kind, phrases
from ingest.annotate.language.word import Word
from ingest.mention import Modality

ARGUING = frozenset(("thank", "make clear", "make plain", "make known", "point out"))
"""What an addressee does beside asking others to act."""
PARTICLES = frozenset(("out", "up", "down", "forth", "back", "off", "aside", "forward"))
FINITE = frozenset(("is", "are", "was", "were", "has", "will", "would"))
"""Behind these another clause has begun ("posts should not raise this, what follows is for use if asked")."""


def with_conjuncts(found: Sequence[Word], asked: Asked, end: int) -> Iterator[Asked]:
    """The act, and those joined to it before *end*, where it is certain that they are joined to it.

    It is not once a clause or another infinitive has begun: in "urge Partners to build and to report" the
    Partners report.

    >>> from ingest.annotate.directives.modals import modal_acts
    >>> from ingest.annotate.language.word import words
    >>> found = words("Posts should inform and invite the host.")
    >>> [one.act.lemma for one in with_conjuncts(found, next(modal_acts(found, frozenset())), len(found))]
    ['inform', 'invite']
    """
    yield asked
    state = asked.act.passive and asked.act.lemma not in BEING
    if asked.act.lemma is None or state or gerund_of(found[asked.act.at].low) in known():
        return
    past, inner = asked.act.at + 1, False
    for at in range(past, end - 2):
        low = found[at].low
        if at < past or found[at].depth:
            continue
        if _infinitive(found, at):
            inner = True
        elif _opens(found, at):
            return
        aside = _past_aside(found, at + 1)
        first = past_number(found, aside)
        numbered = first > aside and _base_at(found, first)
        if not _joins(found, at) or not (numbered or _is_verb(found, first, low)):
            continue
        if inner and not _returns(found, at, first):
            continue
        start = first + (found[first].low == "to")
        made = act(found[:end], start, _base(asked.act.modality) if low == "but" else asked.act.modality)
        if made is not None and made.lemma is not None and not made.passive:
            clause = at - 1 if found[at - 1].low == "," else at
            past = first
            yield replace(asked, act=made, clause=clause, start=_from(found, at, start, first))


def _infinitive(found: Sequence[Word], at: int) -> bool:
    """Whether an infinitive begins there, to which what "and" joins may belong ("urge others to act and")."""
    opens = found[at].low == "to" and at + 1 < len(found) and is_base(found[at + 1].low)
    return opens and found[at - 1].low not in ("and", "or")


def _returns(found: Sequence[Word], at: int, verb: int) -> bool:
    """Whether "and" goes back to the act before an infinitive ("press others to act and make clear that").

    It does with what only the addressee can do, say why he asks, and behind a comma.
    """
    if found[at].low != "and" or found[verb].low == "to":
        return False
    said = " ".join(one.low for one in found[verb : verb + 2])
    plain = known()[found[verb].low]["also_noun"] == "" if is_base(found[verb].low) else False
    return found[verb].low in ARGUING or said in ARGUING or (found[at - 1].low == "," and plain)


def _base_at(found: Sequence[Word], at: int) -> bool:
    return at < len(found) and is_base(found[at].low)


def _from(found: Sequence[Word], joint: int, start: int, first: int) -> int:
    """Where what is joined begins, with the condition that stands before it."""
    return start if first == joint + 1 else joint + 1 + (found[joint + 1].low == ",")


def _joins(found: Sequence[Word], at: int) -> bool:
    """Whether an act may be joined there; after "but" only one that is denied or that "also" marks."""
    low = found[at].low
    if low == "but":
        return found[at + 1].low in ("not", "also", "rather", "instead", "never")
    return low in ("and", "or", "nor", ",")


def _base(modality: Modality) -> Modality:
    return cast(Modality, modality.removesuffix("-not"))


def _past_aside(found: Sequence[Word], at: int) -> int:
    """Past a parenthetical that follows "and" ("and, if pressed, explain")."""
    cue = phrases("conditions").at(found, at)
    if cue is not None and cue.row["kind"] == "fixed":
        return cue.end
    if at >= len(found) or found[at].low != ",":
        return at
    return next(
        (index + 1 for index in range(at + 1, min(len(found), at + 12)) if found[index].low == ","), at
    )


def _opens(found: Sequence[Word], at: int) -> bool:
    """Whether a clause opens there, in which a later verb may belong."""
    low = found[at].low
    if is_kind(low, "opener") or low in (";", ":") or phrases("modals").at(found, at) is not None:
        return True
    if low in FINITE:
        return True
    return finite_of(low) is not None and not low.endswith("s")


def _is_verb(found: Sequence[Word], at: int, joint: str) -> bool:
    while at < len(found) and (is_kind(found[at].low, "adverb") or found[at].low == "not"):
        at += 1
    if at < len(found) and found[at].low == "to":
        at += 1
    if at + 1 >= len(found) or not is_base(found[at].low):
        return False
    following = found[at + 1].low
    noun = known()[found[at].low]["also_noun"]
    if joint == "but":
        return True
    if noun == "":
        return not is_kind(following, "conjunction")
    if is_kind(following, "determiner") or following in ("that", "them", "no"):
        return True
    if following in PARTICLES and at + 2 < len(found) and not is_kind(found[at + 2].low, "preposition"):
        return True
    plain = not found[at + 1].is_mark and not is_kind(following, "preposition", "conjunction", "auxiliary")
    return noun == "rarely" and plain and joint == "and"
