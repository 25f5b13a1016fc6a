"""What one decision does to another: "supersedes the rule of 2003", "in line with the Rio mandate"."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from ingest.annotate.decisions.decided import Decided
from ingest.annotate.language.vocabulary import Cue, is_kind, phrases
from ingest.annotate.language.word import Word, places
from ingest.mention import Effect

_NEAR = 4
TELLING = frozenset(
    ("members-decided", "was-decided", "body-was-tasked", "agreement-reached", "listed-decision")
)


_EFFECTS: Final[Mapping[str, Effect]] = {
    "amends": "amends",
    "supersedes": "supersedes",
    "implements": "implements",
}


RULES: Final[Mapping[Effect, str]] = {
    "amends": "decision-amends",
    "supersedes": "decision-supersedes",
    "implements": "decision-implements",
}


@dataclass(frozen=True, slots=True)
class Relating:
    """Words ``start`` to ``end`` say it; no ``subject`` where the sentence before told of it."""

    start: int
    end: int
    relation: Effect
    subject: Decided | None
    target: Decided


def relating(found: Sequence[Word], decided: Sequence[Decided]) -> Iterator[Relating]:
    """What the decisions of a sentence do to each other, or that of the sentence before to one of them.

    >>> from ingest.annotate.language.word import words
    >>> found = words("The new text supersedes the rule of 2003.")
    >>> one, other = (Decided(start, end, (start, end), "x") for start, end in ((1, 3), (5, 8)))
    >>> [(each.relation, each.subject is one) for each in relating(found, [one, other])]
    [('supersedes', True)]
    """
    if not decided:
        return
    for at in places(found, phrases("decision_relations").first):
        cue = phrases("decision_relations").at(found, at)
        made = None if cue is None or found[at].depth else _related(found, cue, decided)
        if made is not None:
            yield made


def _related(found: Sequence[Word], cue: Cue, decided: Sequence[Decided]) -> Relating | None:
    after = [
        one for one in decided if cue.end <= one.start <= cue.end + _NEAR and _free(found, cue.end, one.start)
    ]
    target = min(after, key=lambda one: one.start, default=None)
    if target is None:
        return None
    relation, where = _EFFECTS[cue.row["relation"]], cue.row["object"]
    others = [one for one in decided if one is not target]
    if where == "head":
        telling = [one for one in others if one.rule in TELLING]
        subject = telling[0] if len(telling) == 1 else None
        return None if subject is None else Relating(cue.start, target.end, relation, subject, target)
    before = [one for one in others if one.start <= cue.start]
    subject = max(before, key=lambda one: one.start, default=None)
    if subject is None and not _points_back(found, cue.start):
        return None
    if where == "before":
        return None if subject is None else Relating(cue.start, target.end, relation, target, subject)
    return Relating(cue.start, target.end, relation, subject, target)


def _free(found: Sequence[Word], start: int, end: int) -> bool:
    """Whether nothing but small words stands between."""
    return all(
        is_kind(one.low, "determiner", "adverb", "preposition") or one.low == "that"
        for one in found[start:end]
    )


def _points_back(found: Sequence[Word], cue: int) -> bool:
    """Whether "it", "this" or "the decision" is the subject, which the sentence before told of."""
    said = [
        one.low for one in found[:cue] if not is_kind(one.low, "auxiliary", "adverb") and one.low != "now"
    ]
    return said in (["it"], ["this"], ["which"], ["the", "decision"], ["the", "new", "rule"])
