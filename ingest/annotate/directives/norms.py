"""Acts laid down without naming who acts: "replies should be slugged", "the French should be told".

They count as a sentence's own clause only, never inside what somebody believes or says.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import cast

from ingest.annotate.directives.modals import act_of, modals
from ingest.annotate.language.acts import Act
from ingest.annotate.language.asked import Asked
from ingest.annotate.language.subjects import reported, subject_before
from ingest.annotate.language.verbs import finite_of, known
from ingest.annotate.language.vocabulary import Cue, is_kind, table
from ingest.annotate.language.word import Word
from ingest.mention import Modality

EFFORT = frozenset(("effort", "efforts", "care"))
NOTHING = frozenset(("no", "nothing", "none"))
UNCERTAIN = frozenset(("can", "could", "might", "need", "needs", "has", "have"))


def norms(found: Sequence[Word], foreign: frozenset[str]) -> Iterator[Asked]:
    """What a sentence lays down about a role, a paper or a step, or about whom to tell what."""
    last: Asked | None = None
    for cue in modals(found):
        if last is not None and found[cue.start - 1].low in ("and", "but"):
            made = act_of(found, cue)
            if made is not None and made.lemma is not None and not reported(found, cue.start):
                yield Asked(made, cue.start - 1, cue.start, None, last.rule)
            continue
        if cue.row["rule"] != "modal" or subject_before(found, cue.start, foreign) is not None:
            continue
        start = _clause(found, cue.start)
        made = act_of(found, cue)
        if start is None or made is None or made.lemma is None:
            continue
        rule = _rule(found, start, cue, made, foreign)
        if rule is not None:
            last = Asked(_denied(made) if found[start].low in NOTHING else made, start, cue.start, None, rule)
            yield last


def _denied(made: Act) -> Act:
    """The act that "no copies should be left" forbids."""
    return (
        made
        if made.modality.endswith("-not")
        else replace(made, modality=cast(Modality, made.modality + "-not"))
    )


def _rule(found: Sequence[Word], start: int, cue: Cue, made: Act, foreign: frozenset[str]) -> str | None:
    head = _head(found, start, cue.start)
    if head is None:
        return None
    told = made.passive and known().get(made.lemma or "", {}).get("speech") == "yes"
    if told and found[start].low != "it" and not made.modality.startswith("may"):
        return "to-be-told"
    if found[cue.start].low in UNCERTAIN or any(one.low in foreign for one in found[start : cue.start]):
        return None
    if found[cue.start].low == "may" and not made.passive and not made.modality.endswith("-not"):
        return None  # "the meeting may take place": what is possible
    if found[start].low in NOTHING - {"no"} and made.passive:
        return "norm"
    return "norm" if head in _norm_nouns() else None


def _norm_nouns() -> frozenset[str]:
    return frozenset(row["noun"] for row in table("norm_subjects"))


def _clause(found: Sequence[Word], modal: int) -> int | None:
    """Where the main clause of the modal begins; ``None`` where the modal is part of another clause."""
    if found[modal].depth or reported(found, modal):
        return None
    start = modal
    while start > 0 and found[start - 1].low not in (",", ";", ":", "--"):
        start -= 1
    if any(is_kind(one.low, "opener") for one in found[:start]) or _said(found, 0, modal):
        return None
    while start < modal and is_kind(found[start].low, "conjunction", "adverb"):
        start += 1
    return start if start < modal else None


def _said(found: Sequence[Word], start: int, end: int) -> bool:
    """Whether somebody says or believes something in those words; "if asked" is no such thing."""
    return any(
        finite_of(one.low) is not None and not _participle(found, index)
        for index, one in enumerate(found[start:end], start)
    )


def _participle(found: Sequence[Word], at: int) -> bool:
    before = found[at - 1].low if at else "if"
    low = found[at].low
    noun = low.endswith("s") and (at + 1 == len(found) or not found[at + 1].low.startswith("that"))
    return noun or (low.endswith("ed") and (is_kind(before, "auxiliary") or before in ("if", "when", "as")))


def _head(found: Sequence[Word], start: int, end: int) -> str | None:
    """The head noun of the subject: the last word before its first preposition."""
    head: str | None = None
    for one in found[start:end]:
        if is_kind(one.low, "preposition") or one.low == ",":
            break
        if is_kind(one.low, "opener", "auxiliary"):
            return None
        if not one.is_mark and not is_kind(one.low, "adverb", "determiner"):
            head = one.low
    return head
