"""Acts asked for with the modal before its subject: "Neither should the delegation encourage ..."."""

from collections.abc import Iterator, Sequence
from typing import cast

from ingest.annotate.directives.instructed import subject_from
from ingest.annotate.directives.modals import modals
from ingest.annotate.language.acts import act
from ingest.annotate.language.asked import Asked
from ingest.annotate.language.subjects import Subject
from ingest.annotate.language.vocabulary import phrases
from ingest.annotate.language.word import Word, places
from ingest.mention import Modality

BEING = frozenset(("is", "are"))
DENYING = frozenset(("neither", "nor", "never"))


def inverted_acts(
    found: Sequence[Word], foreign: frozenset[str], *, spoken_of: str | None = None
) -> Iterator[Asked]:
    """What "neither should ..." and "under no circumstances may ..." forbid.

    >>> from ingest.annotate.language.word import words
    >>> found = words("Under no circumstances may posts share the text.")
    >>> [(one.act.modality, one.act.lemma) for one in inverted_acts(found, frozenset())]
    [('may-not', 'share')]
    """
    for cue in modals(found):
        before = [one.low for one in found[max(0, cue.start - 4) : cue.start]]
        denied = bool(DENYING & set(before[-1:])) or before[-2:-1] == ["no"] or "no" in before[-3:]
        if not before or cue.row["modality"].endswith("-not") or not (denied or found[0].low == "only"):
            continue
        subject = subject_from(found, cue.end, foreign)
        if subject is None or found[subject.end - 1].low.endswith("'s"):
            continue
        made = act(found, subject.end, cast(Modality, cue.row["modality"] + ("-not" if denied else "")))
        if made is not None and made.lemma is not None:
            yield Asked(made, cue.start if not denied else 0, cue.start, subject.label, "inverted-modal")
    yield from _to_be(found, foreign, spoken_of)


def _to_be(found: Sequence[Word], foreign: frozenset[str], spoken_of: str | None) -> Iterator[Asked]:
    """What "under no circumstances is the delegation to" and "nor is it to" forbid."""
    for at in places(found, BEING):
        denial = phrases("denials").ending(found, at)
        if denial is None or denial.row["effect"] != "flip":
            continue
        pronoun = spoken_of is not None and found[at + 1 : at + 2] and found[at + 1].low in ("it", "they")
        subject = (
            Subject(at + 1, at + 2, spoken_of or "") if pronoun else subject_from(found, at + 1, foreign)
        )
        if subject is None or subject.end >= len(found) or found[subject.end].low != "to":
            continue
        made = act(found, subject.end + 1, "shall-not")
        if made is not None and made.lemma is not None:
            yield Asked(made, denial.start, at, subject.label, "inverted-modal")
