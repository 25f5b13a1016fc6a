"""Acts asked for with the modal before its subject: "Neither should the delegation encourage ..."."""

from collections.abc import Iterator, Sequence
from typing import cast

from ingest.annotate.directives.instructed import subject_from
from ingest.annotate.directives.modals import modals
from ingest.annotate.language.acts import act
from ingest.annotate.language.asked import Asked
from ingest.annotate.language.word import Word
from ingest.mention import Modality

DENYING = frozenset(("neither", "nor", "never"))


def inverted_acts(found: Sequence[Word], foreign: frozenset[str]) -> Iterator[Asked]:
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
