"""Acts laid down without naming who acts: "replies should be slugged", "the French should be told".

They count as a sentence's own clause only, never inside what somebody believes or says.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from ingest.annotate.directives.modals import SAYING, act_of, modals
from ingest.annotate.language.acts import Act, denied
from ingest.annotate.language.asked import Asked
from ingest.annotate.language.subjects import CONDITIONAL, reported, subject_before
from ingest.annotate.language.verbs import finite_of, known, participle_of
from ingest.annotate.language.vocabulary import Cue, is_kind, phrases, table
from ingest.annotate.language.word import Word

PLACED = frozenset(("below", "above", "attached", "following", "herein", "enclosed"))
AFTER_PARTICIPLE = frozenset(
    ("in", "by", "with", "at", "from", "under", "below", "above", "out", "forth", "down", "up")
)
PEOPLE = frozenset(
    ("partner", "partners", "member", "members", "country", "countries", "state", "states", "one", "party")
)
UNSAID = frozenset(("note", "add", "believe", "mention"))
"""Verbs with which "it should be ... that" tells the reader something ("it should be noted that")."""
NOTHING = frozenset(("no", "nothing", "none"))
UNCERTAIN = frozenset(("can", "could", "might", "need", "needs", "has", "have"))


def norms(found: Sequence[Word], foreign: frozenset[str]) -> Iterator[Asked]:
    """What a sentence lays down about a role, a paper or a step, or about whom to tell what.

    >>> from ingest.annotate.language.word import words
    >>> found = words("The Chair's paper should reflect all views.")
    >>> [(one.label, one.act.lemma) for one in norms(found, frozenset())]
    [(None, 'reflect')]
    """
    last: Asked | None = None
    for cue in modals(found):
        if cue.row["rule"] == "released":
            continue
        if last is not None and found[cue.start - 1].low in ("and", "but"):
            made = act_of(found, cue)
            if made is not None and made.lemma is not None and not reported(found, cue.start):
                yield Asked(made, cue.start - 1, cue.start, None, last.rule)
            continue
        if cue.row["rule"] not in ("modal", "is-to") or subject_before(found, cue.start, foreign) is not None:
            continue
        start = _clause(found, cue.start)
        made = act_of(found, cue)
        if start is None or made is None or made.lemma is None:
            continue
        rule = _rule(found, start, cue, made, foreign)
        if rule is not None:
            asked = denied(made) if found[start].low in NOTHING else made
            last = Asked(asked, start, cue.start, _agent(found, made), rule)
            yield last


def _agent(found: Sequence[Word], made: Act) -> str | None:
    """The addressee by whom a passive act is to be done ("should be accepted by the delegation")."""
    for at in range(made.at + 1, min(len(found) - 1, made.at + 8)) if made.passive else ():
        if found[at].low == "by":
            start = at + 1 + is_kind(found[at + 1].low, "determiner")
            cue = phrases("addressees", "head").at(found, start)
            return None if cue is None else cue.row["label"]
    return None


def _done_by_others(found: Sequence[Word], made: Act) -> bool:
    """Whether a passive act is somebody else's ("is to be prepared by the Secretary General")."""
    return any(
        found[at].low == "by" and is_kind(found[at + 1].low, "determiner")
        for at in range(made.at + 1, min(len(found) - 1, made.at + 8))
    )


def _rule(found: Sequence[Word], start: int, cue: Cue, made: Act, foreign: frozenset[str]) -> str | None:
    if found[start].low == "it":
        return "impersonal" if start + 1 == cue.start and _says_that(found, made) else None
    head = _head(found, start, cue.start)
    if head is None:
        return None
    told = made.passive and known().get(made.lemma or "", {}).get("speech") == "yes"
    if told and cue.row["rule"] == "modal" and not made.modality.startswith("may"):
        return "to-be-told"
    if made.passive and _agent(found, made) is not None:
        return "agent"
    if made.passive and _done_by_others(found, made):
        return None
    if made.passive and made.lemma in _treated() and not cue.row["modality"].startswith("may"):
        return None if head in _people() else "norm"
    if found[cue.start].low in UNCERTAIN or any(one.low in foreign for one in found[start : cue.start]):
        return None
    if found[cue.start].low == "may" and not made.passive and not made.modality.endswith("-not"):
        return None  # "the meeting may take place": what is possible
    if found[start].low in NOTHING and made.passive and head not in _people():
        return "norm"
    return "norm" if head in _norm_nouns(passive=made.passive) else None


def _says_that(found: Sequence[Word], made: Act) -> bool:
    """Whether "it should be" goes on with what is to be said ("made clear that", "stressed to hosts")."""
    after = made.at + len((made.lemma or "").split())
    return made.passive and made.lemma in SAYING - UNSAID and found[after : after + 1] != ()


@cache
def _people() -> frozenset[str]:
    """Those of whom "no" says something and asks nothing ("no Partner should be left out")."""
    return PEOPLE | {row["word"] for row in table("holder_heads")}


@cache
def _treated() -> frozenset[str]:
    """What is done to moves and texts of others ("any move to reopen the text should be resisted")."""
    return frozenset(row["verb"] for row in table("treating_verbs"))


@cache
def _norm_nouns(*, passive: bool) -> frozenset[str]:
    rows = table("norm_subjects")
    return frozenset(row["noun"] for row in rows if passive or row["note"] != "passive only")


def _clause(found: Sequence[Word], modal: int) -> int | None:
    """Where the main clause of the modal begins; ``None`` where the modal is part of another clause."""
    if found[modal].depth or reported(found, modal) or any(one.low == "according" for one in found):
        return None
    start = modal
    while start > 0 and found[start - 1].low not in (",", ";", ":", "--"):
        start -= 1
    if any(is_kind(one.low, "opener") for one in found[:start]) or _said(found, 0, modal):
        return None
    while start < modal and is_kind(found[start].low, "conjunction", "adverb"):
        start += 1
    return start if start < modal and found[start].low not in CONDITIONAL else None


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
    led = low.endswith("ed") and (is_kind(before, "auxiliary") or before in ("if", "when", "as"))
    return noun or led or _reduced(found, at)


def _reduced(found: Sequence[Word], at: int) -> bool:
    """Whether a participle follows its noun with what it takes ("the points transmitted in REF A")."""
    if at == 0 or at + 1 >= len(found) or participle_of(found[at].low) is None:
        return False
    before = found[at - 1]
    nominal = not before.is_mark and not is_kind(before.low, "determiner", "preposition", "auxiliary")
    return nominal and found[at + 1].low in AFTER_PARTICIPLE


def _head(found: Sequence[Word], start: int, end: int) -> str | None:
    """The head noun of the subject: the last word before its first preposition or participle."""
    head: str | None = None
    for at, one in enumerate(found[start:end], start):
        if is_kind(one.low, "preposition") or one.low in (",", "(") or (head and _reduced(found, at)):
            break
        if is_kind(one.low, "opener", "auxiliary"):
            return None
        if not one.is_mark and not is_kind(one.low, "adverb", "determiner") and one.low not in PLACED:
            head = one.low
    return head
