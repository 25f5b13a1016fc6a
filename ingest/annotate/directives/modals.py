"""Acts asked for by a modal whose subject is the addressee: "the delegation should", "posts are to"."""

from collections.abc import Iterator, Sequence
from typing import cast

from ingest.annotate.language.acts import Act, Form, act
from ingest.annotate.language.asked import Asked
from ingest.annotate.language.subjects import skip_back, subject_before
from ingest.annotate.language.verbs import known, participle_of
from ingest.annotate.language.vocabulary import Cue, is_kind, phrases, table
from ingest.annotate.language.word import Word
from ingest.mention import Modality

SAYING = frozenset(row["verb"] for row in table("saying_verbs"))
"""Verbs whose complement may be a clause without "that" ("say the offer stands")."""


def modal_acts(
    found: Sequence[Word], foreign: frozenset[str], *, spoken_of: str | None = None
) -> Iterator[Asked]:
    """What the modals of a sentence ask of an addressee, in order; a second one may share the subject.

    "It" and "they" at the beginning of the sentence are the addressee that the sentence before spoke of.
    """
    last: Asked | None = None
    for cue in modals(found):
        made = act_of(found, cue)
        if made is None or (cue.row["rule"] == "telegraphic" and not _is_plain_verb(made)):
            continue
        subject = subject_before(found, cue.start, foreign)
        if subject is None and spoken_of is not None and _is_pronoun(found, cue, made):
            last = Asked(made, 0, cue.start, spoken_of, cue.row["rule"])
        elif subject is not None:
            last = Asked(made, subject.start, cue.start, subject.label, cue.row["rule"])
        elif last is not None and _continues(found, last, cue, made):
            last = Asked(made, _conjunction(found, cue.start), cue.start, last.label, cue.row["rule"])
        else:
            continue
        yield last


def _is_plain_verb(made: Act) -> bool:
    """Whether an act left without its "to" is a verb and no noun ("Embassy requested guidance")."""
    row = known().get(made.lemma or "")
    return row is not None and row["also_noun"] == "" and not made.passive


def _is_pronoun(found: Sequence[Word], cue: Cue, made: Act) -> bool:
    """Whether "it" or "they" opens the sentence as the subject of that modal."""
    at = skip_back(found, cue.start)
    opens = all(is_kind(one.low, "adverb", "conjunction") or one.is_mark for one in found[: max(0, at - 1)])
    return at > 0 and found[at - 1].low in ("it", "they") and opens and not made.passive


def modals(found: Sequence[Word]) -> Iterator[Cue]:
    """The modals and instructing passives of a sentence, outside parentheses and quotation marks."""
    at = 0
    while at < len(found):
        cue = _modal_at(found, at)
        if cue is None or found[at].depth:
            at += 1
            continue
        yield cue
        at = cue.end


def _modal_at(found: Sequence[Word], at: int) -> Cue | None:
    """The modal phrase there, also with an adverb after its first word ("is also requested to")."""
    cue = phrases("modals").at(found, at)
    if cue is None and at + 2 < len(found) and is_kind(found[at + 1].low, "adverb"):
        inner = phrases("modals").at([found[at], *found[at + 2 : at + 8]], 0)
        if inner is not None and inner.end > 1:
            return Cue(inner.row, at, at + inner.end + 1)
    return cue


def act_of(found: Sequence[Word], cue: Cue) -> Act | None:
    """The act that a modal governs, its "not" before an infinitive included ("is not authorized to")."""
    return act(found, cue.end, cast(Modality, cue.row["modality"]), cast(Form, cue.row["takes"]))


def _conjunction(found: Sequence[Word], modal: int) -> int:
    at = skip_back(found, modal)
    while at and (found[at - 1].low in ("and", "but", "or", ",", ";")):
        at -= 1
    return at


def _continues(found: Sequence[Word], last: Asked, cue: Cue, made: Act) -> bool:
    """Whether ", and may support ..." goes on with the subject of the act before it."""
    at = skip_back(found, cue.start) if is_kind(found[cue.start - 1].low, "adverb") else cue.start
    if at == 0 or found[at - 1].low not in ("and", "but", "or", ","):
        return False
    comma = at > 1 and found[at - 2].low in (",", ";")
    between = found[last.act.at : at]
    opened = last.act.lemma in SAYING or any(is_kind(one.low, "opener") for one in between)
    if not opened:
        return True
    reports = any(is_kind(one.low, "opener") for one in between)
    return comma and not made.passive and not (reports and participle_of(found[cue.start - 1].low))
